using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Pages.Shell;

/// <summary>Plain forms: read within bounds, and led back to the page that they were on.</summary>
internal static class PostedForm
{
    /// <summary>Bytes. A form that is larger was not made by these pages.</summary>
    private const int MaxBytes = 256 * 1024;

    /// <returns>Null where it is no form, or one that is too large.</returns>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > MaxBytes)
            return null;
        try
        {
            return await http.Request.ReadFormAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <returns>The path that a form names as its page; <paramref name="otherwise"/> where it names anything but a path of this server.</returns>
    public static string PageOf(string? path, string otherwise) =>
        path is not { Length: > 0 } || path[0] != '/' || (path.Length > 1 && path[1] is '/' or '\\') || path.Any(char.IsControl) ? otherwise : path;

    /// <summary>Loading the page that comes then does not send the form again.</summary>
    public static IResult SeeOther(string path) => new Other(path);

    private sealed class Other(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
