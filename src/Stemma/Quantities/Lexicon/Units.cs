using System.Collections.Frozen;
using System.Globalization;
using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>Units of measure and money by the words that name them.</summary>
internal static class Units
{
    /// <param name="Code">UCUM code, or the singular noun where UCUM has none.</param>
    /// <param name="Dimension">What it measures; "money" for currencies.</param>
    /// <param name="Factor">Size in the dimension's base unit; 1 for money, which converts into nothing.</param>
    /// <param name="Abbreviation">Counts right after digits only.</param>
    internal readonly record struct Unit(string Code, string Dimension, double Factor, bool Abbreviation);

    /// <summary>The longest name has four words ("kilometers per hour" has three, a sign one).</summary>
    private const int LongestName = 4;

    private static readonly FrozenDictionary<string, Unit> ByName = LoadNames();

    private static readonly FrozenDictionary<string, Unit>.AlternateLookup<ReadOnlySpan<char>> ByText = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestText = 32;

    private static readonly FrozenDictionary<string, Unit> ByCode =
        ByName.Values.DistinctBy(u => u.Code).ToFrozenDictionary(u => u.Code, StringComparer.Ordinal);

    /// <summary>The unit that one word or sign names, or null.</summary>
    public static Unit? ByWord(ReadOnlySpan<char> name) => name.Length <= LongestText && ByText.TryGetValue(name, out Unit unit) ? unit : null;

    /// <summary>Dimension and factor of a unit by its code; null for counted nouns and money.</summary>
    public static Unit? Measure(string code)
    {
        if (ByCode.TryGetValue(code, out Unit unit))
            return unit.Dimension == "money" ? null : unit;
        int slash = code.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && ByCode.TryGetValue(code[..slash], out Unit above) && ByCode.TryGetValue(code[(slash + 1)..], out Unit below) ? Per(above, below) : null;
    }

    /// <summary>Whether the unit is one that news divides by others (mass, length, volume, energy and data).</summary>
    public static bool CanDivide(Unit above) => above.Dimension is "length" or "mass" or "volume" or "energy" or "data" or "area";

    /// <summary>One unit by another as UCUM writes it ("m3/s"), or null where they make no measure.</summary>
    public static Unit? Per(Unit above, Unit below)
    {
        if (!CanDivide(above) || below.Dimension is not ("time" or "length" or "mass" or "volume" or "area") || below.Dimension == above.Dimension)
            return null;
        string dimension = above.Dimension == "length" && below.Dimension == "time" ? "speed" : $"{above.Dimension}/{below.Dimension}";
        return new Unit($"{above.Code}/{below.Code}", dimension, above.Factor / below.Factor, false);
    }

    public static bool IsMoney(string code) => code is ['[', _, _, _, ']'] || (ByCode.TryGetValue(code, out Unit unit) && unit.Dimension == "money");

    /// <summary>The longest unit name at a word.</summary>
    /// <param name="afterDigits">Whether digits stand right before, so that abbreviations count.</param>
    /// <param name="end">One past the name's last word.</param>
    public static Unit? At(WordList words, int i, bool afterDigits, out int end)
    {
        end = i;
        if (i < 0 || i >= words.Count || !words.Continues(i))
            return null;
        for (int length = Math.Min(LongestName, words.Count - i); length > 0; length--)
        {
            int last = i + length - 1;
            if (!IsOneRun(words, i, last))
                continue;
            ReadOnlySpan<char> name = words.Text.AsSpan(words[i].Start, words[last].End - words[i].Start);
            if (name.Length > LongestText || !ByText.TryGetValue(name, out Unit unit) || (unit.Abbreviation && !afterDigits))
                continue;
            end = last + 1;
            return unit;
        }

        return null;
    }

    /// <summary>Whether the words stand on one line, so that the text between them can be looked up as it is.</summary>
    private static bool IsOneRun(WordList words, int first, int last)
    {
        for (int i = first + 1; i <= last; i++)
        {
            if (!words.Continues(i) || words[i].Start - words[i - 1].End > 1)
                return false;
        }

        return true;
    }

    private static FrozenDictionary<string, Unit> LoadNames()
    {
        Dictionary<string, Unit> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Resources.Table("Quantities/Units.en.tsv"))
        {
            double factor = double.Parse(row[3], CultureInfo.InvariantCulture);
            foreach (string name in row[0].Split('|'))
                names.Add(name.TrimStart('.'), new Unit(row[1], row[2], factor, name[0] == '.'));
        }

        foreach (string[] row in Resources.Table("Quantities/Currencies.en.tsv"))
        {
            foreach (string name in row[0].Split('|'))
                names.TryAdd(name, new Unit(row[1], "money", 1, false));
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
