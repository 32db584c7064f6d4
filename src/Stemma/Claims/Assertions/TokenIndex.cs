using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Tokens and sentences of one report by offset.</summary>
internal static class TokenIndex
{
    /// <summary>Index range <c>[First, End)</c> of the tokens that lie inside the span.</summary>
    public static (int First, int End) Tokens(LinguisticText text, TextSpan span)
    {
        // Asked for more often than anything else: without a delegate.
        ReadOnlySpan<Token> tokens = text.Tokens.AsSpan();
        int first = 0, high = tokens.Length;
        while (first < high)
        {
            int mid = (first + high) / 2;
            if (tokens[mid].Span.Start < span.Start)
                first = mid + 1;
            else
                high = mid;
        }

        int end = first;
        high = tokens.Length;
        while (end < high)
        {
            int mid = (end + high) / 2;
            if (tokens[mid].Span.End <= span.End)
                end = mid + 1;
            else
                high = mid;
        }

        return (first, end);
    }

    /// <summary>Index of the sentence that holds the offset, or of the next one.</summary>
    public static int Sentence(LinguisticText text, int offset) =>
        Math.Min(LowerBound(text.Sentences.Length, i => text.Sentences[i].Span.End <= offset), Math.Max(0, text.Sentences.Length - 1));

    /// <summary>Indices of the spans that lie inside <paramref name="span"/>, of a list in text order without overlaps.</summary>
    public static IEnumerable<int> Inside(int count, Func<int, TextSpan> spanOf, TextSpan span)
    {
        for (int i = LowerBound(count, i => spanOf(i).Start < span.Start); i < count && spanOf(i).Start < span.End; i++)
        {
            if (spanOf(i).End <= span.End)
                yield return i;
        }
    }

    private static int LowerBound(int count, Func<int, bool> before)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int mid = (low + high) / 2;
            if (before(mid))
                low = mid + 1;
            else
                high = mid;
        }

        return low;
    }
}
