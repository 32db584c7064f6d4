using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"Ministry: talks will go on", and a name before a colon and a quotation.</summary>
internal static class HeadlineCue
{
    private const int MaxSource = 7;

    public static Frame? Try(ReadingText text, Window window)
    {
        int t = window.From;
        while (t < window.To && t - window.From <= MaxSource && text.Class[t] is Name or Noun or Adjective or Possessive or Determiner)
            t++;
        if (t == window.From || t >= window.To - 2 || text.Lower[t] is not ":" || text.Class[t - 1] is not (Name or Noun))
            return null;
        // "Q:" and "A:" name nobody.
        if (t == window.From + 1 && text.Lower[window.From].Length == 1)
            return null;
        bool quote = text.Class[t + 1] == QuoteMark && text.QuoteOf[t + 2] >= 0;
        bool first = window.Unit == 0;
        if (!quote && !(first && text.Class[window.From] is Name))
            return null;
        return new Frame
        {
            Window = window,
            Cue = new TokenRange(t, t + 1),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = ":",
            Source = new TokenRange(window.From, t),
            After = t + 1,
        };
    }
}
