using Stemma.Reports;
using Stemma.Times;

namespace Stemma.Briefs;

/// <summary>Puts the day in brackets behind "yesterday", "tomorrow" or "on Monday": in a brief nobody knows any more from when to count.</summary>
internal static class RelativeDays
{
    // Further off than this a weekday was read wrongly, or needs no day.
    private const int Reach = 7;

    public static void Settle(StorySentence sentence, SentenceText text)
    {
        if (sentence.Report.Report.Published is not { } published || sentence.Report.Report.PublishedBasis == PublishedBasis.Inferred)
            return;
        string body = sentence.Report.Report.Body;
        bool told = false;
        HashSet<DateOnly> shown = [];
        foreach (ResolvedTime time in sentence.Report.Times)
        {
            if (!sentence.Span.Contains(time.Span) || time is not { From: { } day, Duration: null } || time.To != day)
                continue;
            if (Math.Abs(day.DayNumber - published.Day.DayNumber) > Reach)
                continue;
            string words = time.Span.In(body).ToString().ToLowerInvariant();
            bool deictic = Words.Of(words).Any(w => w is "yesterday" or "today" or "tomorrow" or "tonight" or "morning" or "afternoon" or "evening" or "night");
            bool possessive = time.Span.End + 1 < body.Length && body[time.Span.End] is '\'' or '’';
            // One day a sentence for weekdays: more would bury it in brackets.
            if (words.Any(char.IsAsciiDigit) || possessive || (!deictic && (told || !EndsInWeekday(words))))
                continue;
            // "On Wednesday [4 February] ... in the morning": the second is the same day, and said already.
            if (!shown.Add(day))
                continue;
            text.Insert(time.Span.End, $" [{day.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture)}]");
            told = true;
        }
    }

    private static bool EndsInWeekday(string words) => words.EndsWith("day", StringComparison.Ordinal) && !words.EndsWith("holiday", StringComparison.Ordinal)
        && Words.Of(words) is { Length: > 0 } all && all[^1].Length >= 6;
}
