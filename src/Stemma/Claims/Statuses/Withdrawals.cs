using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Finds the reports that their own publisher has taken back, and those that rest on them.</summary>
/// <remarks>An item may be cancelled by its carrier (<see cref="ReportStatus.Withdrawn"/>). A withdrawal in words names its story by headline, or comes from the same publisher with the same words in its headline.</remarks>
internal static class Withdrawals
{
    /// <summary>Where a newsroom says that it takes something back: its first words or its last.</summary>
    private const int Margin = 400;

    private static readonly FrozenSet<string> ItemWords = WordList.Row("Withdrawals.en.tsv", "item").ToFrozenSet(StringComparer.Ordinal);
    internal static readonly FrozenSet<string> TextWords = WordList.Row("Withdrawals.en.tsv", "words").ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Index of each report taken back, with the index of the report that does so.</returns>
    public static FrozenDictionary<int, int> Find(ImmutableArray<DatedReport> reports, StoryContext context, ImmutableArray<Derivation> lineage)
    {
        Dictionary<int, int> withdrawn = [];
        for (int by = 0; by < reports.Length; by++)
        {
            // A cancelled item takes itself back, in its last version.
            if (reports[by].Report.Status is ReportStatus.Withdrawn)
                withdrawn.TryAdd(by, by);
            // Its notice then speaks of itself, unless nothing of what it withdraws is at hand.
            if (!TakesBack(reports[by].Report) || (withdrawn.ContainsKey(by) && reports[by].Report.Body.Length > 0))
                continue;
            foreach (int target in Targets(reports, context, by))
                withdrawn.TryAdd(target, by);
        }

        // A copy that did not follow does not keep the story alive.
        bool grew = withdrawn.Count > 0;
        while (grew)
        {
            grew = false;
            foreach (Derivation derivation in lineage.Where(d => d.Kind is not DerivationKind.Cites || d.Share >= 0.2))
            {
                int from = context.IndexOf(derivation.From);
                int to = context.IndexOf(derivation.To);
                if (from >= 0 && to >= 0 && withdrawn.TryGetValue(to, out int by) && from != by && !TakesBack(reports[from].Report))
                    grew |= withdrawn.TryAdd(from, by);
            }
        }

        return withdrawn.ToFrozenDictionary();
    }

    private static bool TakesBack(Report report) =>
        report.Notes.Any(n => n.Kind is EditorNoteKind.Retraction)
        || (report.Headline is { } headline && WordList.AnyIn(ItemWords, headline))
        || WordList.AnyIn(ItemWords, report.Body.AsSpan(0, Math.Min(Margin, report.Body.Length)))
        || WordList.AnyIn(TextWords, report.Body.AsSpan(0, Math.Min(Margin, report.Body.Length)));

    /// <summary>The stories that it names by their headlines, or else the one of its publisher with the likest headline.</summary>
    private static int[] Targets(ImmutableArray<DatedReport> reports, StoryContext context, int by)
    {
        Report notice = reports[by].Report;
        string head = notice.Body[..Math.Min(Margin, notice.Body.Length)];
        int[] own = [.. Enumerable.Range(0, reports.Length).Where(i => i != by
            && reports[i].Report.Headline is { Length: > 0 }
            && context.Families.Of(i) == context.Families.Of(by)
            && !(reports[i].Report.Published > notice.Published)
            && !TakesBack(reports[i].Report))];
        int[] named = [.. own.Where(i => head.Contains(reports[i].Report.Headline!, StringComparison.OrdinalIgnoreCase))];
        return named.Length > 0
            ? named
            : [.. own.Select(i => (Report: i, Shared: SharedWords(notice.Headline, reports[i].Report.Headline!))).Where(o => o.Shared >= 0.6)
                .OrderByDescending(o => o.Shared).ThenByDescending(o => o.Report).Take(1).Select(o => o.Report)];
    }

    /// <summary>Share of the shorter headline's words of four letters or more that the other has too.</summary>
    private static double SharedWords(string? first, string second)
    {
        HashSet<string> a = Words(first ?? "");
        HashSet<string> b = Words(second);
        int least = Math.Min(a.Count, b.Count);
        return least < 2 ? 0 : (double)a.Intersect(b, StringComparer.Ordinal).Count() / least;
    }

    private static HashSet<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '-', ':', '.', '\'', '"'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 4 && w is not ("kill" or "withdrawn" or "update" or "retracted" or "correction")).ToHashSet(StringComparer.Ordinal);
}
