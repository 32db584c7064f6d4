using System.Globalization;

namespace Stemma.Language;

/// <summary>Classes of characters as the tokenizer sees them.</summary>
internal static class Characters
{
    /// <summary>White space of any width, controls, and the marks that show as nothing between words (zero-width space, byte order mark).</summary>
    public static bool IsBlank(char c) =>
        c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060'));

    /// <summary>Letters, digits and what combines with them, soft hyphens among them. Half a surrogate pair is none.</summary>
    public static bool IsWord(char c)
    {
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        return char.IsLetterOrDigit(c) || c is '\u00AD' or '\u200D' or '\u200C'
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '＇';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    public static bool IsOpening(char c) => c is '(' or '[' or '{' or '“' or '‘' or '«' or '„' or '‚' or '‹' or '<';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '”' or '’' or '»' or '›' or '>' or '"' or '\'';

    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'' or '‚' or '‹' or '›' or '`';

    public static bool IsTerminal(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';
}
