using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Language.Tagging;

namespace Stemma.Training;

/// <summary>Trains the tagger and prints its figures on held-out sentences.</summary>
internal static class TaggerTrainer
{
    private const int Seed = 3;

    /// <summary>A form rarer than this in training is treated as unknown, so that the tagger learns to guess.</summary>
    private const int RarestClass = 4;

    public static void Train(IReadOnlyList<string> corpora, int epochs, string output) =>
        Train([.. corpora.SelectMany(Conllu.Read).Where(s => !s.IsWithheld)], epochs, output);

    public static void Train(List<GoldSentence> gold, int epochs, string output)
    {
        List<string> names = [.. gold.SelectMany(s => s.Words).Select(LabelName).GroupBy(n => n).Where(g => g.Count() >= 3).Select(g => g.Key).Order(StringComparer.Ordinal)];
        Dictionary<string, int> labels = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        Random random = new(Seed);
        List<TrainingSentence> sentences = TrainingSentence.WithCaseCopies(gold, 6, random);
        FrozenDictionary<ulong, ulong> classes = Classes(gold, labels);
        WordClasses wordClasses = new(classes);
        Console.WriteLine($"{gold.Count} sentences, {sentences.Count} with case copies, {labels.Count} labels, {classes.Count} classes");

        AveragedPerceptron perceptron = new(labels.Count);
        WordForm[][] forms = [.. sentences.Select(s =>
        {
            WordForm[] filled = new WordForm[s.Spans.Length];
            Tagger.Fill(s.Text, s.Spans, wordClasses, filled);
            return filled;
        })];
        int[][] right = [.. sentences.Select(s => s.Words.Select(w => labels.GetValueOrDefault(LabelName(w), -1)).ToArray())];
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        uint[] keys = new uint[TagFeatures.Count];
        float[] scores = new float[labels.Count];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            int seen = 0, hit = 0;
            foreach (int s in order)
            {
                int last = -1, beforeLast = -1;
                for (int i = 0; i < forms[s].Length; i++)
                {
                    TagFeatures.Fill(forms[s], i, last, beforeLast, keys);
                    int best = perceptron.Best(keys, [], scores);
                    if (right[s][i] >= 0)
                    {
                        perceptron.Update(keys, right[s][i], best);
                        seen++;
                        hit += best == right[s][i] ? 1 : 0;
                    }

                    (beforeLast, last) = (last, best);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: {100.0 * hit / seen:F2}"));
        }

        ModelWriter.Write(output, Tagger.Kind, Tagger.Version, writer =>
        {
            writer.Write((byte)names.Count);
            foreach (string name in names)
            {
                string[] parts = name.Split(' ');
                writer.Write(parts[0]);
                writer.Write((byte)Enum.Parse<Upos>(parts[1], ignoreCase: true));
            }

            writer.Write(classes.Count);
            foreach ((ulong word, ulong tags) in classes.OrderBy(c => c.Key))
            {
                writer.Write(word);
                writer.Write(tags);
            }

            perceptron.Write(writer, 0.02f);
        });
    }

    private static string LabelName(GoldWord word) => word.Xpos + " " + word.Upos;

    /// <summary>Tags with at least a twentieth of a form's occurrences make up its class.</summary>
    private static FrozenDictionary<ulong, ulong> Classes(List<GoldSentence> gold, Dictionary<string, int> labels)
    {
        Dictionary<ulong, Dictionary<int, int>> counts = [];
        foreach (GoldSentence sentence in gold)
        {
            TrainingSentence text = TrainingSentence.Of(sentence);
            for (int i = 0; i < text.Spans.Length; i++)
            {
                ulong word = WordForm.HashOf(text.Text, text.Spans[i]);
                if (!labels.TryGetValue(LabelName(text.Words[i]), out int label))
                    continue;
                if (!counts.TryGetValue(word, out Dictionary<int, int>? tags))
                    counts.Add(word, tags = []);
                tags[label] = tags.GetValueOrDefault(label) + 1;
            }
        }

        Dictionary<ulong, ulong> classes = [];
        foreach ((ulong word, Dictionary<int, int> tags) in counts)
        {
            int sum = tags.Values.Sum();
            if (sum < RarestClass)
                continue;
            ulong hash = 17;
            foreach (int label in tags.Where(t => t.Value * 20 >= sum).Select(t => t.Key).Order())
                hash = Stemma.Text.StableHash.Combine(hash, (ulong)label + 1);
            classes.Add(word, hash | 2);
        }

        return classes.ToFrozenDictionary();
    }
}
