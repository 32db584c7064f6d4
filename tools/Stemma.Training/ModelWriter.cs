using System.IO.Compression;
using System.Text;
using Stemma.Language.Models;

namespace Stemma.Training;

/// <summary>Writes what <see cref="ModelReader"/> reads.</summary>
internal static class ModelWriter
{
    public static void Write(string path, string kind, int version, Action<BinaryWriter> payload)
    {
        MemoryStream plain = new();
        using (BinaryWriter writer = new(plain, Encoding.UTF8, leaveOpen: true))
            payload(writer);
        MemoryStream packed = new();
        using (BrotliStream brotli = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(plain.GetBuffer(), 0, (int)plain.Length);
        Write(path, kind, version, packed: true, packed.ToArray());
        Console.WriteLine(FormattableString.Invariant($"{path}: {packed.Length / 1024} KiB, {plain.Length / 1024} unpacked"));
    }

    /// <summary>Puts a payload that another program wrote into a model file, stored as it is.</summary>
    public static void Wrap(string payload, string path, string kind, int version)
    {
        byte[] bytes = File.ReadAllBytes(payload);
        Write(path, kind, version, packed: false, bytes);
        Console.WriteLine(FormattableString.Invariant($"{path}: {bytes.Length / 1024} KiB"));
    }

    private static void Write(string path, string kind, int version, bool packed, byte[] payload)
    {
        using BinaryWriter file = new(File.Create(path), Encoding.UTF8);
        file.Write(Encoding.ASCII.GetBytes(ModelReader.Magic));
        file.Write(kind);
        file.Write(version);
        file.Write(packed);
        file.Write(payload.Length);
        file.Write(ModelReader.Hash(payload));
        file.Write(payload);
    }
}
