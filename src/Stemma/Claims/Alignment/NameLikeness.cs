namespace Stemma.Claims;

/// <summary>Tells names that are easily taken for each other: a word shared, or spelt nearly alike.</summary>
internal static class NameLikeness
{
    /// <summary>"Lower Vale" and "Upper Vale", "Harrowby" and "Harrow": not equal, and not one inside the other.</summary>
    public static bool AreAlike(string first, string second)
    {
        if (first == second)
            return false;
        string[] a = first.Split(' ');
        string[] b = second.Split(' ');
        if (a.Length == b.Length && a.Length > 1)
            return a.Intersect(b, StringComparer.Ordinal).Any();
        return a.Length == 1 && b.Length == 1 && AreSpeltAlike(first, second);
    }

    /// <summary>Whether one may be the other miswritten: one word of it spelt nearly alike, all others the same.</summary>
    public static bool AreSlip(string first, string second)
    {
        string[] a = first.Split(' '), b = second.Split(' ');
        if (a.Length != b.Length)
            return false;
        int[] other = [.. Enumerable.Range(0, a.Length).Where(i => a[i] != b[i])];
        return other.Length == 1 && AreSpeltAlike(a[other[0]], b[other[0]]);
    }

    /// <summary>"Anna Larsen" and "Anna Larson", "Jon Burke" and "Jon Bruke": one person, once misspelt: all words the same but one, and in that one letter more, less, other, or two exchanged.</summary>
    public static bool IsMisspelling(string first, string second)
    {
        string[] a = first.Split(' '), b = second.Split(' ');
        if (a.Length != b.Length || a.Length < 2)
            return false;
        int[] other = [.. Enumerable.Range(0, a.Length).Where(i => a[i] != b[i])];
        if (other.Length != 1)
            return false;
        (string x, string y) = (a[other[0]], b[other[0]]);
        return Math.Min(x.Length, y.Length) >= 5 && x[0] == y[0] && Spelling(x) != Spelling(y) && (Distance(x, y) <= 1 || (Distance(x, y) == 2 && x.Length == y.Length && x.Order().SequenceEqual(y.Order())));
    }

    /// <summary>At least four letters in common from the start, or all but two by edit distance, in words of six letters or more.</summary>
    private static bool AreSpeltAlike(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 6 || Math.Abs(a.Length - b.Length) > 3)
            return false;
        int prefix = 0;
        while (prefix < Math.Min(a.Length, b.Length) && a[prefix] == b[prefix])
            prefix++;
        // Names that share neither the beginning nor nearly all letters are most pairs: they cost nothing more.
        if (prefix < 4 && Math.Abs(a.Length - b.Length) > 2)
            return false;
        int distance = Distance(a, b);
        return distance <= (prefix >= 4 ? 4 : 2) && Spelling(a) != Spelling(b);
    }

    /// <summary>What is left where two ways to write a foreign name in English differ: "Kharkiv" and "Kharkov", "Lugansk" and "Luhansk", "Sergey" and "Sergei".</summary>
    private static string Spelling(string name)
    {
        System.Text.StringBuilder plain = new(name.Length);
        foreach (char c in name.Replace("kh", "h", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal).Replace("aa", "a", StringComparison.Ordinal))
        {
            char letter = c switch { 'y' or 'j' or 'e' or 'o' => 'i', 'g' => 'h', 'q' or 'c' => 'k', 'w' => 'v', 'z' => 's', _ => c };
            if (plain.Length == 0 || plain[^1] != letter)
                plain.Append(letter);
        }

        return plain.ToString();
    }

    /// <summary>Levenshtein. Names are short, so the square is small.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
