using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Briefs;

namespace Stemma.Evaluation.Briefs;

/// <summary>The questions that are asked of a single point, and of two.</summary>
public static class PointChecks
{
    private const double SameWords = 0.8;
    private const int LeastWords = 4;

    private static readonly FrozenSet<string> NoEnd = (
        "a an the of in on at by for from to with without into onto and or but nor than as if because while although whether when where who whose which that including "
        + "is was were are be been has have had will would his her its their my our your").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NoStart = "and but or nor which whose whom however also".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // A verb that ends a sentence well: "nobody knew who he was", "wherever they are".
    private static readonly FrozenSet<string> EndsAfterSubject = "is was were are be been has have had will would in on by for to with at of from that".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The content words and numbers that stand in no passage of the evidence.</summary>
    /// <param name="names">Names of sources and outlets: a resolved holder may stand in a point though its passage has a pronoun.</param>
    public static ImmutableArray<string> Missing(Point point, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(point);
        HashSet<string> known = PointWords.Content(string.Join(' ', point.Evidence.Select(e => e.Quote).Concat(names)));
        return [.. PointWords.Content(PointWords.WithoutAdditions(point.Text)).Where(w => !known.Contains(w)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether two points have more than four fifths of their content words in common, or one has all of the other's.</summary>
    public static bool SayTheSame(string a, string b)
    {
        HashSet<string> first = PointWords.Content(PointWords.WithoutAdditions(a)), second = PointWords.Content(PointWords.WithoutAdditions(b));
        int shared = first.Count(second.Contains), least = Math.Min(first.Count, second.Count);
        return a == b || (least >= LeastWords && (shared == least || shared > SameWords * (first.Count + second.Count - shared)));
    }

    /// <returns>What is broken, in a few words; null where the text is whole.</returns>
    public static string? Broken(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Count(c => c == '"') % 2 != 0 || text.Count(c => c == '“') != text.Count(c => c == '”'))
            return "a quotation is left open";
        if (text.Count(c => c == '(') != text.Count(c => c == ')') || text.Count(c => c == '[') != text.Count(c => c == ']'))
            return "a bracket is left open";
        string core = text.TrimEnd('"', '”', '’', '\'', ')', ']', ' ');
        if (core.Length == 0 || core[^1] is not ('.' or '!' or '?' or '…'))
            return "no end mark";
        string[] words = core.TrimEnd('.', '!', '?', '…').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return "a single word";
        if (NoEnd.Contains(words[^1]) && !EndsAfterSubject.Contains(words[^1]))
            return "ends in " + words[^1];
        if (words[^1].EndsWith(',') || words[^1] is "–" or "—" or "-")
            return "ends in a mark";
        string first = words[0].TrimStart('"', '“', '‘', '\'', '(', '[', '.', '…');
        if (first.Length == 0)
            return null;
        if (NoStart.Contains(first.TrimEnd(',').ToLowerInvariant()))
            return "begins with " + first;
        return char.IsLower(first[0]) && !first.Skip(1).Any(char.IsUpper) ? "begins small" : null;
    }
}
