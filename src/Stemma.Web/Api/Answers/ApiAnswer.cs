using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>Answers that say which state they are of, and are not sent again to who has it.</summary>
internal static class ApiAnswer
{
    /// <summary>The tag of some bytes, without quotation marks.</summary>
    public static string TagOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    /// <summary>Whether the caller has this state already; if so, it has been told.</summary>
    public static bool NotModified(HttpContext context, string tag)
    {
        EntityTagHeaderValue own = new($"\"{tag}\"");
        context.Response.Headers.ETag = own.ToString();
        context.Response.Headers.CacheControl = "no-cache, private";
        context.Response.Headers.Vary = "Accept";
        IList<EntityTagHeaderValue> known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known is null || !known.Any(k => k.Tag == "*" || k.Compare(own, useStrongComparison: false)))
            return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, string mediaType, string tag)
    {
        if (NotModified(context, tag))
            return;
        context.Response.ContentType = mediaType.StartsWith("text/", StringComparison.Ordinal) ? mediaType + "; charset=utf-8" : mediaType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Refuses a change of something that is no more as the caller believes.</summary>
    public static void CheckMatch(HttpContext context, string tag)
    {
        IList<EntityTagHeaderValue> wanted = context.Request.GetTypedHeaders().IfMatch;
        if (wanted is { Count: > 0 } && !wanted.Any(w => w.Tag == "*" || w.Compare(new EntityTagHeaderValue($"\"{tag}\""), useStrongComparison: true)))
            throw new ProblemException(Problem.Changed, "If-Match names another state than the one that stands.");
    }
}
