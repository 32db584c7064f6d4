using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Times;

/// <summary>Dates a report by the dated peers that it cites: "the Herald reported last night".</summary>
/// <remarks>Misses outlets that are cited by a short name ("the agency"), and agencies of which no report is at hand.</remarks>
internal static class CitedPeers
{
    public static IEnumerable<DayClue> Read(Annotation annotation, ImmutableArray<Report> dated)
    {
        string text = annotation.Language.Text;
        foreach (TimeExpression time in annotation.Times)
        {
            if (time.Form is not TimeForm.Offset { Unit: TimeUnit.Day, Anchor: TimeAnchor.Publication, Count: <= 0 and > -60 } offset || SentenceAt(annotation.Language, time.Span.Start) is not { } sentence)
                continue;
            ReadOnlySpan<char> words = sentence.Span.In(text);
            if (!Reports(words))
                continue;
            foreach (IGrouping<string, Report> outlet in dated.Where(r => r.Outlet is { Length: > 2 }).GroupBy(r => r.Outlet!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                if (!words.Contains(outlet.Key, StringComparison.Ordinal))
                    continue;
                ImmutableArray<DateOnly> days = [.. outlet.Select(r => r.Published!.Value.Day).Where(d => d.Year is > 1 and < 9990).Select(d => d.AddDays(-offset.Count)).Distinct().Order()];
                if (!days.IsEmpty)
                    yield return new DayClue.Cited(days[0], days[1..]);
                break;
            }
        }
    }

    private static bool Reports(ReadOnlySpan<char> sentence) =>
        sentence.Contains("report", StringComparison.OrdinalIgnoreCase) || sentence.Contains("said", StringComparison.Ordinal) || sentence.Contains("citing", StringComparison.Ordinal)
        || sentence.Contains("according to", StringComparison.OrdinalIgnoreCase) || sentence.Contains("wrote", StringComparison.Ordinal) || sentence.Contains("told", StringComparison.Ordinal);

    private static Sentence? SentenceAt(LinguisticText text, int offset)
    {
        int low = 0, high = text.Sentences.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (text.Sentences[middle].Span.Contains(offset))
                return text.Sentences[middle];
            if (text.Sentences[middle].Span.Start > offset)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }
}
