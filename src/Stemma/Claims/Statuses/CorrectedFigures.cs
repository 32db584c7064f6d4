using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.Claims;

/// <summary>The figures in what a newsroom writes about an error of its own, those left out that it puts in their place.</summary>
internal static partial class CorrectedFigures
{
    private static readonly FrozenDictionary<string, double> Words = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Figures of a note that may be the wrong ones: "to 31, <b>not 41</b>", "given <b>as $38,500</b>. It was $35,800".</summary>
    public static FrozenSet<double> Old(string note)
    {
        HashSet<double> old = [], right = [];
        foreach (Match match in Figure().Matches(note))
        {
            if (Value(match) is not { } value || Dated().IsMatch(note[Math.Max(0, match.Index - 12)..Math.Min(note.Length, match.Index + match.Length + 12)]))
                continue;
            int sentence = Math.Max(note.LastIndexOf(". ", match.Index, StringComparison.Ordinal), note.LastIndexOf(';', match.Index)) + 1;
            string before = note[Math.Max(0, match.Index - 40)..match.Index];
            (Said().IsMatch(note[sentence..match.Index]) || Wrong().IsMatch(before) || !Right().IsMatch(before) ? old : right).Add(value);
        }

        old.ExceptWith(right);
        return old.ToFrozenSet();
    }

    /// <summary>All figures of a text, days and years of dates left in: they may be what was wrong.</summary>
    public static FrozenSet<double> Of(ReadOnlySpan<char> text)
    {
        HashSet<double> all = [];
        foreach (Match match in Figure().Matches(text.ToString()))
        {
            if (Value(match) is { } value)
                all.Add(value);
        }

        return all.ToFrozenSet();
    }

    private static double? Value(Match match)
    {
        if (Words.TryGetValue(match.Value, out double word))
            return word;
        if (!double.TryParse(match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            return null;
        return match.Groups["scale"].Value.ToLowerInvariant() switch { "million" or "m" => value * 1e6, "billion" or "bn" => value * 1e9, "thousand" => value * 1e3, _ => value };
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<digits>\d[\d,]*(?:\.\d+)?)(?: ?(?<scale>million|billion|thousand|bn|m)\b)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    /// <summary>"June 18", "3 February": which report is meant, not what was wrong in it.</summary>
    [GeneratedRegex(@"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?!\d)|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?:to|is|was|were|are|should be|should have been|should read|in fact|actually|says|said it was)\b[^.;,]{0,25}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Right();

    /// <summary>What the newsroom says that it said.</summary>
    [GeneratedRegex(@"\b(?:wrote|said|gave|given|stated|reported|misstated|put|described)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:not|instead of|rather than|from|as)\b[^.;,]{0,25}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Wrong();
}
