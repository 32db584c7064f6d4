using System.Collections.Frozen;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Quantities.Numerals;

/// <summary>What a number word does in a number.</summary>
internal enum NumeralKind : byte
{
    /// <summary>Below twenty.</summary>
    Unit,

    /// <summary>Twenty to ninety.</summary>
    Ten,

    /// <summary>Multiplies what stands before it: hundred, million.</summary>
    Scale,
    Dozen,

    /// <summary>A denominator: half, thirds.</summary>
    Part,

    /// <summary>"dozens", "few": names no number.</summary>
    Vague,
}

internal readonly record struct NumeralWord(NumeralKind Kind, double Low, double? High);

/// <summary>The number words of English and what they mean.</summary>
internal static class NumeralWords
{
    private static readonly FrozenDictionary<string, NumeralWord> Lexicon = Load();
    private static readonly FrozenDictionary<string, NumeralWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Lexicon.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordShapes Shapes = new(Lexicon.Keys);

    /// <summary>Every number word.</summary>
    public static IEnumerable<string> All => Lexicon.Keys;

    public static NumeralWord? At(WordList words, int i)
    {
        if (!words.IsLetters(i))
            return null;
        ReadOnlySpan<char> text = words.At(i);
        return Shapes.MayHold(text) && BySpan.TryGetValue(text, out NumeralWord word) ? word : null;
    }

    private static FrozenDictionary<string, NumeralWord> Load()
    {
        Dictionary<string, NumeralWord> entries = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Resources.Table("Quantities/Numerals/Numerals.en.tsv"))
        {
            double value = double.Parse(row[2], CultureInfo.InvariantCulture);
            entries.Add(row[0], new NumeralWord(Enum.Parse<NumeralKind>(row[1], ignoreCase: true), value, value));
        }

        foreach ((string word, double least, double? most) in VagueAmounts.Words)
            entries.Add(word, new NumeralWord(NumeralKind.Vague, least, most));

        return entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
