using System.Buffers;
using System.Security.Cryptography;

namespace Stemma.Intake.Evidence;

/// <summary>Names of bytes by their SHA-256 digest (FIPS 180-4): <c>sha256:</c> and 64 hexadecimal digits in small letters.</summary>
public static class Digests
{
    private const string Prefix = "sha256:";

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static string Of(ReadOnlySpan<byte> bytes) => Prefix + Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(Stream stream) => Prefix + Convert.ToHexStringLower(SHA256.HashData(stream));

    /// <summary>Whether a text is such a name; nothing else may become part of a path.</summary>
    public static bool IsDigest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Prefix.Length + 64 && text.StartsWith(Prefix, StringComparison.Ordinal) && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Hex);
    }
}
