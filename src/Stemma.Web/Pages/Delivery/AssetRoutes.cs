using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Stemma.Web.Pages.Delivery;

/// <summary>Sends styles and scripts: packed beforehand, to be kept for good, since another content has another address.</summary>
internal static class AssetRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{file}", (string file, HttpContext http, AssetLibrary library) => Send(http, library.At("/assets/" + file))).ExcludeFromDescription();
        app.MapGet("/favicon.ico", () => Results.NoContent()).ExcludeFromDescription();
    }

    private static async Task Send(HttpContext http, Asset? asset)
    {
        HttpResponse response = http.Response;
        if (asset is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.Headers.ETag = asset.Tag;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.Headers.IfNoneMatch.Contains(asset.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        StringValues accepted = http.Request.Headers.AcceptEncoding;
        (byte[] bytes, string? coding) = Accepts(accepted, "br") ? (asset.Brotli, "br") : Accepts(accepted, "gzip") ? (asset.Gzip, "gzip") : (asset.Plain, null);
        if (coding is not null)
            response.Headers.ContentEncoding = coding;
        response.ContentType = asset.ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>A coding with the weight 0 is refused, however it is written.</summary>
    private static bool Accepts(StringValues header, string coding) => StringWithQualityHeaderValue.TryParseList(header, out IList<StringWithQualityHeaderValue>? list)
        && list.Any(v => v.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && v.Quality is not 0);
}
