using System.Text;
using System.Text.RegularExpressions;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>A stretch of a report's body with words replaced or dropped, and then made to stand alone.</summary>
/// <remarks>Edits are kept as offsets into the body until the end, so that what must not be cut (cues, hedges) can be told.</remarks>
internal sealed partial class SentenceText(string body, TextSpan span)
{
    private static readonly Phrases Openers = Phrases.Read("Briefs/Openers.en.tsv");

    private readonly List<(TextSpan Span, string Text)> edits = [];

    /// <summary>The part that is kept; shrinks when openers or tails are dropped.</summary>
    public TextSpan Kept { get; private set; } = span;

    /// <summary>Where names stand that were put in place of pronouns.</summary>
    public List<TextSpan> NamedAt { get; } = [];

    /// <summary>Whether something else stands in place of these words.</summary>
    public bool Replaces(TextSpan words) => edits.Any(e => e.Span.Overlaps(words) && e.Text.Length > 0);

    public void Replace(TextSpan words, string text)
    {
        if (!edits.Any(e => e.Span.Overlaps(words)))
            edits.Add((words, text));
    }

    /// <summary>Adds words behind an offset, unless something was replaced there.</summary>
    public void Insert(int offset, string text)
    {
        if (!edits.Any(e => e.Span.Contains(offset) || e.Span.Start == offset))
            edits.Add((new TextSpan(offset, offset), text));
    }

    /// <summary>Drops what ties the head of the sentence to the one before it ("But", "However,").</summary>
    public void DropOpener()
    {
        // A live page puts the hour before each entry: "15.10 Water has reached ...".
        Match hour = Hour().Match(body, Kept.Start, Math.Min(12, Kept.Length));
        if (hour.Success && hour.Index == Kept.Start && hour.Index + hour.Length < Kept.End)
            Kept = new TextSpan(hour.Index + hour.Length, Kept.End);
        Match number = ListNumber().Match(body, Kept.Start, Math.Min(12, Kept.Length));
        if (number.Success && number.Index == Kept.Start && number.Index + number.Length < Kept.End)
            Kept = new TextSpan(number.Index + number.Length, Kept.End);

        Match answer = AnswerMark().Match(body, Kept.Start, Math.Min(12, Kept.Length));
        if (answer.Success && answer.Index == Kept.Start && answer.Index + answer.Length < Kept.End)
            Kept = new TextSpan(answer.Index + answer.Length, Kept.End);

        // Twice at most: "But meanwhile, ...".
        for (int round = 0; round < 2; round++)
        {
            ReadOnlySpan<char> text = Kept.In(body);
            ReadOnlySpan<char> head = text[..Math.Min(text.Length, 60)];
            (int count, string rule) = Openers.At(Words.Of(head));
            if (count == 0)
                return;
            if (rule == "keep")
                return;
            int end = EndOfWords(head, count);
            bool comma = end < text.Length && text[end] == ',';
            if ((rule == "comma" && !comma) || (!comma && (end >= text.Length || text[end] != ' ')))
                return;
            end += comma ? 1 : 0;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            // A quotation mark before the opener belongs to the quote and would be lost with it.
            if (!char.IsLetter(text[0]) || end >= text.Length)
                return;
            Kept = new TextSpan(Kept.Start + end, Kept.End);
        }
    }

    /// <summary>Drops the last clause or clauses until what is left is no longer than <paramref name="max"/> characters.</summary>
    /// <param name="shielded">Words that must stay: cues, sources, hedges.</param>
    /// <param name="whole">Whether what is left of the sentence stands by itself.</param>
    /// <returns>Whether it fits now.</returns>
    public bool Shorten(int max, IEnumerable<TextSpan> shielded, Func<TextSpan, bool> whole)
    {
        if (Length <= max)
            return true;
        int last = shielded.Where(s => s.Overlaps(Kept)).Select(s => s.End).DefaultIfEmpty(Kept.Start).Max();
        int least = Math.Max(last, Kept.Start + 60);
        for (int cut = Math.Min(Kept.End - 1, Kept.Start + max); cut > least; cut--)
        {
            if (!ClauseBreaks.IsAt(body, cut, Kept) || !QuoteMarks.AreBalanced(body.AsSpan(Kept.Start, cut - Kept.Start))
                || !QuoteMarks.ClosesBrackets(body.AsSpan(Kept.Start, cut - Kept.Start)) || !whole(new TextSpan(Kept.Start, cut)))
                continue;
            TextSpan before = Kept;
            Kept = new TextSpan(Kept.Start, cut);
            if (Length <= max)
                return true;
            Kept = before;
        }

        return false;
    }

    public int Length => Kept.Length + edits.Where(e => Kept.Contains(e.Span)).Sum(e => e.Text.Length - e.Span.Length);

    /// <summary>The text with its edits, in one line, without its final stop; its first letter large.</summary>
    public string ToClause()
    {
        StringBuilder text = new();
        int at = Kept.Start;
        foreach ((TextSpan words, string replacement) in edits.Where(e => Kept.Contains(e.Span)).OrderBy(e => e.Span))
        {
            text.Append(body.AsSpan(at, words.Start - at)).Append(replacement);
            at = words.End;
        }

        text.Append(body.AsSpan(at, Kept.End - at));
        string line = QuoteMarks.Close(QuoteMarks.Printed(PlainText.OneLine(text.ToString())));
        return Capitalise(line.TrimEnd(' ', ',', ';', ':', '-', '–', '—').TrimStart(' ', ',', ';', ':', '-', '–', '—'));
    }

    public static string Capitalise(string text)
    {
        int first = 0;
        while (first < text.Length && !char.IsLetterOrDigit(text[first]))
            first++;
        // Not where the small letter is meant: "iPhone", "eBay".
        return first < text.Length && char.IsLower(text[first]) && !(first + 1 < text.Length && char.IsUpper(text[first + 1]))
            ? string.Concat(text.AsSpan(0, first), char.ToUpperInvariant(text[first]).ToString(), text.AsSpan(first + 1))
            : text;
    }

    [GeneratedRegex("\\G[0-9]{1,2}[.:][0-9]{2}( ?[ap]m)?:? +(?=[A-Z\"“])", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    // "A: The refuge is ..." of questions and answers; "So: the man ..." of a column.
    [GeneratedRegex("\\G(A|So|Well|But|And): +(?=[A-Za-z0-9\"“])", RegexOptions.CultureInvariant)]
    private static partial Regex AnswerMark();

    // Not "10. That's how many ...", where the figure is the subject.
    [GeneratedRegex("\\G[0-9]{1,2}[.)] +(?=[A-Z\"“])(?!Th(at|is|ese|ose))", RegexOptions.CultureInvariant)]
    private static partial Regex ListNumber();

    private static int EndOfWords(ReadOnlySpan<char> text, int count)
    {
        int i = 0;
        for (int word = 0; word < count; word++)
        {
            while (i < text.Length && !char.IsLetterOrDigit(text[i]))
                i++;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
        }

        return i;
    }
}
