using System.Text;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Training;

/// <summary>Measures tokens and sentences from raw text: F1 over exact spans, as the CoNLL shared tasks do.</summary>
internal static class RawTextEvaluation
{
    /// <param name="show">How many wrong tokens and sentences to print.</param>
    public static void Run(string path, string prefix, int show)
    {
        LanguageEngine engine = new();
        int gold = 0, found = 0, right = 0, goldSentences = 0, foundSentences = 0, rightSentences = 0;
        foreach (IGrouping<string, GoldSentence> document in Conllu.Read(path).Where(s => !s.IsWithheld).GroupBy(s => s.Document))
        {
            if (!document.Key.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            StringBuilder text = new();
            HashSet<TextSpan> tokens = [];
            HashSet<TextSpan> sentences = [];
            foreach (GoldSentence sentence in document)
            {
                if (sentence.StartsParagraph && text.Length > 0)
                    text.Append("\n\n");
                int start = text.Length;
                int end = start;
                foreach (GoldWord word in sentence.Words)
                {
                    tokens.Add(new TextSpan(text.Length, text.Length + word.Form.Length));
                    text.Append(word.Form);
                    end = text.Length;
                    if (!word.Glued)
                        text.Append(' ');
                }

                sentences.Add(new TextSpan(start, end));
            }

            LinguisticText ours = engine.Analyse(text.ToString());
            gold += tokens.Count;
            found += ours.Tokens.Length;
            goldSentences += sentences.Count;
            foundSentences += ours.Sentences.Length;
            foreach (Token token in ours.Tokens)
            {
                if (tokens.Contains(token.Span))
                    right++;
                else if (show-- > 0)
                    Console.WriteLine($"token    {Around(ours.Text, token.Span)}");
            }

            foreach (Sentence sentence in ours.Sentences)
            {
                if (sentences.Contains(sentence.Span))
                    rightSentences++;
                else if (show-- > 0)
                    Console.WriteLine($"sentence {sentence.Span.In(ours.Text)}");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"tokens F1 {F1(gold, found, right):F2}  sentences F1 {F1(goldSentences, foundSentences, rightSentences):F2}"));
    }

    private static string Around(string text, TextSpan span)
    {
        int from = Math.Max(0, span.Start - 15);
        int to = Math.Min(text.Length, span.End + 15);
        return $"{text[from..span.Start]}[{span.In(text)}]{text[span.End..to]}".ReplaceLineEndings(" ");
    }

    private static double F1(int gold, int found, int right) => 200.0 * right / Math.Max(1, gold + found);
}
