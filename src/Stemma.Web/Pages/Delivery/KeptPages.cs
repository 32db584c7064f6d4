using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Stemma.Text;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Delivery;

/// <summary>Pages that were drawn before and are the same as long as the picture is that they show: drawn once, however many look at a story at once.</summary>
/// <remarks>
/// Drawing a story of fifty reports takes some 15 ms of a core, sending it again a tenth of that. What differs from reader to reader is not kept: the choice of colours is part of the key, words to one
/// reader alone go into <see cref="Gap"/>. Safe to call from many threads; two that draw the same page at once both do, and either is kept.
/// </remarks>
public sealed class KeptPages(AssetLibrary assets)
{
    /// <summary>Where words to one reader alone go into a page.</summary>
    public const string Gap = "<!--here-->";

    /// <summary>Memory for pages; when it is full all are dropped, and drawn again as they are asked for.</summary>
    private const long MostBytes = 96 * 1024 * 1024;

    private static readonly byte[] GapBytes = Encoding.UTF8.GetBytes(Gap);

    private readonly string program = assets.PathOf("site.css");
    private readonly ConcurrentDictionary<string, byte[]> pages = new(StringComparer.Ordinal);
    private long size;

    /// <summary>An answer that is drawn only if it was not before.</summary>
    /// <param name="tag">The same as long as all that the page shows is; null: the page is never kept.</param>
    /// <param name="aside">HTML for <see cref="Gap"/>, safe already.</param>
    public IResult Keep(string? tag, IResult page, string aside = "") => new Kept(this, tag, page, aside);

    private sealed class Kept(KeptPages all, string? tag, IResult page, string aside) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            HttpRequest request = httpContext.Request;
            HttpResponse response = httpContext.Response;
            string key = string.Create(CultureInfo.InvariantCulture, $"{tag}\n{ThemeChoice.Of(httpContext)}\n{request.Path}{request.QueryString}");
            if (tag is not null)
            {
                // The styles' address stands for the program: another one draws other pages.
                string mark = $"W/\"{StableHash.Digest(key + "\n" + aside + "\n" + all.program, 16)}\"";
                response.Headers.ETag = mark;
                response.Headers.Vary = "Cookie";
                if (request.Headers.IfNoneMatch.Contains(mark))
                {
                    response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }

            if (tag is null || !all.pages.TryGetValue(key, out byte[]? drawn))
            {
                drawn = await DrawAsync(httpContext);
                if (tag is not null && response.StatusCode == StatusCodes.Status200OK)
                    all.Hold(key, drawn);
            }

            response.ContentType = "text/html; charset=utf-8";
            int gap = drawn.AsSpan().IndexOf(GapBytes);
            if (gap < 0)
            {
                await response.Body.WriteAsync(drawn, httpContext.RequestAborted);
                return;
            }

            await response.Body.WriteAsync(drawn.AsMemory(0, gap), httpContext.RequestAborted);
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(aside), httpContext.RequestAborted);
            await response.Body.WriteAsync(drawn.AsMemory(gap + GapBytes.Length), httpContext.RequestAborted);
        }

        private async Task<byte[]> DrawAsync(HttpContext context)
        {
            Stream outer = context.Response.Body;
            using MemoryStream drawn = new();
            context.Response.Body = drawn;
            try
            {
                await page.ExecuteAsync(context);
            }
            finally
            {
                context.Response.Body = outer;
            }

            return drawn.ToArray();
        }
    }

    private void Hold(string key, byte[] page)
    {
        if (Interlocked.Add(ref size, page.Length) > MostBytes)
        {
            pages.Clear();
            Interlocked.Exchange(ref size, page.Length);
        }

        pages[key] = page;
    }
}
