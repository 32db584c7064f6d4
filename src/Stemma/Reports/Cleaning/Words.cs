namespace Stemma.Reports;

/// <summary>Small questions about the words of one line.</summary>
internal static class Words
{
    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create(".!?…:。！？");

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("AEIOUY");

    public static int Count(ReadOnlySpan<char> line)
    {
        int count = 0, signs = 0;
        bool inWord = false;
        foreach (char c in line)
        {
            bool part = !char.IsWhiteSpace(c);
            count += part && !inWord ? 1 : 0;
            signs += c >= '\u2e80' && char.IsLetter(c) ? 1 : 0;
            inWord = part;
        }

        // Chinese and Japanese write no spaces; two signs make about one word.
        return Math.Max(count, signs / 2);
    }

    public static bool EndsWithAny(this ReadOnlySpan<char> text, ReadOnlySpan<char> ends) => text.Length > 0 && ends.Contains(text[^1]);

    /// <summary>Whether it closes as a sentence does.</summary>
    public static bool EndsSentence(string line) => line.AsSpan().TrimEnd("\"”’')] ") is [.., var last] && SentenceEnds.Contains(last) && last != ':';

    /// <summary>For comparing lines: letters and digits in lower case, all else one space.</summary>
    public static string Key(string text)
    {
        System.Text.StringBuilder key = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>Letters and digits alone, in lower case.</summary>
    public static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Lower case, straight quotes: what lexicons are matched against.</summary>
    public static string Fold(string text) => text.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');

    /// <summary>Whether somebody speaks in it, so that it cannot be furniture however much it sounds like it.</summary>
    public static bool HasSpeech(string folded)
    {
        if (!folded.Contains('"', StringComparison.Ordinal))
            return false;
        return folded.Contains(" said", StringComparison.Ordinal) || folded.Contains(" says", StringComparison.Ordinal) || folded.Contains(" told ", StringComparison.Ordinal)
            || folded.Contains(" added", StringComparison.Ordinal) || folded.Contains(" wrote", StringComparison.Ordinal) || folded.Contains(" asked", StringComparison.Ordinal);
    }

    /// <summary>A name all in capitals as names are written; any other stays as it is.</summary>
    public static string NameCase(string name) => name.Any(char.IsLower) || name.Length <= 5 ? name : TitleCase(name);

    /// <summary>"PORT ELGIN" as "Port Elgin"; words that are not all capitals stay as they are.</summary>
    public static string TitleCase(string text) => text.Contains(' ', StringComparison.Ordinal)
        ? string.Join(' ', text.Split(' ').Select((w, i) => TitleCaseWord(w, i))) : TitleCaseWord(text, 0);

    private static string TitleCaseWord(string word, int index)
    {
        int letters = word.Count(char.IsLetter);
        if (letters < 2 || word.Any(char.IsLower) || (word.Contains('.', StringComparison.Ordinal) && word.Length >= 2 * letters))
            return word;
        if (index > 0 && word is ("OF" or "DE" or "LA" or "AND" or "THE" or "ON" or "UPON" or "DEL" or "DU" or "IN" or "AL"))
            return word.ToLowerInvariant();
        if (index > 0 && word.Length == 2)
            return word; // "New York, NY", "Radio TV"
        if (letters is >= 3 and <= 4 && letters == word.Length && !word.AsSpan().ContainsAny(Vowels))
            return word; // "KBC NEWS"
        char[] chars = word.ToCharArray();
        for (int i = 1; i < chars.Length; i++)
        {
            if (chars[i - 1] is not ('-' or '.' or '/' or '\'' or '’') || (chars[i - 1] is '\'' or '’' && i == chars.Length - 1))
                chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }

    /// <summary>Whether every word is capitalised, but for the small ones inside names ("Bank of the North").</summary>
    public static bool IsName(ReadOnlySpan<char> text, int maxWords)
    {
        int count = 0;
        bool last = false;
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range].Trim("\"'“”’‘()");
            if (word.IsEmpty)
                return false;
            last = char.IsUpper(word[0]) || (char.IsDigit(word[0]) && count > 0);
            bool small = count > 0 && word is "of" or "the" or "and" or "for" or "de" or "la" or "del" or "der" or "van" or "von" or "al" or "el" or "bin" or "on" or "upon" or "in" or "&" or "da" or "do" or "du" or "di" or "le" or "des" or "ter" or "ten" or "e" or "y";
            if (!last && !small)
                return false;
            count++;
        }

        return last && count > 0 && count <= maxWords;
    }
}
