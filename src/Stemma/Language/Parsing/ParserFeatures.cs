namespace Stemma.Language.Parsing;

/// <summary>Turns a configuration into rows of the weight tables: hashed feature templates after Zhang and Nivre (2011).</summary>
internal static class ParserFeatures
{
    /// <summary>How many rows <see cref="Fill"/> writes.</summary>
    public const int Count = 72;

    private const ulong Mix = 0x9E3779B97F4A7C15;

    /// <summary>Writes one 64-bit hash a template; a table takes as many of the upper bits as it has.</summary>
    public static void Fill(ParserState state, Span<ulong> rows)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
        int b0 = state.Buffer(0), b1 = state.Buffer(1), b2 = state.Buffer(2);
        ParserWord S0 = Word(state, s0), S1 = Word(state, s1), S2 = Word(state, s2);
        ParserWord B0 = Word(state, b0), B1 = Word(state, b1), B2 = Word(state, b2);
        int s0l = Child(state.Left, s0), s0r = Child(state.Right, s0), s0l2 = Child(state.Left2, s0), s0r2 = Child(state.Right2, s0);
        int s1l = Child(state.Left, s1), s1r = Child(state.Right, s1), s1r2 = Child(state.Right2, s1);
        int b0l = Child(state.Left, b0), b0l2 = Child(state.Left2, b0);
        ParserWord S0l = Word(state, s0l), S0r = Word(state, s0r), S1l = Word(state, s1l), S1r = Word(state, s1r), B0l = Word(state, b0l);
        ParserWord S0l2 = Word(state, s0l2), S0r2 = Word(state, s0r2), S1r2 = Word(state, s1r2), B0l2 = Word(state, b0l2);
        ulong s0lL = Label(state, s0l), s0rL = Label(state, s0r), s1lL = Label(state, s1l), s1rL = Label(state, s1r), b0lL = Label(state, b0l);
        ulong s0l2L = Label(state, s0l2), s0r2L = Label(state, s0r2), b0l2L = Label(state, b0l2);
        ulong distance = s0 < 0 || b0 < 0 ? 0 : (ulong)Math.Min(b0 - s0, 10);
        ulong distance1 = s0 < 0 || s1 < 0 ? 0 : (ulong)Math.Min(s0 - s1, 10);
        ulong s0vl = Valency(state.LeftCount, s0), s0vr = Valency(state.RightCount, s0), s1vr = Valency(state.RightCount, s1), b0vl = Valency(state.LeftCount, b0);

        int n = 0;

        // Single words.
        Add(rows, ref n, S0.Form, S0.Xpos);
        Add(rows, ref n, S0.Form);
        Add(rows, ref n, S0.Xpos);
        Add(rows, ref n, S0.Suffix, S0.Upos);
        Add(rows, ref n, S1.Form, S1.Xpos);
        Add(rows, ref n, S1.Form);
        Add(rows, ref n, S1.Xpos);
        Add(rows, ref n, B0.Form, B0.Xpos);
        Add(rows, ref n, B0.Form);
        Add(rows, ref n, B0.Xpos);
        Add(rows, ref n, B0.Suffix, B0.Upos);
        Add(rows, ref n, B1.Form, B1.Xpos);
        Add(rows, ref n, B1.Form);
        Add(rows, ref n, B1.Xpos);
        Add(rows, ref n, B2.Form, B2.Xpos);
        Add(rows, ref n, B2.Xpos);
        Add(rows, ref n, S2.Form, S2.Xpos);
        Add(rows, ref n, S2.Xpos);

        // Pairs across the two arcs that can be drawn.
        Add(rows, ref n, S0.Form, B0.Form);
        Add(rows, ref n, S0.Form, S0.Xpos, B0.Xpos);
        Add(rows, ref n, S0.Xpos, B0.Form, B0.Xpos);
        Add(rows, ref n, S0.Form, B0.Xpos);
        Add(rows, ref n, S0.Xpos, B0.Form);
        Add(rows, ref n, S0.Xpos, B0.Xpos);
        Add(rows, ref n, S1.Form, S0.Form);
        Add(rows, ref n, S1.Form, S1.Xpos, S0.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Form, S0.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Xpos);
        Add(rows, ref n, S1.Form, S0.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Form);
        Add(rows, ref n, S1.Xpos, B0.Xpos);
        Add(rows, ref n, S1.Form, B0.Form);
        Add(rows, ref n, B0.Xpos, B1.Xpos);
        Add(rows, ref n, B0.Form, B1.Xpos);
        Add(rows, ref n, B0.Form, B1.Form);
        Add(rows, ref n, S0.Form, B1.Xpos);

