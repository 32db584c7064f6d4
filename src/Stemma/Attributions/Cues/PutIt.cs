using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"a town where, as she put it, nobody locks a door", "'a slow puncture', as the coach puts it": somebody's own words for a thing.</summary>
internal static class PutIt
{
    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Lower[t] is not ("put" or "puts") || t + 1 >= window.To || text.Lower[t + 1] is not "it" || t - 2 < window.From || window.Quote >= 0)
            return null;
        int start = NounPhrases.Left(text, t, window.From);
        if (start <= window.From || text.Lower[start - 1] is not "as")
            return null;
        int next = Adjuncts.Skip(text, t + 2, window.To);
        bool inserted = next + 2 < window.To && text.Class[next] is Comma or Colon;
        int comma = start - 2;
        if (!inserted && (comma <= window.From || text.Class[comma] is not (Comma or QuoteMark)))
            return null;
        return new Frame
        {
            Window = window,
            Cue = new TokenRange(t, t + 2),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = "put",
            Source = new TokenRange(start, t),
            After = inserted ? next + 1 : -1,
            BeforeEnd = inserted ? -1 : start - 1,
        };
    }
}
