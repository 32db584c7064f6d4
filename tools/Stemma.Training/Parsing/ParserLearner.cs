using System.Collections.Immutable;
using Stemma.Language.Parsing;

namespace Stemma.Training.Parsing;

/// <summary>The parser's two perceptrons while they learn: weights and the running sums that average them.</summary>
internal sealed class ParserLearner(ImmutableArray<string> labelNames)
{
    private const int ActionBits = 20;
    private const int LabelBits = 16;
    private const int ActionRoom = 4;

    private readonly float[] actions = new float[(1 << ActionBits) * ActionRoom];
    private readonly float[] actionSums = new float[(1 << ActionBits) * ActionRoom];
    private readonly float[] labels = new float[(1 << LabelBits) * ParserModel.LabelRoom];
    private readonly float[] labelSums = new float[(1 << LabelBits) * ParserModel.LabelRoom];
    private readonly float[] scores = new float[ParserModel.LabelRoom];
    private int time = 1;

    public ParserState State { get; } = new();

    public void Step() => time++;

    /// <returns>The highest scored legal transition, and the highest scored one among those that lose no gold arc.</returns>
    public (Transition Guess, Transition Best) Choose(ParserState state, ReadOnlySpan<ulong> rows, int[] gold)
    {
        Span<float> sums = stackalloc float[ActionRoom];
        sums.Clear();
        foreach (ulong row in rows)
        {
            int at = (int)(row >> (64 - ActionBits)) * ActionRoom;
            for (int i = 0; i < 3; i++)
                sums[i] += actions[at + i];
        }

        int guess = -1, best = -1, least = int.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            Transition transition = (Transition)i;
            bool legal = transition switch { Transition.Shift => state.CanShift, Transition.Left => state.CanLeft, _ => state.CanRight };
            if (!legal)
                continue;
            if (guess < 0 || sums[i] > sums[guess])
                guess = i;
            int cost = Cost(state, transition, gold);
            if (cost < least || (cost == least && sums[i] > sums[best]))
                (best, least) = (i, cost);
        }

        // A guess that costs no more than the best is as good.
        if (Cost(state, (Transition)guess, gold) == least)
            best = guess;
        return ((Transition)guess, (Transition)best);
    }

    public int BestLabel(ReadOnlySpan<ulong> rows, Transition transition)
    {
        scores.AsSpan().Clear();
        foreach (ulong row in rows)
        {
            int at = LabelRow(row, transition);
            for (int i = 0; i < labelNames.Length; i++)
                scores[i] += labels[at + i];
        }

        int best = 0;
        for (int i = 1; i < labelNames.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }

    public void UpdateAction(ReadOnlySpan<ulong> rows, Transition right, Transition wrong)
    {
        foreach (ulong row in rows)
        {
            int at = (int)(row >> (64 - ActionBits)) * ActionRoom;
            actions[at + (int)right]++;
            actionSums[at + (int)right] += time;
            actions[at + (int)wrong]--;
            actionSums[at + (int)wrong] -= time;
        }
    }

    public void UpdateLabel(ReadOnlySpan<ulong> rows, Transition transition, int right, int wrong)
    {
        foreach (ulong row in rows)
        {
            int at = LabelRow(row, transition);
            labels[at + right]++;
            labelSums[at + right] += time;
            labels[at + wrong]--;
            labelSums[at + wrong] -= time;
        }
    }

    public ParserModel Average() => new(labelNames, Quantise(actions, actionSums), Quantise(labels, labelSums));

    private sbyte[] Quantise(float[] weights, float[] sums)
    {
        float[] average = new float[weights.Length];
        for (int i = 0; i < weights.Length; i++)
            average[i] = weights[i] - sums[i] / time;

        // The few largest weights are clipped so that the many small ones keep their steps.
        float[] sizes = [.. average.Where(w => w != 0).Select(MathF.Abs)];
        Array.Sort(sizes);
        float most = sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * 0.9995)];
        float scale = 127 / most;
        sbyte[] table = new sbyte[weights.Length];
        for (int i = 0; i < table.Length; i++)
            table[i] = (sbyte)Math.Clamp(MathF.Round(average[i] * scale), -127, 127);
        return table;
    }

    private static int LabelRow(ulong row, Transition transition) =>
        (int)(unchecked(row * ParserModel.Salt(transition)) >> (64 - LabelBits)) * ParserModel.LabelRoom;

    /// <summary>How many gold arcs a transition makes unreachable.</summary>
    private static int Cost(ParserState state, Transition transition, int[] gold)
    {
        int cost = 0;
        if (transition == Transition.Shift)
        {
            int word = state.Next;
            for (int depth = 0; state.Stack(depth) is >= 0 and int other; depth++)
            {
                if (gold[other] == word || (depth > 0 && gold[word] == other))
                    cost++;
            }

            return cost;
        }

        int child = state.Stack(0);
        int head = transition == Transition.Left ? state.Next : state.Stack(1);
        if (gold[child] != head && (gold[child] >= state.Next || gold[child] == state.Stack(1)))
            cost++;
        for (int other = state.Next; other < state.Count; other++)
        {
            if (gold[other] == child)
                cost++;
        }

        return cost;
    }
}