        // Triples of tags.
        Add(rows, ref n, S0.Xpos, B0.Xpos, B1.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Xpos, B0.Xpos);
        Add(rows, ref n, S2.Xpos, S1.Xpos, S0.Xpos);
        Add(rows, ref n, B0.Xpos, B1.Xpos, B2.Xpos);
        Add(rows, ref n, S0.Form, B0.Xpos, B1.Xpos);
        Add(rows, ref n, S0.Xpos, B0.Form, B1.Xpos);
        Add(rows, ref n, S1.Form, S0.Xpos, B0.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Form, B0.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Xpos, B0.Form);
        Add(rows, ref n, S0.Xpos, S0l.Xpos, B0.Xpos);
        Add(rows, ref n, S0.Xpos, S0r.Xpos, B0.Xpos);
        Add(rows, ref n, S0.Xpos, B0.Xpos, B0l.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Xpos, S0l.Xpos);
        Add(rows, ref n, S1.Xpos, S0.Xpos, S0r.Xpos);
        Add(rows, ref n, S1.Xpos, S1r.Xpos, S0.Xpos);
        Add(rows, ref n, S1.Xpos, S1l.Xpos, S0.Xpos);
        Add(rows, ref n, S0.Xpos, S0l2.Xpos, S0l.Xpos);
        Add(rows, ref n, S0.Xpos, S0r2.Xpos, S0r.Xpos);
        Add(rows, ref n, B0.Xpos, B0l2.Xpos, B0l.Xpos);
        Add(rows, ref n, S1.Xpos, S1r2.Xpos, S1r.Xpos);

        // Labels of children, valencies, distances.
        Add(rows, ref n, S0.Xpos, s0lL, s0l2L);
        Add(rows, ref n, S0.Xpos, s0rL, s0r2L);
        Add(rows, ref n, S1.Xpos, s1lL, s1rL);
        Add(rows, ref n, B0.Xpos, b0lL, b0l2L);
        Add(rows, ref n, S0.Form, s0lL, s0rL);
        Add(rows, ref n, S1.Form, s1rL);
        Add(rows, ref n, B0.Form, b0lL);
        Add(rows, ref n, S0.Xpos, s0vl, s0vr);
        Add(rows, ref n, S1.Xpos, s1vr, S0.Xpos);
        Add(rows, ref n, B0.Xpos, b0vl);
        Add(rows, ref n, S0.Form, s0vr);
        Add(rows, ref n, S0.Xpos, B0.Xpos, distance);
        Add(rows, ref n, S1.Xpos, S0.Xpos, distance1);
        Add(rows, ref n, S0.Form, distance);
        Add(rows, ref n, S0l.Form, S0.Xpos, s0lL);
        Add(rows, ref n, S0r.Form, S0.Xpos, s0rL);
        System.Diagnostics.Debug.Assert(n == Count, "the template count is part of the model");
    }

    private static ParserWord Word(ParserState state, int index) => index < 0 ? ParserWord.None : state.Words[index];

    private static int Child(int[] children, int index) => index < 0 ? -1 : children[index];

    private static ulong Label(ParserState state, int index) => index < 0 ? 97 : (ulong)state.Labels[index];

    private static ulong Valency(int[] counts, int index) => index < 0 ? 89 : (ulong)Math.Min(counts[index], 4);

    private static void Add(Span<ulong> rows, ref int n, ulong a, ulong b = 0, ulong c = 0)
    {
        unchecked
        {
            ulong hash = (a ^ ((ulong)n + 1) * 0xD6E8FEB86659FD93) * Mix;
            hash = (hash ^ (hash >> 32) ^ b) * Mix;
            hash = (hash ^ (hash >> 29) ^ c) * Mix;
            rows[n++] = hash ^ (hash >> 32);
        }
    }
}
