using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Stemma.Evaluation.Cases;

/// <summary>How the scorer compares words: folded, by overlap, by pattern, by value.</summary>
internal static partial class Wording
{
    /// <summary>Typographic quotes, hard spaces and ellipses as plain ones.</summary>
    public static string PlainQuotes(string? text) =>
        (text ?? "").Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u201c', '"').Replace('\u201d', '"')
            .Replace('\u00a0', ' ').Replace("\u2026", "...", StringComparison.Ordinal);

    /// <summary>Plain quotes, single spaces, lower case.</summary>
    public static string Norm(string? text)
    {
        string plain = PlainQuotes(text);
        StringBuilder folded = new(plain.Length);
        foreach (char c in plain)
        {
            // The file separators U+001C to U+001F are spaces to the reference scorer, not to .NET.
            bool space = char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';
            if (!space)
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ').ToLowerInvariant();
    }

    public static string[] Words(string? text) => [.. WordPattern().Matches(Norm(text)).Select(m => m.Value)];

    /// <summary>Token overlap of two texts, 0 to 1.</summary>
    public static double F1(string? a, string? b)
    {
        (string[] left, string[] right) = (Words(a), Words(b));
        return left.Length == 0 || right.Length == 0 ? 0 : 2.0 * MatchingBlocks.TotalSize(left, right) / (left.Length + right.Length);
    }

    /// <summary>How much of <paramref name="part"/> stands in <paramref name="whole"/>, in order; 0 to 1.</summary>
    public static double Recall(string? part, string? whole)
    {
        string[] words = Words(part);
        return words.Length == 0 ? 0 : (double)MatchingBlocks.TotalSize(words, Words(whole)) / words.Length;
    }

    /// <summary>Whether a gold pattern occurs in a text.</summary>
    public static bool Hit(string pattern, string? text) => Compiled(pattern).IsMatch(PlainQuotes(text));

    /// <summary>A pattern of the gold as the reference scorer reads it: any case, and a dot is any character.</summary>
    public static Regex Compiled(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    /// <summary>What the gold calls a report: the id after '#', else the file name up to its first '_' or '.'.</summary>
    public static string Key(string? name)
    {
        string path = (name ?? "").Replace('\\', '/');
        if (path.Contains('#', StringComparison.Ordinal))
            return path[(path.LastIndexOf('#') + 1)..];
        string file = path[(path.LastIndexOf('/') + 1)..];
        int end = file.AsSpan().IndexOfAny('_', '.');
        return end < 0 ? file : file[..end];
    }

    /// <summary>Whether words hold a value: a number as a number (1.2 million is 1200000), all else as text.</summary>
    public static bool Holds(string? text, string value)
    {
        string folded = Norm(text);
        if (!PlainNumber().IsMatch(value))
            return folded.Contains(Norm(value), StringComparison.Ordinal);
        double wanted = double.Parse(value, CultureInfo.InvariantCulture);
        foreach (Match m in NumberInText().Matches(folded))
        {
            double scale = m.Groups[2].Value switch
            {
                "thousand" => 1e3,
                "million" or "m" => 1e6,
                "billion" or "bn" => 1e9,
                _ => 1,
            };
            double found = double.Parse(m.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            if (Math.Abs((found * scale) - wanted) < 1e-6 * Math.Max(1, wanted))
                return true;
        }

        return false;
    }

    [GeneratedRegex("[a-z0-9]+(?:'[a-z]+)?")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"([0-9][0-9,]*(?:\.[0-9]+)?(?:e\+?[0-9]+)?)(?:\s*(thousand|million|billion|bn|m)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInText();
}
