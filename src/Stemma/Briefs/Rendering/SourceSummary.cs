using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>One paragraph on what a brief rests on, in the manner of the source summary statement of ICD 206 (US Intelligence Community Directive, 2015).</summary>
internal static class SourceSummary
{
    public static string Of(Story story, Grading grading)
    {
        StoryLookup lookup = new(story);
        List<string> sentences = [Reports(story), Origins(story)];
        if (Facts(lookup) is { Length: > 0 } facts)
            sentences.Add(facts);
        int copies = story.Lineage.Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite).Select(d => d.From).Distinct(StringComparer.Ordinal).Count();
        if (copies > 0)
            sentences.Add($"{Sourcing.Count(copies, "report")} {(copies == 1 ? "copies or rewrites another and adds" : "copy or rewrite others and add")} no origin by it.");
        if (story.Reports.Count(r => r.Status is ReportStatus.Withdrawn) is > 0 and int cancelled)
            sentences.Add($"{Sourcing.Count(cancelled, "report")} {(cancelled == 1 ? "was" : "were")} withdrawn by {(cancelled == 1 ? "its publisher" : "their publishers")} and {(cancelled == 1 ? "counts" : "count")} nowhere.");
        if (story.Claims.Count(c => c.Status == ClaimStatus.Withdrawn) is > 0 and int withdrawn)
            sentences.Add($"{Sourcing.Count(withdrawn, "claim")} {(withdrawn == 1 ? "was" : "were")} withdrawn by those who made them and no longer {(withdrawn == 1 ? "counts" : "count")}.");
        sentences.Add(Conflict(lookup));
        sentences.Add(grading.HasSources
            ? "Letters are the reader's own grades of the outlets, F where none was given; figures follow from status and number of origins."
            : "No outlet was graded, so every letter is F (cannot be judged); figures follow from status and number of origins.");
        return string.Join(" ", sentences);
    }

    private static string Reports(Story story)
    {
        ImmutableArray<Report> standing = [.. story.Reports.Where(r => r.Status is not ReportStatus.Withdrawn)];
        int outlets = standing.Select(r => r.Outlet ?? "\0" + r.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        ImmutableArray<DateOnly> days = [.. standing.Select(r => r.Published?.Day).OfType<DateOnly>()];
        string when = days.IsEmpty ? ", all undated" : ", published " + Dates.Stretch(days.Min(), days.Max());
        return $"This brief rests on {Sourcing.Count(standing.Length, "report")} of {Sourcing.Count(outlets, "outlet")}{when}.";
    }

    private static string Origins(Story story)
    {
        (int least, int most) = StoryCounts.Origins(story);
        ImmutableArray<Origin> standing = [.. story.Origins.Where(o => !o.Withdrawn)];
        (string One, string Many, int Count)[] kinds =
        [
            ("named person or body", "named people or bodies", Count(OriginBasis.NamedOfficial)),
            ("unnamed source", "unnamed sources", standing.Count(o => o.Basis == OriginBasis.UnnamedOfficial || (o.Basis == OriginBasis.Unknown && o.Anonymous))),
            ("document or set of data", "documents or sets of data", Count(OriginBasis.Document)),
            ("report's own observation", "reports' own observation", Count(OriginBasis.FirstHand)),
            ("social media post", "social media posts", Count(OriginBasis.SocialPost)),
            ("other medium not at hand", "other media not at hand", Count(OriginBasis.OtherMedia)),
            ("source of unknown standing", "sources of unknown standing", standing.Count(o => o.Basis == OriginBasis.Unknown && !o.Anonymous)),
        ];
        string listed = string.Join(", ", kinds.Where(k => k.Count > 0).Select(k => $"{k.Count} {(k.Count == 1 ? k.One : k.Many)}"));
        return most == 0
            ? "No origin was found for anything in it."
            : $"Its information enters through {(least == most ? Sourcing.Count(least, "origin") : $"{least} to {Sourcing.Count(most, "origin")}")}: {listed}.";

        int Count(OriginBasis basis) => standing.Count(o => o.Basis == basis);
    }

    private static string Facts(StoryLookup lookup)
    {
        ImmutableArray<Point> facts = lookup.Story.Brief.KeyFacts;
        if (facts.IsEmpty)
            return "";
        int borne = facts.Count(p => p.Support is { OriginsAtLeast: > 1 });
        int unnamed = facts.Count(p => p.Support is { AnonymousOnly: true });
        int single = facts.Count(p => p.Support is { OriginsAtLeast: 1, OriginsAtMost: 1, AnonymousOnly: false });
        return $"Of {Sourcing.Count(facts.Length, "key fact")}, {borne} rest{(borne == 1 ? "s" : "")} on two or more origins that must be different, {single} on a single named origin or a report's own word, {unnamed} on unnamed sources alone.";
    }

    private static string Conflict(StoryLookup lookup)
    {
        ImmutableArray<Difference> conflicts = [.. lookup.Story.Differences.Where(d => d.Verdict == Verdict.Conflict)];
        Difference? main = lookup.Story.Brief.Disputed.Select(p => Disputes.Of(lookup, p)).OfType<Difference>().FirstOrDefault() ?? conflicts.FirstOrDefault();
        if (main is not null)
            return $"The main conflict among {conflicts.Length}: {Disputes.Question(main)}.";
        return lookup.Story.Brief.Disputed.IsEmpty ? "No conflict was found." : "What is disputed is told by the reports themselves.";
    }
}
