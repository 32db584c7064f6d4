using Stemma.Language.Models;
using Stemma.Text;

namespace Stemma.Language.Tagging;

/// <summary>Tags the tokens of a sentence from left to right: averaged perceptron over hashed features (Collins 2002).</summary>
/// <remarks>
/// One label stands for a Penn tag and a universal tag together, since neither follows wholly from the other ("that" IN may be SCONJ or
/// ADP, "is" VBZ may be AUX or VERB). Safe from many threads.
/// </remarks>
internal sealed class Tagger
{
    internal const string Kind = "tagger";
    internal const int Version = 1;

    private readonly SparseWeights weights;
    private readonly (string Xpos, Upos Upos)[] labels;

    private Tagger(SparseWeights weights, (string, Upos)[] labels, WordClasses classes) =>
        (this.weights, this.labels, Classes) = (weights, labels, classes);

    public WordClasses Classes { get; }

    /// <param name="reader">The payload of a model file.</param>
    public static Tagger Read(BinaryReader reader)
    {
        (string, Upos)[] labels = new (string, Upos)[reader.ReadByte()];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = (string.Intern(reader.ReadString()), (Upos)reader.ReadByte());
        WordClasses classes = WordClasses.Read(reader);
        return new Tagger(SparseWeights.Read(reader), labels, classes);
    }

    public (string Xpos, Upos Upos) Label(int label) => labels[label];

    /// <param name="words">The sentence's forms, made with <see cref="Classes"/>.</param>
    /// <param name="tags">Receives a label for each; see <see cref="Label"/>.</param>
    public void Tag(ReadOnlySpan<WordForm> words, Span<int> tags)
    {
        Span<uint> keys = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[256];
        scores = scores[..labels.Length];
        int last = -1, beforeLast = -1;
        for (int i = 0; i < words.Length; i++)
        {
            TagFeatures.Fill(words, i, last, beforeLast, keys);
            scores.Clear();
            weights.Score(keys, scores);
            int best = 0;
            for (int label = 1; label < scores.Length; label++)
            {
                if (scores[label] > scores[best])
                    best = label;
            }

            tags[i] = best;
            (beforeLast, last) = (last, best);
        }
    }

    /// <summary>Forms of one sentence's tokens.</summary>
    public static void Fill(string text, ReadOnlySpan<TextSpan> tokens, WordClasses classes, Span<WordForm> forms)
    {
        SentenceCase sentenceCase = SentenceCases.Of(text, tokens);
        for (int i = 0; i < tokens.Length; i++)
            forms[i] = WordForm.Of(text, tokens[i], sentenceCase, classes);
    }
}
