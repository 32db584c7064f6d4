using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Store;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>Correcting by hand: plain forms that are posted, kept, and led back to the page they came from.</summary>
internal static class CorrectionRoutes
{
    /// <summary>Name of the query parameter by which a page is told what was just kept.</summary>
    public const string Done = "done";

    /// <summary>Who signed last, so that a name is typed once.</summary>
    public const string WhoCookie = "who";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Paths.Corrections, CorrectionsModel.PageAsync);
        pages.MapGet(Paths.Corrections + ".jsonl", ExportAsync);
        pages.MapPost(Paths.Corrections, AddAsync);
        pages.MapPost(Paths.Corrections + "/undo", UndoAsync);
    }

    private static async Task<IResult> AddAsync(HttpContext http, IStoryStore store, StoryPictures pictures, TimeProvider clock, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(http, cancellation) is not { } form)
            return PageResults.Invalid("That is no form of these pages.");
        return await KeepAsync(http, store, form, await CorrectionForm.ReadAsync(form, CorrectionForm.Who(form, http.Request), store, pictures, clock.GetUtcNow(), cancellation), cancellation);
    }

    private static async Task<IResult> UndoAsync(HttpContext http, IStoryStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(http, cancellation) is not { } form)
            return PageResults.Invalid("That is no form of these pages.");
        return await KeepAsync(http, store, form, CorrectionForm.ReadUndo(form, CorrectionForm.Who(form, http.Request), await store.CorrectionsAsync(cancellation), clock.GetUtcNow()), cancellation);
    }

    private static async Task<IResult> KeepAsync(HttpContext http, IStoryStore store, IFormCollection form, (Correction? Entry, string? Fault) read, CancellationToken cancellation)
    {
        if (read.Entry is not { } entry)
            return PageResults.Invalid(read.Fault!);
        await store.AddCorrectionsAsync([entry], cancellation);
        if (entry.Who != CorrectionForm.Nobody)
            http.Response.Cookies.Append(WhoCookie, entry.Who, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(400), Path = "/", IsEssential = true });
        return PostedForm.SeeOther(Back(form["back"], entry.Id));
    }

    /// <summary>The page that the form was on, with the id of what was kept; anything but a path of this server leads to the log.</summary>
    internal static string Back(string? path, string done)
    {
        path = PostedForm.PageOf(path, Paths.Corrections);
        int hash = path.IndexOf('#', StringComparison.Ordinal);
        string anchor = hash < 0 ? "" : path[hash..];
        string page = hash < 0 ? path : path[..hash];
        int query = page.IndexOf('?', StringComparison.Ordinal);
        IEnumerable<string> kept = query < 0 ? [] : page[(query + 1)..].Split('&').Where(p => p.Length > 0 && !p.StartsWith(Done + "=", StringComparison.Ordinal));
        return (query < 0 ? page : page[..query]) + "?" + string.Join('&', kept.Append($"{Done}={Uri.EscapeDataString(done)}")) + anchor;
    }

    private static async Task ExportAsync(HttpContext http, IStoryStore store, CancellationToken cancellation)
    {
        StringBuilder lines = new();
        foreach (Correction correction in await store.CorrectionsAsync(cancellation))
            lines.Append(CorrectionJson.Line(correction)).Append('\n');
        http.Response.ContentType = "application/jsonl; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"corrections.jsonl\"";
        await http.Response.WriteAsync(lines.ToString(), cancellation);
    }
}
