using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Stories.Drawing;

namespace Stemma.Web.Pages.Stories.Listing;

/// <summary>A story in the list of stories.</summary>
/// <param name="Summary">As the store lists it.</param>
/// <param name="Counts">What its picture adds up to; null until it has been weighed for the first time.</param>
public sealed record StoryCard(StorySummary Summary, StoryFigures? Counts);

/// <summary>What a story's picture adds up to, without the picture.</summary>
/// <param name="News">The first point of the brief; null where there is none.</param>
/// <param name="Conflicts">Differences that cannot both be right and were not overtaken.</param>
/// <param name="Disputed">Claims that somebody denies or contradicts.</param>
/// <param name="Latest">When the latest of the dated reports was published; null where none is dated.</param>
/// <param name="Names">Outlets, as often as they report, most first.</param>
public sealed record StoryFigures(
    string? News, int Reports, int Outlets, int OriginsAtLeast, int OriginsAtMost, int Conflicts, int Disputed, ReportTime? Latest, ImmutableArray<string> Names, ImmutableArray<Voices> Steps)
{
    /// <summary>More than these say no more in a list.</summary>
    private const int MostSteps = 48;

    private const int MostNames = 4;

    public static StoryFigures Of(PageStory page)
    {
        ArgumentNullException.ThrowIfNull(page);
        ImmutableArray<Voices> steps = page.Voices;
        return new StoryFigures(
            page.Story.Brief.NewsPeg.FirstOrDefault()?.Text,
            page.Standing.Length,
            page.Outlets,
            page.OriginsAtLeast,
            page.OriginsAtMost,
            page.Story.Differences.Count(d => d.Verdict is Verdict.Conflict),
            page.Story.Claims.Count(c => c.Status is ClaimStatus.Disputed),
            page.Story.Reports.Select(r => r.Published).MaxBy(t => t?.SortKey),
            [.. page.Standing.Select(r => r.Outlet).OfType<string>().GroupBy(o => o, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostNames).Select(g => g.Key)],
            steps.Length <= MostSteps ? steps : [.. Enumerable.Range(0, MostSteps).Select(i => steps[((i + 1) * steps.Length / MostSteps) - 1])]);
    }
}
