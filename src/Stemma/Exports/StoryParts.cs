using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Exports;

/// <summary>What several forms ask of a story.</summary>
internal sealed class StoryParts(Story story)
{
    private readonly StoryLookup lookup = new(story);

    public Story Story => story;

    public Report? Report(string id) => lookup.Report(id);

    public Origin? Origin(string id) => lookup.Origin(id);

    public Claim? Claim(string id) => lookup.Claim(id);

    /// <summary>In the order of the claim.</summary>
    public IEnumerable<Assertion> Assertions(Claim claim) => claim.Assertions.Select(lookup.Assertion).OfType<Assertion>();

    /// <summary>Whether an assertion carries its claim: who denies, doubts or keeps silent is no origin of it.</summary>
    public static bool Carries(Assertion assertion) => assertion.Stance is not (Stance.Denies or Stance.Doubts or Stance.Withholds or Stance.Asks);

    /// <summary>Where what the claim says enters the story; each once, in order of first mention.</summary>
    public ImmutableArray<Origin> Origins(Claim claim) => OriginsOf(Assertions(claim).Where(Carries));

    public ImmutableArray<Origin> OriginsOf(IEnumerable<Assertion> assertions) =>
        [.. assertions.Select(a => a.Attribution.IsEmpty ? null : a.Attribution[^1].Origin).OfType<string>().Distinct(StringComparer.Ordinal).Select(lookup.Origin).OfType<Origin>()];

    /// <summary>The reports of a claim, each once, oldest first.</summary>
    public ImmutableArray<Report> Reports(Claim claim)
    {
        HashSet<string> ids = [.. Assertions(claim).Select(a => a.Report)];
        return [.. story.Reports.Where(r => ids.Contains(r.Id))];
    }

    /// <summary>Corrections of claims by which a person said what he thinks of one; each with the claim as it is called now.</summary>
    public IEnumerable<(Correction Verdict, Claim Claim)> Verdicts()
    {
        foreach (Correction verdict in CorrectionSet.Of(story.Corrections ?? []).Of(CorrectionKind.Accept, CorrectionTarget.Claim))
        {
            foreach (CorrectionAnchor anchor in verdict.What)
            {
                if (anchor.Report is { } id && Report(id) is { } report && CorrectionSet.Find(anchor, report.Body) is { } span
                    && story.Assertions.FirstOrDefault(a => a.Report == id && a.At.Start < span.End && span.Start < a.At.End) is { } assertion
                    && Claim(assertion.Claim) is { } claim)
                {
                    yield return (verdict, claim);
                    break;
                }
            }
        }
    }

    /// <summary>The earliest and latest publication among the reports, in UTC; the beginning of 1970 where none is known, because some forms demand a time.</summary>
    public (DateTimeOffset First, DateTimeOffset Last) Span()
    {
        ImmutableArray<DateTimeOffset> times = [.. story.Reports.Select(r => r.Published?.SortKey.ToUniversalTime()).OfType<DateTimeOffset>()];
        return times.IsEmpty ? (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch) : (times.Min(), times.Max());
    }
}
