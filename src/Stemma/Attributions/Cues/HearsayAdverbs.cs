using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"reportedly", "allegedly": the clause is somebody's word, and nobody says whose.</summary>
internal static class HearsayAdverbs
{
    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Lower[t] is not ("reportedly" or "allegedly" or "purportedly" or "supposedly") || window.Quote >= 0)
            return null;
        // Before a single adjective it hedges no more than that word ("a reportedly luxurious vehicle").
        bool alone = t > window.From && text.Class[t - 1] is Determiner or Adjective || (t + 1 < window.To && text.Class[t + 1] is Adjective);
        if (alone)
            return null;
        int from = t;
        while (from > window.From && text.Class[from - 1] is not (Comma or Stop or Colon or QuoteMark or Dash or That or Subordinator or Wh) && !(text.Class[from - 1] is Coordinator && HasVerb(text, from, t)))
            from--;
        Frame frame = new()
        {
            Window = window,
            Cue = new TokenRange(t, t + 1),
            Stance = Stance.Asserts,
            Certainty = Certainty.Probable,
            Manner = CueManner.Hearsay,
            Lemma = text.Lower[t],
        };
        if (from < t)
            frame.Content.Add(new TokenRange(from, t));
        if (t + 1 >= window.To)
            return null;
        frame.After = t + 1;
        return frame;
    }

    private static bool HasVerb(ReadingText text, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (NounPhrases.IsFinite(text, t))
                return true;
        }

        return false;
    }
}
