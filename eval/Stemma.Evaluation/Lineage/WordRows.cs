namespace Stemma.Evaluation.Lineage;

/// <summary>Plain comparison of two texts by rows of words, for deciding what the truth of a family is; nothing of the engine is used.</summary>
internal static class WordRows
{
    public static List<string> Words(string text)
    {
        List<string> words = [];
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            if (i > start)
                words.Add(text[start..i].ToLowerInvariant());
            else
                i++;
        }

        return words;
    }

    /// <summary>Part of the rows of <paramref name="size"/> words of <paramref name="text"/> that stand in <paramref name="other"/>, 0 to 1.</summary>
    public static double Held(string text, string other, int size)
    {
        HashSet<string> there = Rows(other, size), here = Rows(text, size);
        return here.Count == 0 ? 0 : (double)here.Count(there.Contains) / here.Count;
    }

    public static HashSet<string> Rows(string text, int size)
    {
        List<string> words = Words(text);
        HashSet<string> rows = new(StringComparer.Ordinal);
        for (int i = 0; i + size <= words.Count; i++)
            rows.Add(string.Join(' ', words.Skip(i).Take(size)));
        return rows;
    }
}
