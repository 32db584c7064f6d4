using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Stemma.Evaluation.Briefs;

/// <summary>The words of a point that must come from a report, cut independently of the engine's own cutter.</summary>
internal static partial class PointWords
{
    private static readonly FrozenSet<string> Glue = (
        "a an the this that these those and or but nor so yet as at by for from in into of on onto to up with without than then there here it its is was were are am be been being "
        + "has have had do does did will would shall should can could may might must not no he she they his her their him them who whom whose which what when where while after before "
        + "says said say according citing unnamed about over under out off more most some any all also just only one two").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lower-case words and numbers, possessives off, without glue.</summary>
    public static HashSet<string> Content(string text) =>
        [.. Word().Matches(text.Replace('’', '\'')).Select(m => Bare(m.Value)).Where(w => w.Length > 0 && (char.IsAsciiDigit(w[0]) || w.Length > 1) && !Glue.Contains(w))];

    /// <summary>What is not the report's own: bracketed days and names, and the holder before a colon or behind "according to" where it is one of the names.</summary>
    public static string WithoutAdditions(string text) => Bracketed().Replace(text, " ");

    private static string Bare(string word)
    {
        string lower = word.ToLowerInvariant();
        return lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower.Trim('\'');
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['.,\-‑][\p{L}\p{Nd}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\[[^\]]{1,80}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
