using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>Currency signs and codes that stand before their number, and codes wherever they stand.</summary>
internal static class Currency
{
    private const int LongestPrefix = 3;

    private static readonly ImmutableArray<string> RandScales = [" million", " billion", " trillion", "m", "bn", " bn"];

    /// <summary>ISO 4217 codes, as capitals.</summary>
    private static readonly FrozenSet<string> Codes = Resources.Table("Quantities/Currencies.en.tsv")
        .SelectMany(row => row[0].Split('|').Append(row[1].Trim('[', ']')))
        .Where(name => name.Length == 3 && name.All(char.IsAsciiLetterUpper))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CodesBySpan = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"MUSD": a million of the currency, as finance writes it.</summary>
    public static bool IsMillionCode(ReadOnlySpan<char> word) => word.Length == 4 && word[0] == 'M' && IsCode(word[1..]);

    /// <summary>Whether the word is an ISO 4217 code in capitals.</summary>
    public static bool IsCode(ReadOnlySpan<char> word) => word.Length == 3 && char.IsAsciiLetterUpper(word[0]) && CodesBySpan.Contains(word);

    /// <param name="first">The sign's first word ("US" of "US$"); <paramref name="i"/> where there is none.</param>
    /// <param name="scale">What the sign multiplies by: a million for "MUSD 60", else 1.</param>
    public static bool StandsBefore(WordList words, int i, out int first, out string code, out double scale)
    {
        (first, code, scale) = (i, "", 1);
        int at = i - 1;
        if (at < 0 || !words.Continues(i))
            return false;
        if (words[at].Kind == WordKind.Mark)
            return Sign(words, at, ref first, ref code);
        if (words[at].Kind != WordKind.Letters)
            return false;
        ReadOnlySpan<char> word = words.At(at);
        if (word is "R" && words.Joins(i))
        {
            (first, code) = (at, "[ZAR]");
            return true;
        }

        if (IsMillionCode(word))
        {
            word = word[1..];
            scale = 1e6;
        }

        if (!IsCode(word) && !word.SequenceEqual("Rs") && !word.SequenceEqual("RMB"))
            return false;
        code = Units.ByWord(word)?.Code ?? $"[{word}]";
        first = at;
        return true;
    }

    /// <summary>Whether digits behind a capital R are rand ("R1.2 billion", "R25,000"), where "R318" may be a road and "R2" a robot.</summary>
    /// <param name="at">The first digit.</param>
    public static bool IsRand(string text, int at)
    {
        int end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        ReadOnlySpan<char> number = text.AsSpan(at, end - at), rest = text.AsSpan(end);
        if (number.Length > 4 && number[^4] == ',')
            return true;
        foreach (string scale in RandScales)
        {
            if (rest.StartsWith(scale, StringComparison.Ordinal) && (rest.Length == scale.Length || !char.IsLetterOrDigit(rest[scale.Length])))
                return true;
        }

        return false;
    }

    public static bool StandsBefore(WordList words, int i) => StandsBefore(words, i, out _, out _, out _);

    /// <summary>"$", "US$", "U.S. $", and as tokenised text writes it "us $ 5".</summary>
    private static bool Sign(WordList words, int at, ref int first, ref string code)
    {
        if (Units.ByWord(words.At(at)) is not { Dimension: "money" } unit)
            return false;
        (first, code) = (at, unit.Code);
        if (!words.IsMark(at, '$') || !words.Continues(at))
            return true;
        int before = words.IsMark(at - 1, '.') && words.Is(at - 2, "S") ? at - 2 : at - 1;
        if (!words.IsLetters(before) || words.Length(before) > LongestPrefix)
            return true;
        bool dotted = words.Is(before, "s") && words.IsMark(before - 1, '.') && words.Is(before - 2, "u") && words.Joins(before);
        // Apart from its sign a prefix may be a word of the sentence ("gave us $5"): capitals or spaces on both sides tell.
        bool apart = !words.Joins(at);
        bool lower = !dotted && !char.IsUpper(words.At(before)[^1]);
        if (apart && lower && (words.Joins(at + 1) || words.IsAny(before, "a", "s")))
            return true;
        Span<char> name = stackalloc char[LongestPrefix + 1];
        ReadOnlySpan<char> prefix = dotted ? "US" : words.At(before);
        prefix.CopyTo(name);
        name[prefix.Length] = '$';
        if (Units.ByWord(name[..(prefix.Length + 1)]) is { Dimension: "money" } whole)
            (first, code) = (dotted ? before - 2 : before, whole.Code);
        else if (!apart && Units.ByWord(prefix) is { Dimension: "money" } named)
            (first, code) = (before, named.Code);
        return true;
    }
}
