using System.Collections.Frozen;
using System.Globalization;
using Stemma.Stories;
using Stemma.Text;

namespace Stemma.Lineages;

/// <summary>Words whose change alters what a sentence says.</summary>
internal static class AlterationWords
{
    private static readonly FrozenSet<(string, string)> Opposites = Resources.Table("Lineages/Opposites.en.tsv")
        .SelectMany(row => new[] { (row[0], row[1]), (row[1], row[0]) }).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> FirmnessOf = Resources.Table("Lineages/Firmness.en.tsv")
        .SelectMany(row => row[1..].Select(word => (word, row[0])))
        .DistinctBy(w => w.word, StringComparer.Ordinal)
        .ToFrozenDictionary(w => w.word, w => w.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Numbers = new[]
    {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty",
    }.Select((word, value) => (word, value)).ToFrozenDictionary(n => n.word, n => n.value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Days = FrozenSet.Create(
        StringComparer.Ordinal,
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "noon", "midnight");

    public static bool IsNegation(string word) =>
        word is "not" or "no" or "never" or "neither" or "nobody" or "none" or "nor" or "nothing" or "without" or "cannot"
        || word.Length > 3 && word.EndsWith("nt", StringComparison.Ordinal) && word is "didnt" or "doesnt" or "dont" or "isnt" or "arent" or "wasnt" or "werent" or "wont" or "wouldnt" or "hasnt"
            or "havent" or "hadnt" or "couldnt" or "shouldnt" or "cant";

    public static bool IsDay(string word) => Days.Contains(word);

    /// <summary>The digits of a number word up to twenty, else null.</summary>
    public static string? NumberOf(string word) => Numbers.GetValueOrDefault(word);

    /// <summary>A number without what houses write differently: "02:47", "2.47am" and "2:47" are one.</summary>
    public static string Plain(string number)
    {
        string plain = number.EndsWith("am", StringComparison.Ordinal) || number.EndsWith("pm", StringComparison.Ordinal) ? number[..^2] : number;
        plain = plain.Replace(':', '.').TrimStart('0');
        return plain.Length == 0 ? "0" : plain;
    }

    public static bool AreOpposite(ReadOnlySpan<Word> a, ReadOnlySpan<Word> b)
    {
        foreach (Word x in a)
        {
            foreach (Word y in b)
            {
                if (Opposites.Contains((x.Folded, y.Folded)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The least firm state that the words name, null where they name none.</summary>
    public static string? Firmness(ReadOnlySpan<Word> words)
    {
        string? firmness = null;
        foreach (Word word in words)
        {
            if (FirmnessOf.TryGetValue(word.Folded, out string? state) && (firmness is null or "done"))
                firmness = state;
        }

        return firmness;
    }
}
