using System.Collections.Frozen;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Stories;

/// <summary>How common a word is in English writing at large.</summary>
/// <remarks>
/// From <c>BackgroundWords.en.tsv</c>, whose head says how it was counted. What is not in the table is rare: names, and the words of
/// this story alone, which are the ones that hold a story together.
/// </remarks>
internal static class BackgroundFrequencies
{
    /// <summary>The table counts how many of so many texts have a word.</summary>
    public const int Texts = 10_000;

    private static readonly FrozenDictionary<string, int> Counts = Resources.Table("Stories/BackgroundWords.en.tsv")
        .ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Stops = Resources.Table("Stories/StopWords.en.tsv")
        .SelectMany(row => row).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many of <see cref="Texts"/> texts have it; 0 where it is too rare to be in the table.</summary>
    public static int Of(string stem) => Counts.GetValueOrDefault(stem);

    /// <param name="folded">A folded word, not its stem.</param>
    public static bool IsStopWord(string folded) => Stops.Contains(folded);
}
