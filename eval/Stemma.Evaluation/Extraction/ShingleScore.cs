using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Stemma.Evaluation.Extraction;

/// <summary>How much two texts share, as the article-extraction-benchmark counts: rows of four words, each as often as it stands there.</summary>
/// <param name="Common">Rows that stand in both.</param>
/// <param name="Wanted">Rows of the true text.</param>
/// <param name="Got">Rows of the text that was found.</param>
/// <param name="IsExact">Whether both have the same words in the same order.</param>
public readonly record struct ShingleScore(int Common, int Wanted, int Got, bool IsExact)
{
    private const int Row = 4;

    /// <summary>0 to 1; 0 where nothing was found.</summary>
    public double F1 => 2.0 * Common / Math.Max(1, Wanted + Got);

    public static ShingleScore Of(string? truth, string? found)
    {
        ImmutableArray<string> wanted = Words(truth), got = Words(found);
        Dictionary<string, int> a = Rows(wanted), b = Rows(got);
        int common = a.Sum(r => Math.Min(r.Value, b.GetValueOrDefault(r.Key)));
        return new ShingleScore(common, a.Values.Sum(), b.Values.Sum(), wanted.SequenceEqual(got));
    }

    /// <summary>Runs of letters, numbers and underscores: <c>\w+</c> as Python's <c>re</c> has it, whose <c>\w</c> leaves out combining marks.</summary>
    public static ImmutableArray<string> Words(string? text)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        StringBuilder word = new();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
                word.Append(rune.ToString());
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words.ToImmutable();
    }

    private static Dictionary<string, int> Rows(ImmutableArray<string> words)
    {
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        // A text of fewer words is one row of them all.
        for (int i = 0; i < Math.Max(1, words.Length - Row + 1) && i < words.Length; i++)
        {
            string row = string.Join('\u001f', words.AsSpan().Slice(i, Math.Min(Row, words.Length - i)).ToArray());
            rows[row] = rows.GetValueOrDefault(row) + 1;
        }

        return rows;
    }
}
