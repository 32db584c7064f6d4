using System.Collections.Immutable;
using Stemma.Intake.Conllu;
using Stemma.Language;

namespace Stemma.Evaluation.Language;

/// <summary>Measures the language engine against CoNLL-U gold: on the gold's own tokens, and from raw text.</summary>
public sealed class LanguageEvaluation
{
    public static readonly EvaluationTask Task = new(
        "language", "Tags, lemmas, dependencies and names on gold tokens; tokens, sentences, tags and dependencies from raw text.");

    private readonly LanguageEngine engine = new();

    /// <summary>Only documents of these genres (see <see cref="Genres"/>); all where empty.</summary>
    public ImmutableArray<string> Genres { get; init; } = [];

    public Recasing Recasing { get; init; }

    /// <param name="path">A .conllu file, gzipped or not.</param>
    /// <param name="misses">Where wrong names, tokens and sentences are listed, or null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no CoNLL-U, or broken, or has no document of the genres; the message names it.</exception>
    public LanguageScore Run(string path, TextWriter? misses, CancellationToken cancellation)
    {
        Treebank treebank = Treebank.Read(path, Genres, Recasing, cancellation);
        if (treebank.Documents.IsEmpty)
            throw new InvalidDataException($"{path}: no document {(Genres.IsEmpty ? "whose words are given" : "of genre " + string.Join(" or ", Genres))}");
        bool knowsSpaces = treebank.Documents.Any(d => d.KnowsSpaces);
        GoldTokens onGold = new(engine, misses);
        RawText fromRaw = new(engine, misses);
        List<ScoredSentence> scored = [];
        bool hasTrees = false;
        for (int d = 0; d < treebank.Documents.Length; d++)
        {
            TreebankDocument document = treebank.Documents[d];
            foreach (ConlluStretch stretch in document.Stretches)
            {
                cancellation.ThrowIfCancellationRequested();
                ScoredSentence[] some = [.. stretch.Sentences.Select(s => new ScoredSentence(d, document.GenreOf(s), s.Words.Count()))];
                onGold.Measure(stretch, some);
                if (knowsSpaces)
                    fromRaw.Measure(stretch.Sentences, some);
                scored.AddRange(some);
                hasTrees |= stretch.Sentences.Any(s => s.Words.Any(w => w.Head is not ("_" or "")));
            }
        }

        return new LanguageScore(path, [.. scored], hasTrees, knowsSpaces, treebank.Withheld);
    }
}
