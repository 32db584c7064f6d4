using System.Collections.Immutable;

namespace Stemma.Language.Names;

/// <summary>The labels of names token by token (BILOU, Ratinov and Roth 2009): outside, then for each kind in the order of <see cref="EntityKind"/>: begin, inside, last, unit.</summary>
internal static class NameLabels
{
    public const int Count = 17;

    /// <summary>For each label those that may stand before it.</summary>
    private static readonly ImmutableArray<ImmutableArray<byte>> Before =
        [.. Enumerable.Range(0, Count).Select(next => Enumerable.Range(0, Count).Where(last => MayFollow(last, next)).Select(last => (byte)last).ToImmutableArray())];

    public static EntityKind KindOf(int label) => (EntityKind)((label - 1) / 4);

    /// <summary>0 begin, 1 inside, 2 last, 3 unit; -1 outside.</summary>
    public static int PartOf(int label) => label == 0 ? -1 : (label - 1) % 4;

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="last"/> (-1 at the start of a sentence).</summary>
    public static bool MayFollow(int last, int next)
    {
        bool open = last > 0 && PartOf(last) is 0 or 1;
        bool continues = PartOf(next) is 1 or 2;
        return open ? continues && KindOf(last) == KindOf(next) : !continues;
    }

    /// <summary>The lawful sequence of labels with the greatest sum of scores (Viterbi).</summary>
    /// <param name="scores">For each token <see cref="Count"/> scores, rows <paramref name="stride"/> apart; replaced by sums.</param>
    /// <param name="labels">Receives one for each token of the sentence.</param>
    /// <param name="paths">Room for <see cref="Count"/> numbers a token.</param>
    public static void Decode(Span<float> scores, int stride, Span<int> labels, Span<byte> paths)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            Span<float> row = scores.Slice(i * stride, Count);
            for (int next = 0; next < Count; next++)
            {
                float best = float.NegativeInfinity;
                if (i == 0)
                {
                    best = MayFollow(-1, next) ? 0 : best;
                }
                else
                {
                    foreach (byte last in Before[next])
                    {
                        float sum = scores[(i - 1) * stride + last];
                        if (sum > best)
                            (best, paths[i * Count + next]) = (sum, last);
                    }
                }

                // A name cannot stay open past the end of its sentence.
                bool closes = i + 1 < labels.Length || PartOf(next) is not (0 or 1);
                row[next] = closes ? row[next] + best : float.NegativeInfinity;
            }
        }

        if (labels.IsEmpty)
            return;
        int at = Networks.Arithmetic.Best(scores.Slice((labels.Length - 1) * stride, Count));
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = at;
            at = paths[i * Count + at];
        }
    }
}
