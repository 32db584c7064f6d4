using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Store;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Outlets;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Origins;

/// <summary>The records of origins and of outlets: what became of what they stated, and on whom it rests.</summary>
internal static class RecordRouting
{
    private const int PageSize = 40, Neighbours = 12, LatestReports = 12;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Paths.Origins, async (string? q, NameLists lists, CancellationToken cancellation) => PageResults.Page<OriginsPage>(
            (nameof(OriginsPage.Asked), q), (nameof(OriginsPage.Names), await lists.OfAsync(NameKind.Origin, q, cancellation))));
        pages.MapGet(Paths.Outlets, async (string? q, CorrectionLog entries, NameLists lists, CancellationToken cancellation) => PageResults.Page<OutletsPage>(
            (nameof(OutletsPage.Asked), q), (nameof(OutletsPage.Names), await lists.OfAsync(NameKind.Outlet, q, cancellation)),
            (nameof(OutletsPage.Grades), CorrectionSet.Of(await entries.AllAsync(cancellation)).Grades())));
        pages.MapGet(Paths.Origins + "/{name}", OriginAsync);
        pages.MapGet(Paths.Outlets + "/{name}", OutletAsync);
    }

    private static async Task<IResult> OriginAsync(string name, string? outcome, string? before, string? done, HttpContext http, IStoryStore store, CorrectionLog entries, CancellationToken cancellation)
    {
        name = PathNames.Of(name);
        TrackRecord? record = await store.Records.TrackAsync(HolderKind.Origin, name, cancellation);
        ImmutableArray<ReportHit> reports = await store.SearchAsync(new ReportQuery { Origin = name, Limit = LatestReports }, cancellation);
        ImmutableArray<Correction> log = await entries.AllAsync(cancellation);
        ImmutableArray<Correction> about = CorrectionsModel.About(log, [name, record?.Name ?? name], CorrectionTarget.Origin, CorrectionTarget.Entity);
        if (record is null && CorrectionsModel.NowCalled(about, name) is { } now && await store.Records.TrackAsync(HolderKind.Origin, now, cancellation) is not null)
            return Results.LocalRedirect(Paths.Origin(now) + http.Request.QueryString);
        if (record is null && reports.IsEmpty && about.IsEmpty)
            return PageResults.NotFound("origin");
        RecordList list = await ListAsync(HolderKind.Origin, name, outcome, before, store, cancellation);
        return PageResults.Page<OriginPage>(
            (nameof(OriginPage.Name), record?.Name ?? name), (nameof(OriginPage.Record), record), (nameof(OriginPage.List), list), (nameof(OriginPage.Reports), reports),
            (nameof(OriginPage.Log), log), (nameof(OriginPage.About), about), (nameof(OriginPage.Done), done));
    }

    private static async Task<IResult> OutletAsync(string name, string? outcome, string? before, string? done, HttpContext http, IStoryStore store, CorrectionLog entries, CancellationToken cancellation)
    {
        name = PathNames.Of(name);
        Dependence? dependence = await store.Records.DependenceAsync(name, Neighbours, cancellation);
        TrackRecord? record = await store.Records.TrackAsync(HolderKind.Outlet, name, cancellation);
        ImmutableArray<Correction> log = await entries.AllAsync(cancellation);
        ImmutableArray<Correction> about = CorrectionsModel.About(log, [name, dependence?.Name ?? name], CorrectionTarget.Outlet);
        if (record is null && CorrectionsModel.NowCalled(about, name) is { } now && await store.Records.TrackAsync(HolderKind.Outlet, now, cancellation) is not null)
            return Results.LocalRedirect(Paths.Outlet(now) + http.Request.QueryString);
        // What others credit, and never came itself, has a page too: that of those who rest on it.
        if (dependence is null && record is null && about.IsEmpty && (await store.Records.CountUtterancesAsync(null, name, cancellation)) is null)
        {
            return (await store.TombstonesAsync(cancellation)).FirstOrDefault(t => t.Kind == "outlet" && SearchWords.Fold(t.Name) == SearchWords.Fold(name)) is { } gone
                ? PageResults.Gone(gone)
                : PageResults.NotFound("outlet");
        }

        string called = dependence?.Name ?? record?.Name ?? name;
        return PageResults.Page<OutletPage>(
            (nameof(OutletPage.Name), called), (nameof(OutletPage.Record), record), (nameof(OutletPage.Dependence), dependence),
            (nameof(OutletPage.List), await ListAsync(HolderKind.Outlet, name, outcome, before, store, cancellation)),
            (nameof(OutletPage.Reports), await store.SearchAsync(new ReportQuery { Outlet = name, Limit = LatestReports }, cancellation)),
            (nameof(OutletPage.Grade), CorrectionSet.Of(log).Grades().TryGetValue(called, out char grade) ? grade : null),
            (nameof(OutletPage.Log), log), (nameof(OutletPage.About), about), (nameof(OutletPage.Done), done));
    }

    private static async Task<RecordList> ListAsync(HolderKind holder, string name, string? outcome, string? before, IStoryStore store, CancellationToken cancellation)
    {
        Outcome? only = Enum.TryParse(outcome, ignoreCase: true, out Outcome given) && Enum.IsDefined(given) ? given : null;
        ImmutableArray<RecordedClaim> claims = await store.Records.ClaimsAsync(new RecordQuery(holder, name) { Outcome = only, Before = before, Limit = PageSize + 1 }, cancellation);
        bool more = claims.Length > PageSize;
        return new RecordList(only, more ? claims.RemoveAt(PageSize) : claims, more ? claims[PageSize - 1].Mark : null, before is not null,
            await store.Records.TitlesAsync(claims.Select(c => c.Story), cancellation));
    }
}
