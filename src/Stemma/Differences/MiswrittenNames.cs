using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Differences;

/// <summary>Finds the name of a place that one report writes as no other does, where the others write nearly the same: "Marsdon" for "Marston".</summary>
/// <remarks>
/// The sentences around the two need not be alike: that a report rests on another and nowhere names the place that the other names is what tells.
/// Two ways to write one foreign name are no difference.
/// </remarks>
internal sealed class MiswrittenNames(ImmutableArray<DatedReport> reports, OutletFamilies families, ImmutableArray<Derivation> lineage)
{
    /// <summary>For each word, in small letters, the reports that have it.</summary>
    private readonly Dictionary<string, HashSet<int>> holders = Index(reports);

    public IEnumerable<Finding> Find(ImmutableArray<ImmutableArray<Draft>> groups)
    {
        Draft[] drafts = [.. groups.SelectMany(g => g).OrderBy(d => d.Report).ThenBy(d => d.Span)];
        (string Name, string[] Folded)[] all = [.. reports.SelectMany(Places).Distinct(StringComparer.Ordinal).Select(p => (p, p.Split(' ').Select(StoryNames.Fold).ToArray()))];
        HashSet<(string, string)> told = [];
        for (int r = 0; r < reports.Length; r++)
        {
            foreach (string odd in Names(reports[r]).Where(n => !With(n).Any(o => families.Of(o) != families.Of(r))))
            {
                string[] folded = [.. odd.Split(' ').Select(StoryNames.Fold)];
                foreach ((string right, string[] words) in all)
                {
                    if (Written(right, words, odd, folded) is not { } wrong || Has(reports[r], right) || !Has(reports[r], wrong) || !told.Add((wrong, right)))
                        continue;
                    int[] others = [.. With(right).Where(o => families.Of(o) != families.Of(r)).Order()];
                    bool rests = others.Any(o => lineage.Any(d => d.From == reports[r].Report.Id && d.To == reports[o].Report.Id));
                    // Austria and Australia, two villages of one front: only who has the matter from the others may have miswritten their name.
                    if (!rests)
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
    private static string? Written(string right, string[] folded, string odd, string[] oddFolded)
    {
        for (int o = 0; o < oddFolded.Length; o++)
        {
            for (int i = 0; i < folded.Length; i++)
            {
                if (NameLikeness.AreSlip(folded[i], oddFolded[o]))
                    return string.Join(' ', right.Split(' ').Select((w, at) => at == i ? odd.Split(' ')[o] : w));
            }
        }

        return null;
    }

    /// <summary>The reports that have a name anywhere.</summary>
    private IEnumerable<int> With(string name)
    {
        HashSet<int>? fewest = null;
        foreach (string word in Words(name))
        {
            if (!holders.TryGetValue(word, out HashSet<int>? have))
                return [];
            if (fewest is null || have.Count < fewest.Count)
                fewest = have;
        }

        return fewest?.Where(r => Has(reports[r], name)) ?? [];
    }

    private static Dictionary<string, HashSet<int>> Index(ImmutableArray<DatedReport> reports)
    {
        Dictionary<string, HashSet<int>> index = new(StringComparer.Ordinal);
        for (int r = 0; r < reports.Length; r++)
        {
            foreach (string word in Words(reports[r].Report.Body).Concat(Words(reports[r].Report.Headline ?? "")).Concat(Words(reports[r].Report.Dateline?.Place ?? "")))
            {
                if (!index.TryGetValue(word, out HashSet<int>? have))
                    index.Add(word, have = []);
                have.Add(r);
            }
        }

        return index;
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

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
