using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Finds the name of a place that one report writes as no other does, where the others write nearly the same: "Korsal Pass" for "Korvel Pass".</summary>
/// <remarks>
/// The sentences around the two need not be alike: that a report tells the same story and nowhere names the place that the others name is what tells.
/// Two ways to write one foreign name are no difference.
/// </remarks>
internal sealed class MiswrittenNames(ImmutableArray<DatedReport> reports, OutletFamilies families, ImmutableArray<Derivation> lineage)
{
    /// <summary>Publishers who have the other name; one suffices where the report rests on it.</summary>
    private const int FewestOthers = 2;

    public IEnumerable<Finding> Find(ImmutableArray<ImmutableArray<Draft>> groups)
    {
        Draft[] drafts = [.. groups.SelectMany(g => g).OrderBy(d => d.Report).ThenBy(d => d.Span)];
        string[][] places = [.. reports.Select(r => Places(r).Distinct(StringComparer.Ordinal).ToArray())];
        string[] all = [.. places.SelectMany(p => p).Distinct(StringComparer.Ordinal)];
        HashSet<(string, string)> told = [];
        for (int r = 0; r < reports.Length; r++)
        {
            foreach (string odd in Names(reports[r]).Where(n => !IsElsewhere(n, r)))
            {
                foreach (string right in all.Where(p => !Has(reports[r], p)))
                {
                    if (Written(right, odd) is not { } wrong || !Has(reports[r], wrong) || !told.Add((wrong, right)))
                        continue;
                    int[] others = [.. Enumerable.Range(0, reports.Length).Where(o => families.Of(o) != families.Of(r) && Has(reports[o], right))];
                    bool rests = others.Any(o => lineage.Any(d => d.From == reports[r].Report.Id && d.To == reports[o].Report.Id));
                    if (others.Select(families.Of).Distinct(StringComparer.Ordinal).Count() < (rests ? 1 : FewestOthers))
                        continue;
                    Draft[] mine = Telling(drafts, [r], wrong), theirs = Telling(drafts, others, right);
                    if (mine.Length > 0 && theirs.Length > 0)
                        yield return new Finding(DifferenceKind.Place, [new Side(right, [.. theirs]), new Side(wrong, [.. mine])], Verdict.Conflict, $"Suspect transcription: the others write {right}.");
                }
            }
        }
    }

    /// <summary>What states something with the name in it; of a report that has it in its dateline or headline alone, what it states first.</summary>
    private Draft[] Telling(Draft[] drafts, int[] of, string name)
    {
        Draft[] inside = [.. drafts.Where(d => of.Contains(d.Report) && d.Span.In(reports[d.Report].Report.Body).Contains(name, StringComparison.OrdinalIgnoreCase))];
        return [.. inside, .. of.Where(o => !Array.Exists(inside, d => d.Report == o)).Select(o => Array.Find(drafts, d => d.Report == o)).OfType<Draft>()];
    }

    /// <summary>The right name with one of its words written as in the odd one; null where the two are not that near.</summary>
    private static string? Written(string right, string odd)
    {
        string[] words = right.Split(' ');
        foreach (string other in odd.Split(' '))
        {
            for (int i = 0; i < words.Length; i++)
            {
                if (NameLikeness.AreSlip(StoryNames.Fold(words[i]), StoryNames.Fold(other)))
                    return string.Join(' ', words.Select((w, at) => at == i ? other : w));
            }
        }

        return null;
    }

    private bool IsElsewhere(string name, int report) => Enumerable.Range(0, reports.Length).Any(o => families.Of(o) != families.Of(report) && Has(reports[o], name));

    private static bool Has(DatedReport report, string name) =>
        report.Report.Body.Contains(name, StringComparison.OrdinalIgnoreCase)
        || report.Report.Headline?.Contains(name, StringComparison.OrdinalIgnoreCase) == true
        || report.Report.Dateline?.Place.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<string> Names(DatedReport report) =>
        report.Annotation.Language.Entities.Where(e => e.Kind is not EntityKind.Person).Select(e => e.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Names of places as written, a dateline's in small letters where it stands in capitals.</summary>
    private static IEnumerable<string> Places(DatedReport report)
    {
        foreach (EntityMention entity in report.Annotation.Language.Entities.Where(e => e.Kind is EntityKind.Place))
            yield return entity.Name;
        if (report.Report.Dateline is { } dateline)
            yield return dateline.Place.Any(char.IsLower) ? dateline.Place : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(dateline.Place.ToLowerInvariant());
    }
}
