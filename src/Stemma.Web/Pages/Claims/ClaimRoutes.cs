using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Claims;
using Stemma.Store;
using Stemma.Text;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Watching;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Claims;

/// <summary>Each claim, by its id in a story or by the words of one of its assertions.</summary>
internal static class ClaimRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/stories/{story}/claims/{claim}", PageAsync);
        pages.MapGet("/claims/{report}/{start:int}-{end:int}", ByWordsAsync);
    }

    /// <summary>An address that stays: ids of claims are given anew at each weighing, the words of a report are not.</summary>
    public static string Permalink(ReportSpan at) => string.Create(CultureInfo.InvariantCulture, $"/claims/{Uri.EscapeDataString(at.Report)}/{at.Start}-{at.End}");

    private static async Task<IResult> PageAsync(
        string story, string claim, string? done, int? page, string? tick, HttpContext http, StoryPictures pictures, CorrectionLog log, WatchDesk desk, ServeOptions options, CancellationToken cancellation)
    {
        if (await pictures.NowAsync(story, cancellation) is not { } found)
            return PageResults.NotFound("story");
        if (found.Claim(claim) is not { } here)
        {
            // Weighed anew, it may go by the id of another of its assertions; the old id still tells one.
            Assertion? first = claim.StartsWith("c-", StringComparison.Ordinal) ? found.Assertion(claim[2..]) : null;
            if (first is not null)
                return Results.LocalRedirect(Paths.Claim(found.Story.Id, first.Claim) + http.Request.QueryString);

            // Rejected by hand: its own page is gone, the way back stands with the story.
            return done is not null || found.Story.Corrections is { } all && all.Any(c => c is { Kind: CorrectionKind.Reject, Target: CorrectionTarget.Claim } && c.What.Any(a => a.Report is { } report && claim.StartsWith($"c-{report}.", StringComparison.Ordinal)))
                ? Results.LocalRedirect(Paths.Story(found.Story.Id) + (done is null ? "" : $"?{CorrectionRoutes.Done}={Uri.EscapeDataString(done)}") + "#correct")
                : PageResults.NotFound("claim");
        }

        if (found.Story.Id != story)
            return Results.LocalRedirect(Paths.Claim(found.Story.Id, claim) + http.Request.QueryString);
        string permalink = $"{http.Request.Scheme}://{http.Request.Host}{Permalink(found.AssertionsOf(here)[0].At)}";
        string watching = WatchLine.Of(WatchDesk.OfClaim(await desk.OfAsync(found.Story.Id, cancellation), found, here), found.Story.Id, here.Id, Paths.Claim(found.Story.Id, here.Id), options.ReadOnly);
        return PageResults.Page<ClaimPage>(
            (nameof(ClaimPage.Model), ClaimModel.Of(found, here, page ?? 1)), (nameof(ClaimPage.Permalink), permalink),
            (nameof(ClaimPage.Log), done is null ? [] : await log.AllAsync(cancellation)), (nameof(ClaimPage.Done), done), (nameof(ClaimPage.All), tick == "all"), (nameof(ClaimPage.Watching), watching));
    }

    private static async Task<IResult> ByWordsAsync(string report, int start, int end, IStoryStore store, StoryPictures pictures, CancellationToken cancellation)
    {
        if (await store.Records.CurrentReportAsync(report, cancellation) is not { } id || await store.ReportAsync(id, cancellation) is not { } stored
            || await pictures.NowAsync(stored.Story, cancellation) is not { } story)
            return PageResults.NotFound("claim");
        Assertion? nearest = story.Story.Assertions
            .Where(a => a.Report == id && a.At.Start < end && start < a.At.End)
            .OrderByDescending(a => Math.Min(a.At.End, end) - Math.Max(a.At.Start, start)).ThenBy(a => a.At.End - a.At.Start)
            .FirstOrDefault();
        return nearest is not null && story.Claim(nearest.Claim) is not null
            ? Results.LocalRedirect(Paths.Claim(story.Story.Id, nearest.Claim))
            : PageResults.NotFound("claim");
    }
}
