using System.Collections.Frozen;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Which words are for all of a kind ("animals") and which for some of it ("cattle").</summary>
internal static class Kinds
{
    private static readonly FrozenSet<(string Whole, string Part)> Known = Resources.Table("Claims/Alignment/Kinds.en.tsv")
        .SelectMany(r => r[1].Split(',').Select(part => (r[0], part))).ToFrozenSet();

    /// <summary>Whether one of two concepts is a word for all of the kind that the other is a word for some of.</summary>
    public static bool AreOne(string first, string second) => Known.Contains((first, second)) || Known.Contains((second, first));
}
