namespace Stemma.Briefs;

/// <summary>Quotation marks of a sentence cut out of a longer quotation.</summary>
/// <remarks>Double marks only: single ones cannot be told from apostrophes without the words around them.</remarks>
internal static class QuoteMarks
{
    public static bool AreBalanced(ReadOnlySpan<char> text)
    {
        int straight = text.Count('"');
        return straight % 2 == 0 && text.Count('“') == text.Count('”') && text.Count("``") == text.Count("''");
    }

    public static bool ClosesBrackets(ReadOnlySpan<char> text) => text.Count('(') == text.Count(')') && text.Count('[') == text.Count(']');

    /// <summary>Typewriter marks (`` and '') as printed ones, and no space between a curly mark and the words it holds.</summary>
    public static string Printed(string text)
    {
        if (text.Contains("``", StringComparison.Ordinal) || text.Contains("''", StringComparison.Ordinal))
            text = text.Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal);
        return text.Replace("“ ", "“", StringComparison.Ordinal).Replace(" ”", "”", StringComparison.Ordinal);
    }

    /// <summary>Adds the mark that stands in a neighbouring sentence: before the text, or after it.</summary>
    public static string Close(string text)
    {
        int open = text.AsSpan().Count('“'), close = text.AsSpan().Count('”');
        if (open > close)
            return Append(text, '”');
        if (close > open)
            return "“" + text;
        if (text.AsSpan().Count('"') % 2 == 0)
            return text;
        // An odd straight mark at the head opens; one elsewhere with a space or the end after it closes.
        int at = text.IndexOf('"', StringComparison.Ordinal);
        bool opens = at == 0 || (char.IsWhiteSpace(text[at - 1]) && at + 1 < text.Length);
        return opens ? Append(text, '"') : "\"" + text;
    }

    private static string Append(string text, char mark) => text + mark;
}
