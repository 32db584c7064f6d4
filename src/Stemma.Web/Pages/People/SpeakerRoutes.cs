using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Attributions;
using Stemma.Store;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Origins;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Stemma.Weighing;

namespace Stemma.Web.Pages.People;

/// <summary>Those who speak: people and organisations, each with what they said over time and across stories.</summary>
internal static class SpeakerRoutes
{
    private const int PageSize = 60;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Paths.People, ListAsync);
        pages.MapGet(Paths.People + "/{name}", (string name, string? stance, string? before, string? done, HttpContext http, IStoryStore store, CorrectionLog entries, CancellationToken cancellation) =>
            PageAsync("person", name, stance, before, done, http, store, entries, cancellation));
        pages.MapGet("/organisations/{name}", (string name, string? stance, string? before, string? done, HttpContext http, IStoryStore store, CorrectionLog entries, CancellationToken cancellation) =>
            PageAsync("organisation", name, stance, before, done, http, store, entries, cancellation));
    }

    private static async Task<IResult> ListAsync(string? q, NameLists lists, CancellationToken cancellation) => PageResults.Page<SpeakersPage>(
        (nameof(SpeakersPage.Asked), q),
        (nameof(SpeakersPage.People), await lists.OfAsync(NameKind.Person, q, cancellation)),
        (nameof(SpeakersPage.Organisations), await lists.OfAsync(NameKind.Organisation, q, cancellation)));

    private static async Task<IResult> PageAsync(string kind, string name, string? stance, string? before, string? done, HttpContext http, IStoryStore store, CorrectionLog entries, CancellationToken cancellation)
    {
        name = PathNames.Of(name);
        // A body may be read as a person in one report: whatever the address says, what is known of the name is shown.
        string? asked = kind;
        UtteranceCounts? counts = await store.Records.CountUtterancesAsync(kind, name, cancellation);
        if (counts is null)
            (asked, counts) = (null, await store.Records.CountUtterancesAsync(null, name, cancellation));
        ImmutableArray<ReportHit> named = await store.SearchAsync(kind == "person" ? new ReportQuery { Person = name, Limit = 10 } : new ReportQuery { Organisation = name, Limit = 10 }, cancellation);
        ImmutableArray<Correction> log = await entries.AllAsync(cancellation);
        ImmutableArray<Correction> about = CorrectionsModel.About(log, [name, counts?.Name ?? name], CorrectionTarget.Entity, CorrectionTarget.Origin);
        if (counts is null && CorrectionsModel.NowCalled(about, name) is { } now && await store.Records.CountUtterancesAsync(null, now, cancellation) is not null)
            return Results.LocalRedirect((kind == "person" ? Paths.Person(now) : Paths.Organisation(now)) + http.Request.QueryString);
        if (counts is null && named.IsEmpty && about.IsEmpty)
            return PageResults.NotFound(kind);
        Stance? only = Enum.TryParse(stance, ignoreCase: true, out Stance given) && Enum.IsDefined(given) ? given : null;
        ImmutableArray<Utterance> said = counts is null ? [] : await store.Records.UtterancesAsync(new UtteranceQuery(asked, name) { Stance = only, Before = before, Limit = PageSize + 1 }, cancellation);
        // A statement that was given to another keeps its place: it is told where the reports are that name both.
        HashSet<string> near = [.. said.Select(u => u.Report), .. named.Select(h => h.Id)];
        about = [.. CorrectionSet.Of(log).Standing.Where(c => about.Contains(c)
            || (c.Kind is CorrectionKind.Reattribute && (string.Equals(c.To, name, StringComparison.OrdinalIgnoreCase) || c.What.Any(a => a.Report is { } report && near.Contains(report)))))];
        return PageResults.Page<SpeakerPage>(
            (nameof(SpeakerPage.Kind), kind), (nameof(SpeakerPage.Name), counts?.Name ?? name), (nameof(SpeakerPage.Counts), counts),
            (nameof(SpeakerPage.Said), said.Length > PageSize ? said.RemoveAt(PageSize) : said), (nameof(SpeakerPage.Next), said.Length > PageSize ? said[PageSize - 1].Mark : null),
            (nameof(SpeakerPage.IsLater), before is not null), (nameof(SpeakerPage.Only), only),
            (nameof(SpeakerPage.Titles), await store.Records.TitlesAsync(said.Select(u => u.Story), cancellation)),
            (nameof(SpeakerPage.Named), named), (nameof(SpeakerPage.Log), log), (nameof(SpeakerPage.About), about), (nameof(SpeakerPage.Done), done));
    }
}
