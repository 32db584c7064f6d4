using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>The one table of what vague words mean, with its sources: <c>VagueAmounts.en.tsv</c>.</summary>
internal static class VagueAmounts
{
    private static readonly FrozenDictionary<string, double> Shares = Resources.Table("Quantities/VagueAmounts.en.tsv")
        .Where(IsShare)
        .ToFrozenDictionary(r => r[0], r => double.Parse(r[2].Trim('+', '%'), CultureInfo.InvariantCulture) / 100, StringComparer.Ordinal);

    /// <summary>How far "about" reaches to either side, as a share of the number.</summary>
    public static double About => Shares["about"];

    /// <summary>How far a converted figure may be off, as a share of it.</summary>
    public static double Converted => Shares["converted"];

    /// <summary>The words that stand for a number: word, least, most (null: open).</summary>
    public static ImmutableArray<(string Word, double Least, double? Most)> Words { get; } =
        [.. Resources.Table("Quantities/VagueAmounts.en.tsv").Where(r => !IsShare(r)).Select(r => (r[0], Number(r[1]), r[2] == "-" ? (double?)null : Number(r[2])))];

    private static bool IsShare(string[] row) => row[1].EndsWith('%');

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
