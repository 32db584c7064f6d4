using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"Asked whether the vote would be repeated, ...": a question that nobody is named for.</summary>
internal static class Questions
{
    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Lower[t] is not ("asked" or "pressed" or "questioned") || t + 3 >= window.To || window.Quote >= 0)
            return null;
        bool opens = t == window.From || text.Class[t - 1] is Comma or Coordinator || text.Lower[t - 1] is "when" or "was" or "were";
        if (!opens || text.Lower[t + 1] is not ("whether" or "if" or "how" or "why" or "what" or "who" or "where" or "about"))
            return null;
        int end = t + 1;
        while (end < window.To && (text.QuoteOf[end] >= 0 || text.Class[end] is not (Comma or Stop or Colon)))
            end++;
        bool about = text.Lower[t + 1] is "about";
        if (end - t < 3)
            return null;
        Frame frame = new()
        {
            Window = window,
            Cue = new TokenRange(text.Lower[Math.Max(0, t - 1)] is "was" or "were" && t > window.From ? t - 1 : t, about ? t + 2 : t + 1),
            Stance = Stance.Asks,
            Certainty = Certainty.Uncommitted,
            Manner = CueManner.Hearsay,
            Lemma = "ask",
        };
        frame.Content.Add(new TokenRange(about ? t + 2 : t + 1, end));
        return frame;
    }
}
