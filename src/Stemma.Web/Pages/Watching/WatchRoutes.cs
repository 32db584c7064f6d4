using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Store;
using Stemma.Watch;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Stories;

namespace Stemma.Web.Pages.Watching;

/// <summary>Watching by hand: what is watched and what that has told, and the forms that set a watch and end one.</summary>
internal static class WatchRoutes
{
    /// <summary>Alerts that are listed; all of them are in the feed and the API.</summary>
    private const int Alerts = 100;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Paths.Watches, PageAsync);
        pages.MapGet(Paths.Watches + "/{id}", WatchedAsync);
        pages.MapPost(Paths.Watches, AddAsync);
        pages.MapPost(Paths.Watches + "/end", EndAsync);
        pages.MapPost(Paths.Watches + "/again", AgainAsync);
    }

    private static async Task<IResult> PageAsync(string? ended, WatchDesk desk, IStoryStore store, CancellationToken cancellation)
    {
        var watches = await desk.AllAsync(cancellation);
        return PageResults.Page<WatchesPage>(
            (nameof(WatchesPage.Watches), watches), (nameof(WatchesPage.Alerts), await new AlertLog(store.Watch).LatestAsync(Alerts, cancellation)),
            (nameof(WatchesPage.Titles), await store.Records.TitlesAsync(watches.Select(w => w.Story).OfType<string>(), cancellation)), (nameof(WatchesPage.Ended), desk.Ended(ended)));
    }

    /// <summary>Leads to what is watched as it goes by now: ids of claims are given anew at each weighing, and stories are merged.</summary>
    private static async Task<IResult> WatchedAsync(string id, WatchDesk desk, StoryPictures pictures, CancellationToken cancellation)
    {
        if ((await desk.AllAsync(cancellation)).FirstOrDefault(w => w.Id == id) is not { Story: { } story } watch || await pictures.NowAsync(story, cancellation) is not { } now)
            return PageResults.NotFound("watch");
        return Results.LocalRedirect(watch.Claim.IsEmpty ? Paths.Story(now.Story.Id) : WatchDesk.ClaimOf(watch, now) is { } claim ? Paths.Claim(now.Story.Id, claim.Id) : Paths.Part(now.Story.Id, StoryPart.Claims));
    }

    private static async Task<IResult> AddAsync(HttpContext http, WatchDesk desk, StoryPictures pictures, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(http, cancellation) is not { } form || form["story"].ToString() is not { Length: > 0 } story)
            return PageResults.Invalid("That is no form of these pages.");
        string? claim = form["claim"].ToString() is { Length: > 0 } asked ? asked : null;
        if (await pictures.NowAsync(story, cancellation) is not { } now)
            return PageResults.NotFound("story");

        // Weighed anew meanwhile, a claim may go by the id of another of its statements.
        if (claim is not null && now.Claim(claim) is null)
            claim = claim.StartsWith("c-", StringComparison.Ordinal) ? now.Assertion(claim[2..])?.Claim ?? claim : claim;
        return await desk.AddAsync(story, claim, cancellation) is null
            ? PageResults.NotFound("claim")
            : PostedForm.SeeOther(PostedForm.PageOf(form["back"], Paths.Story(now.Story.Id)) + "#" + WatchLine.Anchor);
    }

    private static async Task<IResult> EndAsync(HttpContext http, WatchDesk desk, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(http, cancellation) is not { } form || form["id"].ToString() is not { Length: > 0 } id)
            return PageResults.Invalid("That is no form of these pages.");

        // Ended already, by somebody else or a second click: what was wanted is so.
        await desk.EndAsync(id, cancellation);
        string back = PostedForm.PageOf(form["back"], Paths.Watches);
        return PostedForm.SeeOther(back == Paths.Watches ? back + "?ended=" + Uri.EscapeDataString(id) : back + "#" + WatchLine.Anchor);
    }

    private static async Task<IResult> AgainAsync(HttpContext http, WatchDesk desk, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(http, cancellation) is not { } form || form["id"].ToString() is not { Length: > 0 } id)
            return PageResults.Invalid("That is no form of these pages.");
        return await desk.AgainAsync(id, cancellation)
            ? PostedForm.SeeOther(Paths.Watches)
            : PageResults.Invalid("That watch was ended too long ago to be set again from here; its story’s page has a button that sets one.");
    }
}
