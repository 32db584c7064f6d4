using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Reads certainty and polarity off a content's first clause.</summary>
/// <remarks>
/// FactBank's values (Saurí and Pustejovsky 2009). A hedge counts where it governs the clause: auxiliaries and adverbs of its main verb,
/// adjectives of its subject ("the train presumed to carry"), not what stands behind "because", "if", "which". Content of several sentences is
/// judged by its first.
/// </remarks>
internal static class CommitmentReader
{
    private static readonly FrozenDictionary<string, Certainty> Hedges =
        Resources.Table("Attributions/Hedges.en.tsv").ToFrozenDictionary(r => r[0], r => Enum.Parse<Certainty>(r[1], ignoreCase: true), StringComparer.Ordinal);

    private const int Reach = 45;

    public static Commitment Read(ReadingText text, Frame frame)
    {
        Certainty certainty = frame.Certainty;
        ImmutableArray<TextSpan>.Builder hedges = ImmutableArray.CreateBuilder<TextSpan>();
        if (certainty < Certainty.Certain && frame.Stance is Stance.Asserts or Stance.Confirms && frame.Manner is CueManner.Thought or CueManner.Hearsay or CueManner.Speech)
            hedges.Add(text.Tokens[HeadOfCue(text, frame)].Span);
        bool negative = frame.Stance != Stance.Withholds && frame.Negated && frame.Manner is CueManner.Thought or CueManner.Hearsay or CueManner.Speech && frame.Stance != Stance.Denies;
        if (frame.Manner is CueManner.Intent or CueManner.Attitude && (frame.Negated || frame.Lemma is "refuse"))
            negative = true;
        if (frame.Stance is Stance.Asks or Stance.Withholds)
            return new Commitment(Certainty.Uncommitted, Polarity.Positive, hedges.ToImmutable());
        if (frame.Content.Exists(r => !r.IsEmpty && text.Lower[r.From] is "whether" or "if"))
            certainty = Certainty.Uncommitted;
        bool scanned = negative;
        foreach (TokenRange clause in FirstClause(text, frame))
            Scan(text, clause, ref certainty, ref scanned, hedges);
        // The tree knows what a "not" hangs on; the words in order only where it shows no clause.
        int main = frame.Content.Count > 0 ? Negations.MainWord(text.Source, frame.Content[0].From, FirstSentence(text, frame.Content[0])) : -1;
        negative = main >= 0 ? negative ^ Negations.Denies(text.Source, main, frame.Content[0].From) : scanned;
        hedges.Sort();
        return new Commitment(certainty, negative ? Polarity.Negative : Polarity.Positive, hedges.ToImmutable());
    }

    /// <summary>The certainty that a single token lowers a clause to; null for words that are no hedge.</summary>
    public static Certainty? HedgeOf(ReadingText text, int t)
    {
        if (!Hedges.TryGetValue(text.Lower[t], out Certainty value))
            return null;
        if (text.Lower[t] is "may" or "might" or "could" && text.Class[t] != Modal)
            return null;
        // "was able to": could of ability in the past is not told from possibility; news means possibility far more often.
        if (text.Lower[t] is "expected" or "believed" or "thought" or "said" or "feared" or "estimated" or "understood" && !IsPassive(text, t))
            return null;
        if (text.Lower[t] is "appears" or "appear" or "appeared" or "seems" or "seem" or "seemed" && !(t + 1 < text.Tokens.Length && (text.Class[t + 1] is To or Adjective or Adverb or That || text.Lower[t + 1] is "as" or "like")))
            return null;
        if (text.Lower[t] is "about" or "possible" or "potential" or "likely" && text.Class[t] is Preposition)
            return null;
        // An adjective in front of a noun that is not the subject's ("a possible meeting") hedges that noun only.
        if (text.Lower[t] is "possible" or "potential" or "suspected" or "alleged" or "probable" && t + 1 < text.Tokens.Length && text.Class[t + 1] is Noun or Adjective or Name)
            return null;
        return value;
    }

