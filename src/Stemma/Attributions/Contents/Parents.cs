namespace Stemma.Attributions;

/// <summary>Hangs each frame on the one in whose content it stands.</summary>
internal static class Parents
{
    /// <returns>For each frame the index of its parent, or -1. A parent has more content than its child or was named as its outer one, so there are no circles.</returns>
    public static int[] Find(List<Frame> frames)
    {
        int[] parents = new int[frames.Count];
        Array.Fill(parents, -1);
        Dictionary<Frame, int> index = [];
        for (int i = 0; i < frames.Count; i++)
            index[frames[i]] = i;
        int from = 0;
        for (int i = 0; i < frames.Count; i++)
        {
            // Content that carries over reaches a few units; nothing reaches further back than its own speaker's unit.
            while (frames[from].Window.Unit < frames[i].Window.Unit - MaxUnits)
                from++;
            for (int j = from; j < frames.Count && frames[j].Window.Unit <= frames[i].Window.Unit; j++)
            {
                if (j != i && Holds(frames[j], frames[i]) && (parents[i] < 0 || Size(frames[j]) < Size(frames[parents[i]])))
                    parents[i] = j;
            }
        }

        // The medium that was told stands around its source; a citation stands inside the statement that cites.
        for (int i = 0; i < frames.Count; i++)
        {
            if (frames[i].Carries is { } told && index.TryGetValue(told, out int inner))
            {
                parents[i] = parents[inner];
                parents[inner] = i;
            }
        }

        for (int i = 0; i < frames.Count; i++)
        {
            if (frames[i].Outer is { } outer && index.TryGetValue(outer, out int o))
                parents[i] = o;
        }

        BreakCircles(parents);
        return parents;
    }

    /// <summary>Quotations of one speaker rarely run longer; bounds the search.</summary>
    private const int MaxUnits = 12;

    private static bool Holds(Frame outer, Frame inner) =>
        // "A accused B of C, something B has denied": B speaks of what A said; A's word does not hang on B's.
        outer.Manner is not (CueManner.Intent or CueManner.Attitude) && !(outer.Stance is Stance.Denies or Stance.Doubts && inner.Cue.From < outer.Cue.From) && outer.Carries is null && inner.Carries is null && !outer.Cites
        && Contains(outer, inner.Cue.From) && !Contains(inner, outer.Cue.From) && Size(outer) > Size(inner);

    private static bool Contains(Frame frame, int token)
    {
        foreach (TokenRange range in frame.Content)
        {
            if (range.Contains(token))
                return true;
        }

        return false;
    }

    private static int Size(Frame frame)
    {
        int size = 0;
        foreach (TokenRange range in frame.Content)
            size += range.Length;
        return size;
    }

    private static void BreakCircles(int[] parents)
    {
        for (int i = 0; i < parents.Length; i++)
        {
            int steps = 0;
            for (int p = parents[i]; p >= 0; p = parents[p])
            {
                if (p == i || ++steps > 16)
                {
                    parents[i] = -1;
                    break;
                }
            }
        }
    }
}
