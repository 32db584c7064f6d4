using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>What became of those counted: the dead are not the injured, however alike the numbers.</summary>
internal static class Fates
{
    private static readonly FrozenDictionary<string, string> ByWord = Resources.Table("Quantities/CountedNouns.en.tsv")
        .Where(r => r[0] == "fate")
        .SelectMany(r => r[1].Split('|').Skip(1).Select(word => (word, Fate: r[1].Split('|')[0])))
        .ToFrozenDictionary(f => f.word, f => f.Fate, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Tolls = Resources.Table("Quantities/CountedNouns.en.tsv")
        .Where(r => r[0] == "grows")
        .SelectMany(r => r[1].Split('|'))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fates that the words name, in order of the alphabet; empty where none.</summary>
    public static SortedSet<string> Of(QuantityMention quantity)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        foreach (string word in Words(quantity))
        {
            if (ByWord.TryGetValue(word, out string? fate))
                found.Add(fate);
        }

        return found;
    }

    /// <summary>Whether counts of it grow while an event is cleared up: casualties, cases, arrests.</summary>
    public static bool Grows(QuantityMention quantity) =>
        quantity.Dimension is null && (Of(quantity).Count > 0 || Words(quantity).Any(Tolls.Contains));

    private static string[] Words(QuantityMention quantity) =>
        $"{quantity.Unit} {quantity.Of}".Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
}
