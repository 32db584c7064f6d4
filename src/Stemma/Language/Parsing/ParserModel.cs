using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Stemma.Language.Parsing;

/// <summary>The parser's weights: two tables of signed bytes, indexed by hashed features.</summary>
internal sealed class ParserModel
{
    /// <summary>Labels a table row has room for; a multiple of every vector width.</summary>
    public const int LabelRoom = 64;

    private const int ActionRoom = 4;

    private readonly sbyte[] actions;
    private readonly sbyte[] labels;
    private readonly int actionShift;
    private readonly int labelShift;

    public ParserModel(ImmutableArray<string> labelNames, sbyte[] actions, sbyte[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labelNames.Length, LabelRoom);
        LabelNames = labelNames;
        this.actions = actions;
        this.labels = labels;
        actionShift = 64 - BitOperations.Log2((uint)(actions.Length / ActionRoom));
        labelShift = 64 - BitOperations.Log2((uint)(labels.Length / LabelRoom));
    }

    /// <summary>Universal relations; number 0 is "dep".</summary>
    public ImmutableArray<string> LabelNames { get; }

    /// <param name="reader">The payload of a model file.</param>
    public static ParserModel Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        ImmutableArray<string> names = [.. Enumerable.Range(0, count).Select(_ => string.Intern(reader.ReadString()))];
        return new ParserModel(names, Table(reader), Table(reader));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(LabelNames.Length);
        foreach (string name in LabelNames)
            writer.Write(name);
        foreach (sbyte[] table in new[] { actions, labels })
        {
            writer.Write(table.Length);
            writer.Write(MemoryMarshal.AsBytes(table.AsSpan()));
        }
    }

    public (int Shift, int Left, int Right) Score(ReadOnlySpan<ulong> rows)
    {
        int shift = 0, left = 0, right = 0;
        foreach (ulong row in rows)
        {
            int at = (int)(row >> actionShift) * ActionRoom;
            shift += actions[at];
            left += actions[at + 1];
            right += actions[at + 2];
        }

        return (shift, left, right);
    }

    /// <returns>Number of the label of the arc that the transition draws.</returns>
    public int BestLabel(ReadOnlySpan<ulong> rows, Transition transition)
    {
        // Sums of 72 signed bytes fit sixteen bits, which halves the work of thirty-two.
        Span<short> sums = stackalloc short[LabelRoom];
        sums.Clear();
        ulong salt = Salt(transition);
        foreach (ulong row in rows)
        {
            ReadOnlySpan<sbyte> weights = labels.AsSpan((int)(unchecked(row * salt) >> labelShift) * LabelRoom, LabelRoom);
            for (int i = 0; i < LabelRoom; i += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(weights[i..]), out Vector<short> low, out Vector<short> high);
                (new Vector<short>(sums[i..]) + low).CopyTo(sums[i..]);
                (new Vector<short>(sums[(i + Vector<short>.Count)..]) + high).CopyTo(sums[(i + Vector<short>.Count)..]);
            }
        }

        int best = 0;
        for (int i = 1; i < LabelNames.Length; i++)
        {
            if (sums[i] > sums[best])
                best = i;
        }

        return best;
    }

    /// <summary>The same features mean other labels to the left than to the right.</summary>
    public static ulong Salt(Transition transition) => transition == Transition.Left ? 0xC2B2AE3D27D4EB4F : 0x9FB21C651E98DF25;

    private static sbyte[] Table(BinaryReader reader)
    {
        sbyte[] table = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
        return table;
    }
}
