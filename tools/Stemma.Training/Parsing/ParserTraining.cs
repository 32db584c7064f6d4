using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Stemma.Language.Models;
using Stemma.Language.Parsing;
using Stemma.Language.Tagging;

namespace Stemma.Training.Parsing;

/// <summary>Trains the dependency parser: averaged perceptrons with a dynamic oracle (Goldberg and Nivre 2013).</summary>
internal static class ParserTraining
{
    private const int Epochs = 16;

    /// <summary>From this epoch on the parser follows its own choice, right or wrong, so that it learns to go on from its errors.</summary>
    private const int ExploreFrom = 1;

    private const double ExploreRate = 0.9;

    /// <summary>Into how many parts the training sentences are cut, each tagged by a tagger that did not see it.</summary>
    private const int Folds = 4;

    /// <param name="tagger">The tagger's model file: dev sentences are parsed on its tags, as reports will be.</param>
    public static void Run(string output, string tagger, string devPath, IReadOnlyList<string> corpora)
    {
        List<TrainingTree> dev = [.. Tagged(Gold(devPath), ReadTagger(tagger))];
        List<TrainingTree> train = [.. Jackknife([.. corpora.SelectMany(Gold)]).Select(t => t.Projective())];
        ImmutableArray<string> labels = [.. train.SelectMany(t => t.Labels).Append("dep").Distinct().Order(StringComparer.Ordinal).OrderBy(l => l != "dep")];
        if (labels.Length > ParserModel.LabelRoom)
            labels = [.. train.SelectMany(t => t.Labels).CountBy(l => l).OrderByDescending(l => l.Value).ThenBy(l => l.Key).Select(l => l.Key)
                .Where(l => l != "dep").Prepend("dep").Take(ParserModel.LabelRoom)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{train.Count} sentences, {labels.Length} labels"));
        Dictionary<string, int> numbers = labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);

        ParserLearner learner = new(labels);
        Random random = new(20260101);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            TrainingTree[] order = [.. train];
            random.Shuffle(order);
            int right = 0, total = 0;
            foreach (TrainingTree tree in order)
                Learn(learner, tree, numbers, epoch >= ExploreFrom ? random : null, ref right, ref total);
            if (epoch % 3 == 2 || epoch == Epochs - 1)
                Report(learner.Average(), dev, $"epoch {epoch + 1}: {100.0 * right / total:F2} % of steps without cost, {watch.Elapsed.TotalSeconds:F1} s");
        }

        ParserModel model = learner.Average();
        ModelWriter.Write(output, TransitionParser.Kind, TransitionParser.Version, model.Write);
        Report(model, dev, "written");
    }

    /// <summary>Tags as good and as bad as those the parser will meet: gold ones would teach it to trust them.</summary>
    private static IEnumerable<TrainingTree> Jackknife(List<GoldSentence> gold)
    {
        string file = Path.GetTempFileName();
        for (int fold = 0; fold < Folds; fold++)
        {
            TaggerTrainer.Train([.. gold.Where((_, i) => i % Folds != fold)], 3, file);
            Tagger held = ReadTagger(file);
            foreach (TrainingTree tree in Tagged(gold.Where((_, i) => i % Folds == fold), held))
                yield return tree;
        }

        File.Delete(file);
    }

    private static IEnumerable<TrainingTree> Tagged(IEnumerable<GoldSentence> gold, Tagger tagger)
    {
        foreach (GoldSentence sentence in gold)
        {
            TrainingSentence text = TrainingSentence.Of(sentence);
            WordForm[] forms = new WordForm[text.Spans.Length];
            int[] tags = new int[forms.Length];
            Tagger.Fill(text.Text, text.Spans, tagger.Classes, forms);
            tagger.Tag(forms, tags);
            yield return TrainingTree.Of(sentence, [.. tags.Select(tagger.Label)]);
        }
    }

    private static Tagger ReadTagger(string path)
    {
        using FileStream file = File.OpenRead(path);
        using BinaryReader reader = ModelReader.Open(file, path, Tagger.Kind, Tagger.Version);
        return Tagger.Read(reader);
    }

    private static void Learn(ParserLearner learner, TrainingTree tree, Dictionary<string, int> numbers, Random? explore, ref int right, ref int total)
    {
        ParserState state = learner.State;
        state.Reset(tree.Words.Length);
        tree.Words.CopyTo(state.Words, 0);
        Span<ulong> rows = stackalloc ulong[ParserFeatures.Count];
        while (!state.IsFinal)
        {
            ParserFeatures.Fill(state, rows);
            (Transition guess, Transition best) = learner.Choose(state, rows, tree.Heads);
            total++;
            if (guess == best)
                right++;
            else
                learner.UpdateAction(rows, best, guess);
            Transition follow = guess != best && explore?.NextDouble() < ExploreRate ? guess : best;
            learner.Step();
            if (follow == Transition.Shift)
            {
                state.Shift();
                continue;
            }

            int child = state.Stack(0);
            int head = follow == Transition.Left ? state.Next : state.Stack(1);
            int label = learner.BestLabel(rows, follow);
            if (tree.Heads[child] == head && numbers.TryGetValue(tree.Labels[child], out int gold) && gold != label)
            {
                learner.UpdateLabel(rows, follow, gold, label);
            }

            if (follow == Transition.Left)
                state.LeftArc(label);
            else
                state.RightArc(label);
        }
    }

    private static void Report(ParserModel model, List<TrainingTree> dev, string what)
    {
        TransitionParser parser = new(model);
        ParserState state = new();
        int words = 0, heads = 0, labelled = 0;
        Stopwatch watch = Stopwatch.StartNew();
        foreach (TrainingTree tree in dev)
        {
            state.Reset(tree.Words.Length);
            tree.Words.CopyTo(state.Words, 0);
            parser.Parse(state);
            for (int i = 0; i < tree.Words.Length; i++)
            {
                words++;
                if (state.Heads[i] != tree.Heads[i])
                    continue;
                heads++;
                if (model.LabelNames[state.Labels[i]] == tree.Labels[i])
                    labelled++;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: UAS {100.0 * heads / words:F2} LAS {100.0 * labelled / words:F2} on {words} words, {words / watch.Elapsed.TotalSeconds:F0} words/s"));
    }

    private static IEnumerable<GoldSentence> Gold(string path) =>
        Conllu.Read(path).Where(s => !s.IsWithheld && s.Words.All(w => w.Head >= 0));
}
