using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Stemma.Text;

namespace Stemma.Language.Models;

/// <summary>Opens an embedded model file and refuses one that is truncated, of another kind or of another version.</summary>
/// <remarks>
/// Layout: the magic "STEMMAMD", kind, format version, whether the payload is packed (Brotli) or stored, its length, its hash, then the payload. The hash
/// stands first, so that a damaged file fails when the engine is made and never in the middle of a report. Tables of 8-bit numbers are stored: packing
/// saves a tenth of them and costs a tenth of a second at every start.
/// </remarks>
internal static class ModelReader
{
    internal const string Magic = "STEMMAMD";

    /// <summary>Reads a whole model.</summary>
    /// <param name="name">Path below the engine's root, such as <c>Language/Syntax.en.model.bin</c>.</param>
    /// <param name="read">Reads the payload, all of it.</param>
    /// <exception cref="InvalidDataException">The file is not a model of this kind and version, or its payload is not what <paramref name="read"/> takes; the message
    /// names the file and the remedy.</exception>
    public static T Load<T>(string name, string kind, int version, Func<BinaryReader, T> read)
    {
        using Stream stream = Resources.Open(name);
        return Load(stream, name, kind, version, read);
    }

    /// <inheritdoc cref="Load{T}(string, string, int, Func{BinaryReader, T})"/>
    internal static T Load<T>(Stream stream, string name, string kind, int version, Func<BinaryReader, T> read)
    {
        using BinaryReader reader = Open(stream, name, kind, version);
        T model;
        try
        {
            model = read(reader);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or OverflowException or ArgumentException or FormatException or IndexOutOfRangeException or OutOfMemoryException)
        {
            throw Refused(name, "holds what this engine cannot read (" + fault.Message.TrimEnd('.') + ")");
        }

        return reader.BaseStream.Position == reader.BaseStream.Length ? model : throw Refused(name, "holds more than this engine reads");
    }

    /// <param name="name">Path below the engine's root.</param>
    /// <exception cref="InvalidDataException">The file is not a model of this kind and version; the message names it and the remedy.</exception>
    internal static BinaryReader Open(Stream stream, string name, string kind, int version)
    {
        try
        {
            using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
            byte[] magic = reader.ReadBytes(Magic.Length);
            if (!magic.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Magic)))
                throw Refused(name, "is not a model file");
            string foundKind = reader.ReadString();
            int foundVersion = reader.ReadInt32();
            if (foundKind != kind || foundVersion != version)
                throw Refused(name, FormattableString.Invariant($"is a '{foundKind}' model of version {foundVersion}, but this engine reads '{kind}' version {version}"));
            bool packed = reader.ReadBoolean();
            int length = reader.ReadInt32();
            ulong hash = reader.ReadUInt64();
            byte[] payload = reader.ReadBytes(Math.Max(0, length));
            if (payload.Length != length || Hash(payload) != hash)
                throw Refused(name, "is truncated or damaged");
            if (!packed)
                return new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
            MemoryStream plain = new();
            try
            {
                using BrotliStream brotli = new(new MemoryStream(payload), CompressionMode.Decompress);
                brotli.CopyTo(plain);
            }
            catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
            {
                throw Refused(name, "is said to be packed and is not");
            }

            plain.Position = 0;
            return new BinaryReader(plain, Encoding.UTF8);
        }
        catch (EndOfStreamException)
        {
            throw Refused(name, "is truncated or damaged");
        }
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo) over little-endian words of eight bytes, then over the bytes that are left.</summary>
    internal static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            hash = unchecked((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 1099511628211);

            // A product carries changes upward only; without this, damage in a word's high bits might cancel out.
            hash ^= hash >> 32;
        }

        foreach (byte b in bytes)
            hash = unchecked((hash ^ b) * 1099511628211);
        return hash;
    }

    private static InvalidDataException Refused(string name, string fault) =>
        new($"The model file '{name}' {fault}. Restore it from the repository, or make it again as src/Stemma/Language/MODEL.md tells, and rebuild the engine.");
}
