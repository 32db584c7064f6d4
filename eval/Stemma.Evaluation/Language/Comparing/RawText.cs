using Stemma.Intake.Conllu;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Evaluation.Language;

/// <summary>Measures tokens and sentences from raw text, and tags and trees by the words that align, as the CoNLL 2018 shared task does.</summary>
/// <remarks>
/// The engine's tokens are syntactic words, so they are held against the gold's words: what that task prints as "Words", not its "Tokens",
/// where "don't" is one. Words align where their spans are the same without white space; a head is right where the heads align.
/// Each of ours counts in the gold sentence that it begins in, so that sentences can be drawn anew for an interval.
/// </remarks>
internal sealed class RawText(LanguageEngine engine, TextWriter? misses)
{
    /// <param name="scored">One for each sentence.</param>
    public void Measure(IReadOnlyList<ConlluSentence> sentences, ReadOnlySpan<ScoredSentence> scored)
    {
        RawGold gold = RawGold.Of(sentences);
        LinguisticText read = engine.Analyse(gold.Text);
        int[] folded = Folding.Of(gold.Text);
        (int Start, int End)[] ours = [.. read.Tokens.Select(t => (folded[t.Span.Start], folded[t.Span.End]))];
        int[] aligned = Align(gold.Words, ours);

        Sentences(gold, read, folded, scored);
        for (int i = 0; i < gold.Words.Length; i++)
            scored[gold.Words[i].Sentence].Tally.AddRawWords(gold: 1, found: 0);
        int sentence = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            while (gold.Ends[sentence] <= ours[i].Start)
                sentence++;
            scored[sentence].Tally.AddRawWords(gold: 0, found: 1);
            if (aligned[i] >= 0)
                Word(scored[gold.Words[aligned[i]].Sentence].Tally, gold.Words[aligned[i]], read.Tokens[i], aligned);
            else
                misses?.WriteLine($"token    {Around(read.Text, read.Tokens[i].Span)}");
        }
    }

    /// <summary>For each of ours the gold word with the same span, or -1.</summary>
    internal static int[] Align(ReadOnlySpan<RawGold.Word> gold, ReadOnlySpan<(int Start, int End)> ours)
    {
        int[] aligned = new int[ours.Length];
        Array.Fill(aligned, -1);
        int g = 0, o = 0;
        while (g < gold.Length && o < ours.Length)
        {
            if (gold[g].Start == ours[o].Start && gold[g].End == ours[o].End)
                aligned[o++] = g++;
            else if (gold[g].Start <= ours[o].Start)
                g++;
            else
                o++;
        }

        return aligned;
    }

    private static void Word(Tally tally, in RawGold.Word gold, in Token token, int[] aligned)
    {
        bool head = token.Deprel.Length > 0 && (token.Head < 0 ? gold.Head < 0 : gold.Head >= 0 && aligned[token.Head] == gold.Head);
        tally.Add(Language.Measure.RawTokens, 0, 0, 1);
        tally.Add(Language.Measure.RawUpos, 0, 0, ConlluColumns.Upos(token) == gold.Row.Upos ? 1 : 0);
        tally.Add(Language.Measure.RawXpos, 0, 0, ConlluColumns.Xpos(token) == gold.Row.Xpos ? 1 : 0);
        tally.Add(Language.Measure.RawLemma, 0, 0, GoldTokens.SameLemma(ConlluColumns.Lemma(token), gold.Row.Lemma) ? 1 : 0);
        tally.Add(Language.Measure.RawUas, 0, 0, head ? 1 : 0);
        tally.Add(Language.Measure.RawLas, 0, 0, head && GoldTokens.SameRelation(ConlluColumns.Deprel(token), gold.Row.Deprel) ? 1 : 0);
    }

    private void Sentences(RawGold gold, LinguisticText read, int[] folded, ReadOnlySpan<ScoredSentence> scored)
    {
        int at = 0;
        foreach (Sentence sentence in read.Sentences)
        {
            (int start, int end) = (folded[sentence.Span.Start], folded[sentence.Span.End]);
            while (gold.Ends[at] <= start)
                at++;
            bool right = end == gold.Ends[at] && start == (at == 0 ? 0 : gold.Ends[at - 1]);
            scored[at].Tally.Add(Language.Measure.RawSentences, 0, 1, right ? 1 : 0);
            if (!right)
                misses?.WriteLine($"sentence {sentence.Span.In(read.Text).ToString().ReplaceLineEndings(" ")}");
        }

        foreach (ScoredSentence one in scored)
            one.Tally.Add(Language.Measure.RawSentences, 1, 0, 0);
    }

    private static string Around(string text, TextSpan span)
    {
        int from = Math.Max(0, span.Start - 15);
        int to = Math.Min(text.Length, span.End + 15);
        return $"{text[from..span.Start]}[{span.In(text)}]{text[span.End..to]}".ReplaceLineEndings(" ");
    }
}
