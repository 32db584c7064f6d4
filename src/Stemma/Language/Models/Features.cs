using System.Runtime.CompilerServices;

namespace Stemma.Language.Models;

/// <summary>Hashing of features into 32-bit keys. Part of every model's format: a change here makes all models void.</summary>
internal static class Features
{
    /// <summary>Key of template <paramref name="template"/> filled with <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(int template, ulong value)
    {
        ulong hash = unchecked((value + (ulong)template * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93);
        hash = unchecked((hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93);
        return (uint)(hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong left, ulong right) => unchecked((left ^ (right + 0x9E3779B97F4A7C15)) * 0x9FB21C651E98DF25 + (right >> 31));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong hash, char c) => unchecked((hash ^ c) * 1099511628211);

    public const ulong Seed = 14695981039346656037;
}
