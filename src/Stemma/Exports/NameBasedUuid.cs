using System.Security.Cryptography;
using System.Text;

namespace Stemma.Exports;

/// <summary>UUIDs made of names (RFC 9562, version 5): the same for the same name, on every machine.</summary>
internal static class NameBasedUuid
{
    /// <summary>Version 5 of "urn:stemma:" in the namespace of URLs. Not STIX's own namespace, which is for its observables alone.</summary>
    public static Guid Stemma { get; } = Of(new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), ExportOptions.DefaultBase);

    public static Guid Of(Guid space, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] bytes = new byte[16 + text.Length];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        text.CopyTo(bytes, 16);
#pragma warning disable CA5350 // The RFC says SHA-1; it names things and guards nothing.
        Span<byte> hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
