using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Language;

namespace Stemma.Weighing;

/// <summary>Settles what kind of thing each name of a story is: a town that one report is dated from is no person in the next.</summary>
/// <remarks>
/// A tagger that sees one sentence takes an unknown town for a person or a body now and then; the story knows better. A dateline decides, then the last word
/// ("Pass", "River"), then the clear majority of all mentions.
/// </remarks>
internal static class StoryKinds
{
    /// <summary>Mentions that make a majority, and its least share of them.</summary>
    private const int Fewest = 3;
    private const double Clear = 0.6;

    private static readonly FrozenSet<string> Features = Text.Resources.Table("Weighing/PlaceWords.en.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<DatedReport> Settle(ImmutableArray<DatedReport> reports)
    {
        HashSet<string> datelines = [.. reports.Select(r => r.Report.Dateline?.Place).OfType<string>().Select(StoryNames.Fold)];
        // "Washington" may be dated from, and in the next report be the family name of somebody told of.
        HashSet<string> families = [.. reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e.Kind is EntityKind.Person).Select(e => StoryNames.Fold(e.Name))
            .Where(n => n.Contains(' ', StringComparison.Ordinal)).Select(n => n[(n.LastIndexOf(' ') + 1)..])];
        Dictionary<string, EntityKind> kinds = reports
            .SelectMany(r => r.Annotation.Language.Entities)
            .GroupBy(e => StoryNames.Fold(e.Name), StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0 && !families.Contains(g.Key))
            .Where(g => g.Select(e => e.Kind).Distinct().Count() > 1 || datelines.Contains(g.Key) || IsFeature(g.Key))
            .Select(g => (g.Key, Kind: Of(g.Key, [.. g], datelines)))
            .Where(k => k.Kind is not null)
            .ToDictionary(k => k.Key, k => k.Kind!.Value, StringComparer.Ordinal);
        return kinds.Count == 0 ? reports : [.. reports.Select(r => Settle(r, kinds))];
    }

    private static EntityKind? Of(string name, EntityMention[] mentions, HashSet<string> datelines)
    {
        if (datelines.Contains(name))
            return EntityKind.Place;
        if (IsFeature(name))
            return mentions.All(m => m.Kind is EntityKind.Person) ? null : EntityKind.Place;
        IGrouping<EntityKind, EntityMention> most = mentions.GroupBy(m => m.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
        return most.Count() >= Fewest && most.Count() >= Clear * mentions.Length ? most.Key : null;
    }

    /// <summary>"korvel pass": a name of two or more words that ends in a feature of the land.</summary>
    private static bool IsFeature(string name) => name.LastIndexOf(' ') is > 0 and int blank && Features.Contains(name[(blank + 1)..]);

    private static DatedReport Settle(DatedReport report, Dictionary<string, EntityKind> kinds)
    {
        LinguisticText text = report.Annotation.Language;
        if (!text.Entities.Any(e => kinds.TryGetValue(StoryNames.Fold(e.Name), out EntityKind kind) && kind != e.Kind))
            return report;
        ImmutableArray<EntityMention> entities = [.. text.Entities.Select(e => kinds.TryGetValue(StoryNames.Fold(e.Name), out EntityKind kind) ? e with { Kind = kind } : e)];
        return report with { Annotation = report.Annotation with { Language = text with { Entities = entities } } };
    }
}
