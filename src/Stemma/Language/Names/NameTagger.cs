using Stemma.Language.Models;

namespace Stemma.Language.Names;

/// <summary>Finds names and their kinds token by token: averaged perceptron over BILOU labels (Ratinov and Roth 2009).</summary>
internal sealed class NameTagger
{
    internal const string Kind = "names";
    internal const int Version = 1;

    /// <summary>Outside, then for each kind in the order of <see cref="EntityKind"/>: begin, inside, last, unit.</summary>
    internal const int Labels = 17;

    private readonly SparseWeights weights;

    private NameTagger(SparseWeights weights) => this.weights = weights;

    public static NameTagger Read(BinaryReader reader) => new(SparseWeights.Read(reader));

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

    public void Tag(ReadOnlySpan<NameToken> tokens, Span<int> labels)
    {
        Span<uint> keys = stackalloc uint[NameFeatures.Count];
        Span<int> scores = stackalloc int[Labels];
        int last = -1, beforeLast = -1;
        for (int i = 0; i < tokens.Length; i++)
        {
            NameFeatures.Fill(tokens, i, last, beforeLast, keys);
            scores.Clear();
            weights.Score(keys, scores);
            int best = -1;
            for (int label = 0; label < Labels; label++)
            {
                // A name cannot stay open past the end of its sentence.
                bool closes = i + 1 < tokens.Length || PartOf(label) is not (0 or 1);
                if (closes && MayFollow(last, label) && (best < 0 || scores[label] > scores[best]))
                    best = label;
            }

            labels[i] = best;
            (beforeLast, last) = (last, best);
        }
    }
}
