using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Stemma.Language;
using Stemma.Quantities.Numerals;

namespace Stemma.Claims;

/// <summary>The figures in what a newsroom writes about an error of its own, those left out that it puts in their place.</summary>
internal static partial class CorrectedFigures
{
    /// <summary>How far before a figure the words stand that tell the wrong from the right one, in UTF-16 units.</summary>
    private const int Reach = 40;

    /// <summary>Figures of a note that may be the wrong ones: "to 310, <b>not 410</b>", "given <b>as $5,200</b>. It was $2,500".</summary>
    public static FrozenSet<double> Old(string note)
    {
        HashSet<double> old = [], right = [];
        foreach (NumberMention number in Numbers(note))
        {
            (int start, int end) = (number.Span.Start, number.Span.End);
            if (Dated().IsMatch(note[Math.Max(0, start - 12)..Math.Min(note.Length, end + 12)]))
                continue;
            int sentence = Math.Max(note.LastIndexOf(". ", start, StringComparison.Ordinal), note.LastIndexOf(';', start)) + 1;
            string before = note[Math.Max(0, start - Reach)..start];
            (Said().IsMatch(note[sentence..start]) || Wrong().IsMatch(before) || !Right().IsMatch(before) ? old : right).Add(number.Low);
        }

        old.ExceptWith(right);
        return old.ToFrozenSet();
    }

    /// <summary>All figures of a text, days and years of dates too: they may be what was wrong.</summary>
    public static FrozenSet<double> Of(string text) => Numbers(text).Select(n => n.Low).ToFrozenSet();

    private static IEnumerable<NumberMention> Numbers(string text) =>
        NumberExtractor.Extract(new LinguisticText { Text = text, Tokens = [], Sentences = [], Paragraphs = [], Entities = [] }).Where(n => n.Low == n.High);

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
