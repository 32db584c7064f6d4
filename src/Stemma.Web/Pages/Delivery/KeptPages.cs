using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Stemma.Text;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Delivery;

/// <summary>Pages that were drawn before and are the same as long as the picture is that they show: drawn once, however many look at a story at once.</summary>
/// <remarks>
/// Drawing a story of fifty reports takes some ten times as long as sending it again. What differs from reader to reader is not kept: the choice of colours is part of the key, words to one
/// reader alone go into <see cref="Gap"/>. Safe to call from many threads: of those who ask for a page that is not kept yet one draws it, and the others wait for him.
/// </remarks>
public sealed class KeptPages(AssetLibrary assets) : IDisposable
{
    /// <summary>Where words to one reader alone go into a page.</summary>
    public const string Gap = "<!--here-->";

    /// <summary>Memory for pages; when it is full all are dropped, and drawn again as they are asked for.</summary>
    private const long MostBytes = 96 * 1024 * 1024;

    private readonly string program = assets.PathOf("site.css");
    private readonly ConcurrentDictionary<string, DrawnPage> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<DrawnPage?>> underway = new(StringComparer.Ordinal);

    /// <summary>Drawing takes a core each: twenty that draw at once all wait for the slowest, one after another wait half as long.</summary>
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);
    private long size;
    private long drawings;

    /// <summary>How many pages were drawn, rather than found here.</summary>
    internal long Drawn => Interlocked.Read(ref drawings);

    public void Dispose() => cores.Dispose();

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

            DrawnPage drawn = tag is null ? await DrawAsync(httpContext) : all.pages.TryGetValue(key, out DrawnPage? found) ? found : await ShareAsync(key, httpContext);
            response.ContentType = "text/html; charset=utf-8";
            foreach (byte[] part in drawn.Head)
                await response.Body.WriteAsync(part, httpContext.RequestAborted);
            if (drawn.HasGap && aside.Length > 0)
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(aside), httpContext.RequestAborted);
            foreach (byte[] part in drawn.Tail)
                await response.Body.WriteAsync(part, httpContext.RequestAborted);
        }

        /// <summary>Draws the page for all who ask for it meanwhile, or waits for who does so already.</summary>
        private async Task<DrawnPage> ShareAsync(string key, HttpContext context)
        {
            TaskCompletionSource<DrawnPage?> own = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<DrawnPage?> drawing = all.underway.GetOrAdd(key, own.Task);
            if (drawing != own.Task)
                return await drawing.WaitAsync(context.RequestAborted) ?? await DrawAsync(context); // who drew it failed, or went away

            DrawnPage? drawn = null;
            try
            {
                // Drawn by another between the look and the turn.
                if (all.pages.TryGetValue(key, out drawn))
                    return drawn;
                drawn = await DrawAsync(context);
                if (context.Response.StatusCode == StatusCodes.Status200OK)
                    all.Hold(key, drawn);
                return drawn;
            }
            finally
            {
                // Kept before it is taken from here: who comes between finds it in one place or the other.
                all.underway.TryRemove(key, out _);
                own.SetResult(context.Response.StatusCode == StatusCodes.Status200OK ? drawn : null);
            }
        }

        private async Task<DrawnPage> DrawAsync(HttpContext context)
        {
            Stream outer = context.Response.Body;
            await all.cores.WaitAsync(context.RequestAborted);
            try
            {
                using PooledStream drawn = new();
                context.Response.Body = drawn;
                Interlocked.Increment(ref all.drawings);
                await page.ExecuteAsync(context);

                // A component whose loading was broken off with its request draws itself without what it wanted to load, and says nothing: such a page is nobody's.
                context.RequestAborted.ThrowIfCancellationRequested();
                return DrawnPage.Of(drawn.Written);
            }
            finally
            {
                context.Response.Body = outer;
                all.cores.Release();
            }
        }
    }

    private void Hold(string key, DrawnPage page)
    {
        if (Interlocked.Add(ref size, page.Length) > MostBytes)
        {
            pages.Clear();
            Interlocked.Exchange(ref size, page.Length);
        }

        pages[key] = page;
    }
}
