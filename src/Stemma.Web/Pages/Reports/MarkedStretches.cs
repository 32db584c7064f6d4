using Stemma.Text;

namespace Stemma.Web.Pages.Reports;

/// <summary>Cuts a text where marks begin and end, so that marks may lie within each other or overlap, and none breaks another.</summary>
public static class MarkedStretches
{
    /// <param name="within">The part of the text that is cut; marks are clipped to it.</param>
    /// <param name="marks">In any order.</param>
    /// <returns>In order, without gaps: together they are the part.</returns>
    public static IEnumerable<MarkedStretch> Of(TextSpan within, IReadOnlyList<TextMark> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        SortedSet<int> cuts = [within.Start, within.End];
        List<(int At, int Mark)> begins = [], ends = [];
        for (int i = 0; i < marks.Count; i++)
        {
            int start = Math.Max(marks[i].Span.Start, within.Start), end = Math.Min(marks[i].Span.End, within.End);
            if (start >= end)
                continue;
            cuts.Add(start);
            cuts.Add(end);
            begins.Add((start, i));
            ends.Add((end, i));
        }

        begins.Sort();
        ends.Sort();
        SortedSet<int> open = [];
        int nextBegin = 0, nextEnd = 0, from = -1;
        foreach (int cut in cuts)
        {
            if (from >= 0)
            {
                int first = nextEnd;
                while (nextEnd < ends.Count && ends[nextEnd].At == cut)
                    nextEnd++;
                List<int> ending = [.. ends[first..nextEnd].Select(e => e.Mark)];
                yield return new MarkedStretch(new TextSpan(from, cut), [.. open], ending);
                open.ExceptWith(ending);
            }

            while (nextBegin < begins.Count && begins[nextBegin].At == cut)
                open.Add(begins[nextBegin++].Mark);
            from = cut;
        }
    }
}
