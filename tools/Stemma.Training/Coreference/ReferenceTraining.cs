using System.Collections.Immutable;
using Stemma.Evaluation.Mentions;
using Stemma.Language;
using Stemma.Language.Coreference;

namespace Stemma.Training.Coreference;

/// <summary>Trains the ranker of pronouns on GUM, and tells what it reaches in cross-validation over documents.</summary>
internal static class ReferenceTraining
{
    private const int Folds = 8;

    private static readonly ImmutableHashSet<string> Measured = ["news", "interview", "bio"];

    /// <param name="decay">How strongly weights are drawn towards zero.</param>
    /// <param name="shares">Least share, in thousandths, that the best candidate of a pronoun must have: he and she, they, it, I, we, others.</param>
    public static void Run(string output, string corpus, double decay, ImmutableArray<int> shares)
    {
        LanguageEngine engine = new();
        ReferenceReader reader = new(new ReferenceLexicon());
        List<(GumDocument Document, LinguisticText Text)> read = [];
        foreach (GumDocument document in GumReader.Read(corpus, []))
            read.Add((document, engine.Analyse(document.Text, document.Tokens, document.SentenceEnds)));

        List<ReferenceExample>[] examples = [.. read.Select(r => Collect(reader, r.Document, r.Text, null))];
        Console.WriteLine(FormattableString.Invariant($"{read.Count} documents, {examples.Sum(e => e.Count)} pronouns, {examples.Sum(d => d.Count(e => !e.Right[^1]))} with an antecedent among the candidates"));
        ReferenceModel[] models = Fit(examples, decay, shares);

        // Once more, on what each model makes of the documents it has not seen: its own mistakes are then part of what it learns from.
        List<ReferenceExample>[] second = [.. read.Select((r, i) => Collect(reader, r.Document, r.Text, models[i % Folds]))];
        List<ReferenceExample>[] both = [.. examples.Zip(second, (a, b) => a.Concat(b).ToList())];
        models = Fit(both, decay, shares);
        List<MentionAnswer> answers = [];
        int asked = 0;
        for (int i = 0; i < read.Count; i++)
        {
            if (Measured.Contains(read[i].Document.Genre))
                answers.AddRange(MentionsEvaluation.Answers(read[i].Document, new ReferenceResolver(models[i % Folds]).Resolve(read[i].Text), asked++, null));
        }

        Console.WriteLine(new MentionsScore(asked, [.. answers]));
        ReferenceModel final = Fit([.. both.SelectMany(e => e)], decay, shares);
        ModelWriter.Write(output, ReferenceModel.Kind, ReferenceModel.Version, final.Write);
    }

    private static List<ReferenceExample> Collect(ReferenceReader reader, GumDocument document, LinguisticText text, ReferenceModel? model)
    {
        MentionQuestions gold = new(document);
        GoldGuide guide = new(t => gold.Around(t) is { } around ? (around.Chain, around.Length) : (null, 0), model);
        reader.Read(text, null, guide);
        return guide.Examples;
    }

    /// <summary>A model for each fold, of all documents outside it.</summary>
    private static ReferenceModel[] Fit(List<ReferenceExample>[] examples, double decay, ImmutableArray<int> shares) =>
        [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => Fit([.. examples.Where((_, i) => i % Folds != fold).SelectMany(e => e)], decay, shares))];

    private static ReferenceModel Fit(List<ReferenceExample> examples, double decay, ImmutableArray<int> shares) =>
        new(ReferenceLearner.Rounded(ReferenceLearner.Fit(examples, decay)), shares);
}
