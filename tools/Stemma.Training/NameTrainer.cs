using Stemma.Language;
using Stemma.Language.Models;
using Stemma.Language.Names;
using Stemma.Language.Tagging;

namespace Stemma.Training;

/// <summary>Trains the name tagger on sentences whose MISC column holds NER=B-PER and so on, and measures exact spans.</summary>
internal static class NameTrainer
{
    private const int Seed = 5;

    /// <summary>Share of training sentences in which the words of names are hidden: most names of a new story were never seen.</summary>
    private const double Hidden = 0.3;

    private static readonly string[] Kinds = ["PER", "ORG", "LOC", "MISC"];

    public static void Train(IReadOnlyList<string> corpora, string taggerPath, int epochs, string output)
    {
        Tagger tagger = Load(taggerPath);
        NameLexicon lexicon = new();
        Random random = new(Seed);
        List<GoldSentence> gold = [.. corpora.SelectMany(Conllu.Read)];
        List<(NameToken[] Tokens, int[] Labels)> data = [.. TrainingSentence.WithCaseCopies(gold, 8, random).Select(s => (Tokens(s, tagger, lexicon), LabelsOf(s.Words)))];
        Console.WriteLine($"{gold.Count} sentences, {data.Count} with case copies");
        AveragedPerceptron perceptron = new(NameTagger.Labels);
        uint[] keys = new uint[NameFeatures.Count];
        float[] scores = new float[NameTagger.Labels];
        bool[] allowed = new bool[NameTagger.Labels];
        int[] order = [.. Enumerable.Range(0, data.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            int seen = 0, hit = 0;
            foreach (int s in order)
            {
                (NameToken[] tokens, int[] labels) = data[s];
                bool hide = random.NextDouble() < Hidden;
                int last = -1, beforeLast = -1;
                for (int i = 0; i < tokens.Length; i++)
                {
                    NameFeatures.Fill(tokens, i, last, beforeLast, keys, !(hide && labels[i] > 0 && (tokens[i].Cues & NameCues.Gazetteer) == 0));
                    for (int l = 0; l < allowed.Length; l++)
                        allowed[l] = NameTagger.MayFollow(last, l);
                    int best = perceptron.Best(keys, allowed, scores);
                    perceptron.Update(keys, labels[i], best);
                    seen++;
                    hit += best == labels[i] ? 1 : 0;

                    // Go on from the gold label after a mistake that would make the next gold label impossible.
                    int history = i + 1 < tokens.Length && !NameTagger.MayFollow(best, labels[i + 1]) ? labels[i] : best;
                    (beforeLast, last) = (last, history);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"epoch {epoch + 1}: {100.0 * hit / seen:F2}"));
        }

        ModelWriter.Write(output, NameTagger.Kind, NameTagger.Version, writer => perceptron.Write(writer, 0.03f));
    }

    public static void Evaluate(string model, string taggerPath, string path, int show)
    {
        using FileStream file = File.OpenRead(model);
        using BinaryReader reader = ModelReader.Open(file, model, NameTagger.Kind, NameTagger.Version);
        NameTagger names = NameTagger.Read(reader);
        Tagger tagger = Load(taggerPath);
        NameLexicon lexicon = new();
        int right = 0, found = 0, wanted = 0;
        foreach (GoldSentence gold in Conllu.Read(path))
        {
            TrainingSentence sentence = TrainingSentence.Of(gold);
            NameToken[] tokens = Tokens(sentence, tagger, lexicon);
            int[] labels = new int[tokens.Length];
            names.Tag(tokens, labels);
            HashSet<(int, int, EntityKind)> ours = Spans(labels);
            HashSet<(int, int, EntityKind)> theirs = Spans(LabelsOf(gold.Words));
            found += ours.Count;
            wanted += theirs.Count;
            right += ours.Count(theirs.Contains);
            if (show > 0 && !ours.SetEquals(theirs))
            {
                show--;
                Console.WriteLine($"{sentence.Text}\n  ours {Show(sentence, ours)}\n  gold {Show(sentence, theirs)}");
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"names P {100.0 * right / found:F1}  R {100.0 * right / wanted:F1}  F1 {200.0 * right / (found + wanted):F1}"));
    }

    private static string Show(TrainingSentence sentence, HashSet<(int From, int To, EntityKind Kind)> spans) =>
        string.Join("; ", spans.OrderBy(s => s.From).Select(s => $"{s.Kind} {sentence.Text[sentence.Spans[s.From].Start..sentence.Spans[s.To - 1].End]}"));

    private static Tagger Load(string path)
    {
        using FileStream file = File.OpenRead(path);
        using BinaryReader reader = ModelReader.Open(file, path, Tagger.Kind, Tagger.Version);
        return Tagger.Read(reader);
    }

    private static NameToken[] Tokens(TrainingSentence sentence, Tagger tagger, NameLexicon lexicon)
    {
        NameToken[] tokens = new NameToken[sentence.Spans.Length];
        WordForm[] forms = new WordForm[tokens.Length];
        int[] tags = new int[tokens.Length];
        Tagger.Fill(sentence.Text, sentence.Spans, tagger.Classes, forms);
        tagger.Tag(forms, tags);
        bool capitals = SentenceCases.Of(sentence.Text, sentence.Spans) == SentenceCase.Upper;
        NameCues[] cues = new NameCues[tokens.Length];
        lexicon.Fill(sentence.Text, sentence.Spans, capitals, cues);
        NameTokens.Fill(cues, forms, tags, tagger, capitals, tokens);
        return tokens;
    }

    internal static int[] LabelsOf(GoldWord[] words)
    {
        int[] labels = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            (string part, int kind) = Tag(words, i);
            if (kind < 0)
                continue;
            bool starts = part == "B" || i == 0 || Tag(words, i - 1).Kind != kind;
            bool ends = i + 1 == words.Length || Tag(words, i + 1) is var next && (next.Kind != kind || next.Part == "B");
            labels[i] = 1 + kind * 4 + (starts, ends) switch { (true, true) => 3, (true, false) => 0, (false, false) => 1, (false, true) => 2 };
        }

        return labels;
    }

    private static (string Part, int Kind) Tag(GoldWord[] words, int i)
    {
        int at = words[i].Misc.IndexOf("NER=", StringComparison.Ordinal);
        if (at < 0 || words[i].Misc[at + 4] == 'O')
            return ("O", -1);
        string tag = words[i].Misc[(at + 4)..].Split('|')[0];
        return (tag[..1], Array.IndexOf(Kinds, tag[2..]));
    }

    internal static HashSet<(int From, int To, EntityKind Kind)> Spans(int[] labels)
    {
        HashSet<(int, int, EntityKind)> spans = [];
        int start = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (NameTagger.PartOf(labels[i]) is 0 or 3)
                start = i;
            if (NameTagger.PartOf(labels[i]) is 2 or 3)
                spans.Add((start, i + 1, NameTagger.KindOf(labels[i])));
        }

        return spans;
    }
}
