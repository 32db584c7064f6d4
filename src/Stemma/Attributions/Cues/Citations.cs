using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"X reported, citing Y, that C", "reports, which cite Y, suggest C": Y stands behind X's content.</summary>
internal static class Citations
{
    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (window.Quote >= 0 || text.Lower[t] is not ("citing" or "quoting" or "naming" or "giving" or "cite" or "cites" or "cited" or "quoted"))
            return null;
        bool ing = text.Lower[t].EndsWith("ing", StringComparison.Ordinal);
        bool relative = !ing && t > window.From && text.Class[t - 1] is Wh;
        if (!ing && !relative)
            return null;
        int cueEnd = AsSource(text, t + 1, window.To);
        if (cueEnd == t + 1 && text.Lower[t] is "naming" or "giving")
            return null;
        int end = NounPhrases.Right(text, cueEnd, window.To);
        if (end < 0)
            return null;
        // "quoting X as saying" has its own words to attribute.
        int tail = Math.Min(window.To - 1, end + 12);
        for (int i = end; i < tail; i++)
        {
            if (text.Lower[i] is "as" && text.Class[i + 1] is Ing)
                return null;
            if (text.Class[i] is Comma or Stop)
                break;
        }

        TokenRange source = new(cueEnd, end);
        if (!Sources.CanSpeak(text, source))
            return null;
        return new Frame
        {
            Window = window,
            Cue = new TokenRange(t, cueEnd),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = "cite",
            Source = source,
            Cites = true,
        };
    }

    /// <returns>One past "as its source"; <paramref name="at"/> where that does not stand there.</returns>
    private static int AsSource(ReadingText text, int at, int high) =>
        at + 3 < high && text.Lower[at] is "as" && text.Lower[at + 1] is "its" or "his" or "her" or "their" or "the" or "a" && text.Lower[at + 2] is "source" or "sources" ? at + 3 : at;

    /// <summary>Gives each citation the content of the statement it stands behind; one with none is dropped.</summary>
    public static void Link(List<Frame> frames)
    {
        for (int i = frames.Count - 1; i >= 0; i--)
        {
            Frame frame = frames[i];
            if (!frame.Cites)
                continue;
            Frame? outer = Nearest(frames, i, -1) ?? Nearest(frames, i, 1);
            if (outer is null || outer.Content.Count == 0)
            {
                frames.RemoveAt(i);
                continue;
            }

            frame.Outer = outer;
            foreach (TokenRange range in outer.Content)
            {
                if (!range.Overlaps(frame.Cue) && !range.Overlaps(frame.Source))
                    frame.Content.Add(range);
                else if (range.From < frame.Cue.From)
                    frame.Content.Add(new TokenRange(range.From, frame.Cue.From));
            }
        }
    }

    private static Frame? Nearest(List<Frame> frames, int at, int step)
    {
        for (int i = at + step; i >= 0 && i < frames.Count && frames[i].Window.Unit == frames[at].Window.Unit; i += step)
        {
            Frame other = frames[i];
            if (!other.Cites && other.Carries is null && other.Window.Quote < 0 && other.Manner is CueManner.Speech or CueManner.Evidence or CueManner.Thought)
                return other;
        }

        return null;
    }
}
