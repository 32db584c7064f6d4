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

    public static void Run(string output, string corpus, double decay, ImmutableArray<int> shares, string[] silver)
    {
        LanguageEngine engine = new();
        ReferenceReader reader = new(new ReferenceLexicon());
        List<(GumDocument Document, LinguisticText Text)> read = [];
        foreach (GumDocument document in GumReader.Read(corpus, []))
            read.Add((document, engine.Analyse(document.Text, document.Tokens, document.SentenceEnds)));
        double[]? start = null; List<ReferenceExample> joint = []; double gw(string g) => g == "news" ? double.Parse(Environment.GetEnvironmentVariable("NW") ?? "1", System.Globalization.CultureInfo.InvariantCulture) : g is "interview" or "bio" ? 1 : double.Parse(Environment.GetEnvironmentVariable("OW") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
        if (silver.Length == 2)
        {
            List<ReferenceExample> auto = [];
            foreach ((LinguisticText text, (string? Chain, int Length)[] chains) in SilverDocuments.Read(silver[0], silver[1], engine))
            {
                GoldGuide guide = new(t => chains[t], null);
                reader.Read(text, null, guide);
                auto.AddRange(guide.Examples);
            }

            Console.WriteLine($"{auto.Count} silver");
            double sw = double.Parse(Environment.GetEnvironmentVariable("SW") ?? "0", System.Globalization.CultureInfo.InvariantCulture); if (sw > 0) joint.AddRange(auto.Where(e => !e.Right[^1]).Select(e => e with { Weight = sw })); else start = ReferenceLearner.Fit(auto, decay);
        }

        List<ReferenceExample>[] examples = [.. read.Select(r => Collect(reader, r.Document, r.Text, null))];
        Console.WriteLine(FormattableString.Invariant($"{read.Count} documents, {examples.Sum(e => e.Count)} pronouns, {examples.Sum(d => d.Count(e => !e.Right[^1]))} with an antecedent among the candidates"));
        ReferenceModel[] models = Fit(examples, decay, shares, start);

        // Once more, on what each model makes of the documents it has not seen: its own mistakes are then part of what it learns from.
        List<ReferenceExample>[] second = [.. read.Select((r, i) => Collect(reader, r.Document, r.Text, models[i % Folds]))];
        List<ReferenceExample>[] both = [.. examples.Zip(second, (a, b) => a.Concat(b).ToList()).Select((l, i) => l.ConvertAll(e => e with { Weight = gw(read[i].Document.Genre) }))];
        models = [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => Fit([.. both.Where((_, i) => i % Folds != fold).SelectMany(e => e).Concat(joint)], decay, shares, start))];
        List<MentionAnswer> answers = [];
        int asked = 0;
        for (int i = 0; i < read.Count; i++)
        {
            if (Measured.Contains(read[i].Document.Genre))
                answers.AddRange(MentionsEvaluation.Answers(read[i].Document, new ReferenceResolver(models[i % Folds]).Resolve(read[i].Text), asked++, Console.Error));
        }

        Console.WriteLine(new MentionsScore(asked, [.. answers]));
        HashSet<int> newsDocs = [.. read.Select((r, i) => (r, i)).Where(x => Measured.Contains(x.r.Document.Genre)).Select((x, k) => (x.r.Document.Genre, k)).Where(x => x.Genre == "news").Select(x => x.k)];
        Console.WriteLine("NEWS " + new MentionsScore(asked, [.. answers.Where(a => newsDocs.Contains(a.Document))]));
        ReferenceModel final = Fit([.. both.SelectMany(e => e).Concat(joint)], decay, shares, start);
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
    private static ReferenceModel[] Fit(List<ReferenceExample>[] examples, double decay, ImmutableArray<int> shares, double[]? start) =>
        [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => Fit([.. examples.Where((_, i) => i % Folds != fold).SelectMany(e => e)], decay, shares, start))];

    private static ReferenceModel Fit(List<ReferenceExample> examples, double decay, ImmutableArray<int> shares, double[]? start) =>
        new(ReferenceLearner.Rounded(ReferenceLearner.Fit(examples, decay, start)), shares);
}
