namespace Stemma.Language.Parsing;

/// <summary>An arc-hybrid configuration: a stack, a buffer, and the arcs drawn so far (Kuhlmann, Gómez-Rodríguez and Satta 2011).</summary>
/// <remarks>
/// Words are 0 to n-1; n is an artificial root that stays in the buffer to the end, so that every head is found by the same rule.
/// Reused from sentence to sentence; not safe to share between threads.
/// </remarks>
internal sealed class ParserState
{
    private int[] stack = new int[64];

    public ParserWord[] Words { get; private set; } = new ParserWord[64];

    /// <summary>Head of each word; -1 while none is drawn, n for the root.</summary>
    public int[] Heads { get; private set; } = new int[64];

    /// <summary>Number of the label of the arc to the head, 0 while none is drawn.</summary>
    public int[] Labels { get; private set; } = new int[64];

    /// <summary>The outermost and second outermost child on either side; -1 for none.</summary>
    public int[] Left { get; private set; } = new int[64];

    public int[] Left2 { get; private set; } = new int[64];

    public int[] Right { get; private set; } = new int[64];

    public int[] Right2 { get; private set; } = new int[64];

    /// <summary>How many children on either side.</summary>
    public int[] LeftCount { get; private set; } = new int[64];

    public int[] RightCount { get; private set; } = new int[64];

    public int Count { get; private set; }

    public int Depth { get; private set; }

    /// <summary>Index of the first word of the buffer.</summary>
    public int Next { get; private set; }

    public bool IsFinal => Depth == 0 && Next == Count;

    public bool CanShift => Next < Count;

    /// <summary>A left arc from the root waits until one word is left, so that each sentence has one root.</summary>
    public bool CanLeft => Depth > 0 && (Next < Count || Depth == 1);

    public bool CanRight => Depth > 1;

    public void Reset(int words)
    {
        Count = words;
        Depth = 0;
        Next = 0;
        int size = words + 1;
        if (Words.Length < size)
        {
            int room = Math.Max(size, Words.Length * 2);
            stack = new int[room];
            Words = new ParserWord[room];
            (Heads, Labels) = (new int[room], new int[room]);
            (Left, Left2, Right, Right2) = (new int[room], new int[room], new int[room], new int[room]);
            (LeftCount, RightCount) = (new int[room], new int[room]);
        }

        Words[words] = ParserWord.Root;
        Heads.AsSpan(0, size).Fill(-1);
        Labels.AsSpan(0, size).Clear();
        Left.AsSpan(0, size).Fill(-1);
        Left2.AsSpan(0, size).Fill(-1);
        Right.AsSpan(0, size).Fill(-1);
        Right2.AsSpan(0, size).Fill(-1);
        LeftCount.AsSpan(0, size).Clear();
        RightCount.AsSpan(0, size).Clear();
    }

    /// <summary>The n-th word of the stack from its top, or -1.</summary>
    public int Stack(int depth) => depth < Depth ? stack[Depth - 1 - depth] : -1;

    /// <summary>The n-th word of the buffer, the root being its last, or -1.</summary>
    public int Buffer(int ahead) => Next + ahead <= Count ? Next + ahead : -1;

    public void Shift() => stack[Depth++] = Next++;

    /// <summary>Draws an arc from the first word of the buffer to the top of the stack, which it removes.</summary>
    public void LeftArc(int label)
    {
        int child = stack[--Depth];
        int head = Next;
        (Heads[child], Labels[child]) = (head, label);
        Left2[head] = Left[head];
        Left[head] = child;
        LeftCount[head]++;
    }

    /// <summary>Draws an arc from the second word of the stack to the top, which it removes.</summary>
    public void RightArc(int label)
    {
        int child = stack[--Depth];
        int head = stack[Depth - 1];
        (Heads[child], Labels[child]) = (head, label);
        Right2[head] = Right[head];
        Right[head] = child;
        RightCount[head]++;
    }
}
