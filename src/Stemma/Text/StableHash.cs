using System.Security.Cryptography;
using System.Text;

namespace Stemma.Text;

/// <summary>Hashes that are the same in every process and on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
public static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>FNV-1a over UTF-16 code units, 64 bits. For feature hashing and shingles; not against an adversary.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Offset;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * Prime);
        return hash;
    }

    /// <summary>Folds one more value into a hash.</summary>
    public static ulong Combine(ulong hash, ulong value) => unchecked((hash ^ value) * Prime ^ (value >> 29));

    /// <summary>The first <paramref name="digits"/> hexadecimal digits (1 to 64) of the SHA-256 of the UTF-8 text.</summary>
    public static string Digest(string text, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 64);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
    }
}
