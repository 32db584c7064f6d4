namespace Stemma.Language.Parsing;

/// <summary>Draws labelled dependencies greedily, one transition at a time, in time linear in the sentence.</summary>
/// <remarks>
/// Two averaged perceptrons over the same hashed features: one chooses the transition, one the label of the arc it draws. Kept
/// apart because the first is asked twice a word over three answers, the second once over some fifty. Safe to call from many threads at once, each with
/// its own <see cref="ParserState"/>.
/// </remarks>
internal sealed class TransitionParser(ParserModel model)
{
    internal const string Kind = "parser";
    internal const int Version = 1;

    public ParserModel Model => model;

    /// <summary>Parses the words set in <paramref name="state"/>, which then holds heads and labels.</summary>
    public void Parse(ParserState state)
    {
        Span<ulong> rows = stackalloc ulong[ParserFeatures.Count];
        while (!state.IsFinal)
        {
            ParserFeatures.Fill(state, rows);
            Transition transition = Best(state, rows);
            if (transition == Transition.Shift)
            {
                state.Shift();
                continue;
            }

            int label = model.BestLabel(rows, transition);
            if (transition == Transition.Left)
                state.LeftArc(label);
            else
                state.RightArc(label);
        }
    }

    private Transition Best(ParserState state, ReadOnlySpan<ulong> rows)
    {
        (int shift, int left, int right) = model.Score(rows);
        Transition best = Transition.Shift;
        int score = state.CanShift ? shift : int.MinValue;
        if (state.CanLeft && left > score)
            (best, score) = (Transition.Left, left);
        if (state.CanRight && right > score)
            best = Transition.Right;
        return best;
    }
}

/// <summary>The arc-hybrid transitions.</summary>
internal enum Transition
{
    Shift,
    Left,
    Right,
}
