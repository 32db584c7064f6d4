using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What is left of one span when others are taken out.</summary>
internal static class SpanSets
{
    /// <summary>Sorted, overlapping and touching spans joined.</summary>
    public static ImmutableArray<TextSpan> Joined(IEnumerable<TextSpan> spans)
    {
        List<TextSpan> joined = [];
        foreach (TextSpan span in spans.Where(s => !s.IsEmpty).Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
                joined[^1] = joined[^1].Union(span);
            else
                joined.Add(span);
        }

        return [.. joined];
    }

    /// <param name="taken">As <see cref="Joined"/> gives it.</param>
    public static IEnumerable<TextSpan> Without(TextSpan span, ImmutableArray<TextSpan> taken)
    {
        int at = span.Start;
        for (int i = FirstEndingAfter(taken, span.Start); i < taken.Length && taken[i].Start < span.End; i++)
        {
            if (taken[i].Start > at)
                yield return new TextSpan(at, taken[i].Start);
            at = Math.Max(at, taken[i].End);
        }

        if (at < span.End)
            yield return new TextSpan(at, span.End);
    }

    private static int FirstEndingAfter(ImmutableArray<TextSpan> spans, int offset)
    {
        int low = 0;
        int high = spans.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            if (spans[mid].End <= offset)
                low = mid + 1;
            else
                high = mid;
        }

        return low;
    }
}
