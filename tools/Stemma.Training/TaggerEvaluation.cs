using System.Diagnostics;
using Stemma.Language;
using Stemma.Language.Models;
using Stemma.Language.Tagging;

namespace Stemma.Training;

/// <summary>UPOS, XPOS and lemma accuracy on gold tokens, and speed on one core.</summary>
internal static class TaggerEvaluation
{
    public static void Run(string model, string path)
    {
        using FileStream file = File.OpenRead(model);
        using BinaryReader reader = ModelReader.Open(file, model, Tagger.Kind, Tagger.Version);
        Tagger tagger = Tagger.Read(reader);
        Lemmatizer lemmatizer = new();
        List<GoldSentence> gold = [.. Conllu.Read(path).Where(s => !s.IsWithheld)];
        Measure("as it stands", tagger, lemmatizer, [.. gold.Select(TrainingSentence.Of)]);
        Measure("CAPITALS", tagger, lemmatizer, [.. gold.Select(g => TrainingSentence.Of(g, (form, _) => form.ToUpperInvariant()))]);
        Measure("Title Case", tagger, lemmatizer, [.. gold.Select(g => TrainingSentence.Of(g, (form, i) => i > 0 && form.Length < 4 ? form : char.ToUpperInvariant(form[0]) + form[1..]))]);
    }

    private static void Measure(string what, Tagger tagger, Lemmatizer lemmatizer, List<TrainingSentence> sentences)
    {
        int all = 0, upos = 0, xpos = 0, lemma = 0;
        long ticks = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            long start = Stopwatch.GetTimestamp();
            WordForm[] forms = new WordForm[sentence.Spans.Length];
            int[] tags = new int[forms.Length];
            Tagger.Fill(sentence.Text, sentence.Spans, tagger.Classes, forms);
            tagger.Tag(forms, tags);
            ticks += Stopwatch.GetTimestamp() - start;
            for (int i = 0; i < tags.Length; i++)
            {
                (string x, Upos u) = tagger.Label(tags[i]);
                all++;
                xpos += x == sentence.Words[i].Xpos ? 1 : 0;
                string ours = lemmatizer.Lemma(sentence.Spans[i].In(sentence.Text), x);
                lemma += string.Equals(ours, sentence.Words[i].Lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                upos += string.Equals(u.ToString(), sentence.Words[i].Upos, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        double seconds = ticks / (double)Stopwatch.Frequency;
        Console.WriteLine(FormattableString.Invariant($"{what}: UPOS {100.0 * upos / all:F2}  XPOS {100.0 * xpos / all:F2}  lemma {100.0 * lemma / all:F2}  {all / seconds:F0} words/s"));
    }
}
