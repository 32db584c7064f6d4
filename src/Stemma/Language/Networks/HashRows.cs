using System.Runtime.InteropServices;

namespace Stemma.Language.Networks;

/// <summary>Finds the row of a hashed word: hashes in order, found by their first sixteen bits.</summary>
internal sealed class HashRows
{
    private readonly ulong[] hashes;
    private readonly int[] starts;

    private HashRows(ulong[] hashes)
    {
        this.hashes = hashes;
        starts = new int[65537];
        int bucket = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            if (i > 0 && hashes[i] <= hashes[i - 1])
                throw new InvalidDataException("The words of a model are out of order. Make the model again as src/Stemma/Language/MODEL.md tells.");
            while (bucket <= (int)(hashes[i] >> 48))
                starts[bucket++] = i;
        }

        while (bucket < starts.Length)
            starts[bucket++] = hashes.Length;
    }

    public int Count => hashes.Length;

    /// <param name="reader">At a count; then as many hashes, rising.</param>
    public static HashRows Read(BinaryReader reader)
    {
        ulong[] hashes = new ulong[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        return new HashRows(hashes);
    }

    /// <returns>1 for the first hash and so on; 0 where there is none.</returns>
    public int Find(ulong hash)
    {
        int bucket = (int)(hash >> 48);
        for (int i = starts[bucket], end = starts[bucket + 1]; i < end; i++)
        {
            if (hashes[i] == hash)
                return i + 1;
        }

        return 0;
    }
}
