using System.Collections.Immutable;
using Stemma.Text;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>The days of a statement, for comparing.</summary>
internal static class DayReader
{
    /// <param name="setAside">Those that it says are not so ("not on the 18th"), or those that it gives.</param>
    public static ImmutableArray<Day> Read(Draft draft, DatedReport source, bool setAside)
    {
        List<Day> days = [];
        ResolvedTime? before = null;
        foreach (int i in draft.Times.Where(i => i < source.Times.Length))
        {
            ResolvedTime time = source.Times[i];
            if (time.Type is not (TimeType.Date or TimeType.Time) || (time.From is null && time.To is null) || Corrected.IsSetAside(source.Annotation.Language, TokenIndex.Tokens(source.Annotation.Language, time.Span).First) != setAside)
                continue;
            Day day = new(i, time.From, time.To, time.Bound, time.Span.In(source.Report.Body).ToString());
            // "between 30 January and 2 February": neither of the two days, but the days from the one to the other.
            if (before is { } earlier && earlier.From is { } from && time.To is { } to && from <= to && AreEnds(source.Report.Body, earlier.Span, time.Span))
                days[^1] = days[^1] with { To = to, Bound = null, Text = new TextSpan(earlier.Span.Start, time.Span.End).In(source.Report.Body).ToString() };
            else
                days.Add(day);
            before = time;
        }

        return [.. days];
    }

    private static bool AreEnds(string body, TextSpan first, TextSpan second)
    {
        if (first.End > second.Start)
            return false;
        ReadOnlySpan<char> lead = body.AsSpan(0, first.Start).TrimEnd();
        ReadOnlySpan<char> between = body.AsSpan(first.End, second.Start - first.End).Trim();
        return between switch
        {
            "and" => EndsIn(lead, "between"),
            "to" or "until" or "till" or "through" => EndsIn(lead, "from"),
            _ => false,
        };
    }

    private static bool EndsIn(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));
}
