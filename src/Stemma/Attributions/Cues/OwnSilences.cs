using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"'We do not comment on leaks,' a spokesman said", "The bank said it would not discuss clients": told in so many words, and still a silence.</summary>
internal static class OwnSilences
{
    /// <summary>How far into what is said the refusal may stand.</summary>
    private const int Reach = 9;

    public static void Mark(ReadingText text, List<Frame> frames)
    {
        foreach (Frame frame in frames)
        {
            if (frame is { Stance: Stance.Asserts, Manner: CueManner.Speech, IsNoun: false, Content: [var content, ..] } && frame.Window.Quote < 0 && Refuses(text, content))
                (frame.Stance, frame.Certainty) = (Stance.Withholds, Certainty.Uncommitted);
        }
    }

    private static bool Refuses(ReadingText text, TokenRange content)
    {
        int t = content.From;
        while (t < content.To && text.Class[t] is QuoteMark or That)
            t++;
        if (t + 2 >= content.To || text.Lower[t] is not ("i" or "we" or "it" or "they" or "he" or "she"))
            return false;
        bool negated = false;
        for (int at = t + 1; at < Math.Min(content.To, t + Reach); at++)
        {
            if (text.Lower[at] is "comment" or "elaborate" or "speculate" && text.Class[at] is BaseVerb or FiniteVerb or Noun)
                return negated;
            if (text.Lower[at] is "discuss" && text.Class[at] is BaseVerb)
                return negated;
            negated |= text.Class[at] is Negation || text.Lower[at] is "never" or "no";
            if (text.Class[at] is not (Negation or Modal or Be or Have or Do or Adverb or To or FiniteVerb or BaseVerb or Ing or Participle or Determiner or Adjective))
                return false;
        }

        return false;
    }
}
