using Stemma.Intake.Conllu;
using Stemma.Language;

namespace Stemma.Evaluation.Language;

/// <summary>Measures tags, lemmas, trees and names with the gold's own tokens and sentences, as <c>gold/conllu_score.py</c> does.</summary>
internal sealed class GoldTokens(LanguageEngine engine, TextWriter? misses)
{
    /// <param name="scored">One for each sentence of the stretch.</param>
    public void Measure(ConlluStretch stretch, ReadOnlySpan<ScoredSentence> scored)
    {
        LinguisticText read = engine.Analyse(stretch.Text, stretch.Tokens, stretch.SentenceEnds);
        string[] names = ConlluColumns.Names(read);
        for (int s = 0; s < scored.Length; s++)
        {
            Sentence sentence = read.Sentences[s];
            Tally tally = scored[s].Tally;
            ConlluRow[] gold = [.. stretch.Sentences[s].Words];
            for (int i = 0; i < gold.Length; i++)
                Word(tally, gold[i], read.Tokens[sentence.FirstToken + i], sentence);
            HashSet<(int From, int To, string Kind)> asked = EntitySpans.Of([.. gold.Select(w => EntitySpans.Tag(w.Misc))]);
            HashSet<(int From, int To, string Kind)> found = EntitySpans.Of(names[sentence.FirstToken..sentence.EndToken]);
            tally.Add(Language.Measure.Entities, asked.Count, found.Count, asked.Count(found.Contains));
            if (misses is not null && asked.Count + found.Count > 0)
                List(gold, asked, found);
        }
    }

    private static void Word(Tally tally, ConlluRow gold, in Token token, in Sentence sentence)
    {
        bool head = ConlluColumns.Head(token, sentence) == gold.Head;
        tally.Add(Language.Measure.Upos, ConlluColumns.Upos(token) == gold.Upos);
        tally.Add(Language.Measure.Xpos, ConlluColumns.Xpos(token) == gold.Xpos);
        tally.Add(Language.Measure.Lemma, SameLemma(ConlluColumns.Lemma(token), gold.Lemma));
        tally.Add(Language.Measure.Uas, head);
        tally.Add(Language.Measure.Las, head && SameRelation(ConlluColumns.Deprel(token), gold.Deprel));
    }

    public static bool SameLemma(string ours, string gold) => string.Equals(ours, gold, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two relations agree before their colon.</summary>
    public static bool SameRelation(string ours, string gold) => WithoutSubtype(ours).SequenceEqual(WithoutSubtype(gold));

    private static ReadOnlySpan<char> WithoutSubtype(string relation) =>
        relation.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon ? relation.AsSpan(0, colon) : relation;

    private void List(ConlluRow[] gold, HashSet<(int From, int To, string Kind)> asked, HashSet<(int From, int To, string Kind)> found)
    {
        foreach ((string what, (int from, int to, string kind)) in asked.Except(found).Select(e => ("missed", e)).Concat(found.Except(asked).Select(e => ("wrong", e))))
        {
            IEnumerable<string> words = gold.Select((w, i) => (i == from ? "[" : "") + w.Form + (i == to - 1 ? "]" : ""));
            misses!.WriteLine($"{what,-6} {kind,-4} {string.Join(' ', words.Skip(Math.Max(0, from - 8)).Take(to - from + 16))}");
        }
    }
}