    private static bool IsPassive(ReadingText text, int t)
    {
        for (int i = t - 1; i >= Math.Max(0, t - 3); i--)
        {
            if (text.Class[i] == Be)
                return true;
            if (text.Class[i] is not (Adverb or Negation))
                break;
        }

        return text.Class[t] is Participle && t + 1 < text.Tokens.Length && text.Class[t + 1] == To;
    }

    private static void Scan(ReadingText text, TokenRange clause, ref Certainty certainty, ref bool negative, ImmutableArray<TextSpan>.Builder hedges)
    {
        bool verbSeen = false;
        for (int t = clause.From; t < clause.To; t++)
        {
            if (HedgeOf(text, t) is { } lowered && !(t > clause.From && text.Lower[t] is "likely" && text.Class[t - 1] == Negation))
            {
                if (lowered < certainty)
                    certainty = lowered;
                hedges.Add(text.Tokens[t].Span);
            }

            if (!verbSeen && text.Class[t] == Negation && !(t + 1 < clause.To && text.Lower[t + 1] is "only"))
                negative = !negative;
            if (!verbSeen && text.Lower[t] is "no" or "none" or "nobody" or "neither" or "nothing" && text.Class[t] is not Adverb && !(t > clause.From && text.Class[t - 1] is Preposition))
                negative = true;
            // "had at no point asked", "at no time": as good as "never".
            if (!verbSeen && text.Lower[t] is "no" && t + 1 < clause.To && t > clause.From && text.Class[t - 1] is Preposition && text.Lower[t + 1] is "point" or "time" or "stage" or "moment" or "circumstances")
                negative = true;
            // Negation counts up to the main verb, not in what follows it; auxiliaries and "be" still wait for theirs.
            if (text.Class[t] == FiniteVerb)
                verbSeen = true;
        }
    }

    private static int FirstSentence(ReadingText text, TokenRange content)
    {
        int t = content.From;
        while (t < content.To && !(t > content.From && text.Class[t] is Stop))
            t++;
        return t;
    }

    private static IEnumerable<TokenRange> FirstClause(ReadingText text, Frame frame)
    {
        int budget = Reach;
        foreach (TokenRange piece in frame.Content)
        {
            TokenRange range = piece;
            int t = range.From;
            bool verb = false;
            while (t < range.To && t - range.From < budget)
            {
                WordClass c = text.Class[t];
                if (c is Stop && t > range.From || c is Colon)
                    break;
                if (NounPhrases.IsFinite(text, t) || (c is Participle && t > range.From && text.Class[t - 1] is Noun or Name or Adverb))
                    verb = true;
                if (verb && t > range.From && c is Wh or Subordinator)
                    break;
                if (verb && c is That && t > range.From + 1)
                    break;
                if (verb && c is Comma or Dash && t > range.From + 2)
                    break;
                // "Russia, which has always guarded it, could": what stands between the marks is not the clause.
                if (!verb && t > range.From && t + 1 < range.To && (c is Dash || (c is Comma && text.Class[t + 1] is Wh)))
                {
                    int close = t + 1;
                    while (close < range.To && close - t < 40 && (text.Class[close] != c || (c is Comma && close + 1 < range.To && text.Class[close + 1] is not (FiniteVerb or Modal or Be or Have or Do or Negation))))
                        close++;
                    if (close < range.To && close - t < 40)
                    {
                        yield return new TokenRange(range.From, t);
                        range = new TokenRange(close + 1, range.To);
                        t = range.From;
                        continue;
                    }
                }

                t++;
            }

            yield return new TokenRange(range.From, t);
            if (t < range.To || frame.Manner != CueManner.Hearsay && frame.Content.Count > 2)
                yield break;
            budget -= range.Length;
            if (budget <= 0 || verb && frame.Manner != CueManner.Hearsay)
                yield break;
        }
    }

    private static int HeadOfCue(ReadingText text, Frame frame)
    {
        for (int t = frame.Cue.To - 1; t > frame.Cue.From; t--)
        {
            if (text.Class[t] is FiniteVerb or Participle or Ing or BaseVerb or Noun)
                return t;
        }

        return frame.Cue.From;
    }
}
