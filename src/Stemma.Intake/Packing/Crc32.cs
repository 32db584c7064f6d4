namespace Stemma.Intake.Packing;

/// <summary>The checksum of gzip (RFC 1952: CRC-32 of ISO 3309, reflected polynomial 0xEDB88320), eight bytes at a step.</summary>
internal struct Crc32
{
    /// <summary>Row k holds what a byte does to the sum when k more bytes follow it in the same step.</summary>
    private static readonly uint[][] Tables = MakeTables();

    private uint inverted;

    /// <summary>The sum of all bytes so far; 0 for none.</summary>
    public readonly uint Value => inverted;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint sum = ~inverted;
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6], t7 = Tables[7];
        while (bytes.Length >= 8)
        {
            uint low = sum ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            sum = t7[low & 0xFF] ^ t6[(low >> 8) & 0xFF] ^ t5[(low >> 16) & 0xFF] ^ t4[low >> 24] ^ t3[bytes[4]] ^ t2[bytes[5]] ^ t1[bytes[6]] ^ t0[bytes[7]];
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
            sum = t0[(sum ^ b) & 0xFF] ^ (sum >> 8);
        inverted = ~sum;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, 8).Select(_ => new uint[256])];
        for (uint i = 0; i < 256; i++)
        {
            uint sum = i;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            tables[0][i] = sum;
        }

        for (int row = 1; row < 8; row++)
        {
            for (int i = 0; i < 256; i++)
                tables[row][i] = (tables[row - 1][i] >> 8) ^ tables[0][tables[row - 1][i] & 0xFF];
        }

        return tables;
    }
}
