using System.Numerics;

namespace Stemma.Language.Models;

/// <summary>The weights of a linear classifier over hashed features: for each feature the few labels it speaks about.</summary>
/// <remarks>
/// An open-addressing table from 32-bit feature keys to runs of (label, weight). Against dense rows this is a tenth of the memory,
/// since most features ever touched two or three labels. Immutable once read; safe from many threads.
/// </remarks>
internal sealed class SparseWeights
{
    private readonly Slot[] slots;
    private readonly byte[] labels;
    private readonly short[] weights;
    private readonly int shift;

    private SparseWeights(Slot[] slots, byte[] labels, short[] weights, int shift) =>
        (this.slots, this.labels, this.weights, this.shift) = (slots, labels, weights, shift);

    /// <param name="reader">At a count of features; then each feature's key, count of labels, labels and weights.</param>
    /// <exception cref="InvalidDataException">The counts contradict each other.</exception>
    public static SparseWeights Read(BinaryReader reader)
    {
        int features = reader.ReadInt32();
        int entries = reader.ReadInt32();
        if (features < 0 || entries < features)
            throw new InvalidDataException("A model's feature table contradicts itself. Make the model again as src/Stemma/Language/MODEL.md tells.");

        // At most half full, so that a probe for an absent feature ends soon.
        int bits = Math.Max(4, BitOperations.Log2((uint)features) + 2);
        Slot[] slots = new Slot[1 << bits];
        byte[] labels = new byte[entries];
        short[] weights = new short[entries];
        int at = 0;
        uint key = 0;
        for (int i = 0; i < features; i++)
        {
            key += reader.ReadUInt32();
            int count = reader.ReadByte();
            for (int slot = (int)(unchecked(key * Spread) >> (32 - bits)); ; slot = (slot + 1) & (slots.Length - 1))
            {
                if (slots[slot].Count == 0)
                {
                    slots[slot] = new Slot(key, at, count);
                    break;
                }
            }

            for (int j = 0; j < count; j++, at++)
            {
                labels[at] = reader.ReadByte();
                weights[at] = reader.ReadInt16();
            }
        }

        return new SparseWeights(slots, labels, weights, 32 - bits);
    }

    /// <summary>Adds the weights of each feature to the scores of its labels.</summary>
    /// <param name="scores">One for each label.</param>
    public void Score(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        Slot[] table = slots;
        byte[] labelOf = labels;
        short[] weightOf = weights;
        int mask = table.Length - 1;
        foreach (uint key in keys)
        {
            int slot = (int)(unchecked(key * Spread) >> shift);
            while (true)
            {
                ref readonly Slot found = ref table[slot];
                if (found.Count == 0)
                    break;
                if (found.Key == key)
                {
                    int end = found.Start + found.Count;
                    for (int i = found.Start; i < end; i++)
                        scores[labelOf[i]] += weightOf[i];
                    break;
                }

                slot = (slot + 1) & mask;
            }
        }
    }

    /// <summary>Fibonacci hashing: spreads keys whose low bits are alike.</summary>
    private const uint Spread = 2654435769;

    private readonly record struct Slot(uint Key, int Start, int Count);
}
