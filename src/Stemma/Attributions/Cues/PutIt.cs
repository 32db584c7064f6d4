using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"a town where, as she put it, nobody locks a door", "'a slow puncture', as the coach puts it": somebody's own words for a thing.</summary>
internal static class PutIt
{
    /// <summary>Tokens that a name and what is told of it may have.</summary>
    private const int MostNamed = 14;

    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Lower[t] is not ("put" or "puts") || t + 1 >= window.To || text.Lower[t + 1] is not "it" || t - 2 < window.From || window.Quote >= 0)
            return null;
        if (WasHow(text, t, window) is { } how)
            return how;
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

    /// <summary>"'Not a word,' was how Hanne Roth, its lawyer, put it": null where it is no such thing.</summary>
    private static Frame? WasHow(ReadingText text, int put, Window window)
    {
        int how = put - 1;
        while (how > Math.Max(window.From + 2, put - MostNamed) && text.Lower[how] is not "how" && text.Class[how] is not (Stop or QuoteMark or Colon))
            how--;
        if (how - 3 < window.From || text.Lower[how] is not "how" || text.Lower[how - 1] is not ("was" or "is") || text.Class[how - 2] is not (QuoteMark or Comma) || text.QuoteOf[how - 3] < 0)
            return null;
        int end = text.Class[put - 1] is Comma ? put - 1 : put;
        return end <= how + 1 ? null : new Frame
        {
            Window = window,
            Cue = new TokenRange(put, put + 2),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = "put",
            Source = new TokenRange(how + 1, end),
            BeforeEnd = how - 1,
        };
    }
}
