using Stemma.Language.Models;
using Stemma.Language.Tagging;

namespace Stemma.Language.Networks;

/// <summary>Rows of the embedding tables that one token looks up beside its word: hashed affixes, and shape.</summary>
/// <remarks>
/// Hashed, after Weinberger et al. (2009): a table has a fixed number of rows and rare affixes may share one, so that no vocabulary of affixes is kept.
/// The trainer writes its examples with this very code.
/// </remarks>
internal static class TokenRows
{
    /// <summary>Rows of each table, in the order of <see cref="Fill"/>: suffixes of 2, 3 and 4 characters, prefixes of 2 and 3, shape with sentence case.</summary>
    public static ReadOnlySpan<int> TableSizes => [2048, 8192, 8192, 1024, 4096, 256];

    /// <summary>The rows of one token.</summary>
    /// <param name="rows">Receives one row a table, below the table's size.</param>
    public static void Fill(in WordForm word, Span<int> rows)
    {
        rows[0] = Row(0, word.Suffix2);
        rows[1] = Row(1, word.Suffix3);
        rows[2] = Row(2, word.Suffix4);
        rows[3] = Row(3, word.Prefix2);
        rows[4] = Row(4, word.Prefix3);
        rows[5] = (int)Math.Min(word.Shape, 255);
    }

    private static int Row(int table, ulong value) => (int)(Features.Key(64 + table, value) & (uint)(TableSizes[table] - 1));
}
