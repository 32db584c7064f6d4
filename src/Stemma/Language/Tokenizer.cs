using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts one paragraph into tokens as Universal Dependencies' English EWT and GUM do.</summary>
/// <remarks>
/// Clitics are cut ("do|n't", "Kim|'s", "can|not"), hyphens are tokens of their own except after a prefix and inside given names
/// and telephone numbers, units leave their number ("5|pm"). One pass, no backtracking beyond a fixed distance: linear in the text.
/// What it misses: multi-unit emoticons but for the commonest, and tokens that contain a blank.
/// </remarks>
internal sealed class Tokenizer(TokenLexicon lexicon)
{
    /// <summary>RFC 5321: what stands before the @ has at most 64 characters. Keeps the look-ahead bounded.</summary>
    private const int LongestMailbox = 64;

    private readonly WordCutter words = new(lexicon);

    /// <summary>Appends the paragraph's tokens, in text order.</summary>
    public void Tokenise(string text, TextSpan paragraph, List<TextSpan> tokens)
    {
        int first = tokens.Count;
        int at = paragraph.Start;
        while (at < paragraph.End)
        {
            if (Characters.IsBlank(text[at]))
            {
                at++;
                continue;
            }

            int end = at + 1;
            while (end < paragraph.End && !Characters.IsBlank(text[end]))
                end++;
            Chunk chunk = new(text, paragraph, at, end, first);
            at = Cut(chunk, tokens);
        }
    }

    private int Cut(Chunk chunk, List<TextSpan> tokens)
    {
        string text = chunk.Text;
        int at = chunk.Start;
        int mailSign = text.IndexOf('@', at, chunk.End - at);
        while (at < chunk.End)
        {
            char c = text[at];
            int end = at;
            if (Characters.IsWord(c))
            {
                end = Address(chunk, at, mailSign);
                if (end > at)
                    tokens.Add(new TextSpan(at, end));
                else
                    end = words.Cut(chunk, at, tokens);
            }
            else
            {
                end = Mark(chunk, at, tokens.Count == chunk.FirstToken);
                tokens.Add(new TextSpan(at, end));
            }

            at = end;
        }

        return at;
    }

    /// <returns>End of the web or mail address that starts here, or <paramref name="at"/>.</returns>
    private static int Address(Chunk chunk, int at, int mailSign)
    {
        ReadOnlySpan<char> rest = chunk.Text.AsSpan(at, chunk.End - at);
        if (rest[0] is 'h' or 'w' or 'H' or 'W' or 'f' &&
            (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
             || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("ftp://", StringComparison.Ordinal)))
            return at + Unpunctuated(rest);
        if (mailSign <= at || mailSign - at > LongestMailbox)
            return at;
        foreach (char c in rest[..(mailSign - at)])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '+' or '%'))
                return at;
        }

        int end = mailSign + 1;
        while (end < chunk.End && (char.IsAsciiLetterOrDigit(chunk.Text[end]) || chunk.Text[end] is '.' or '-'))
            end++;
        int length = Unpunctuated(chunk.Text.AsSpan(at, end - at));
        return at + length > mailSign + 1 ? at + length : at;
    }

    /// <summary>Length without the punctuation that closes the sentence or bracket around an address.</summary>
    private static int Unpunctuated(ReadOnlySpan<char> address)
    {
        int length = address.Length;
        while (length > 1 && (Characters.IsTerminal(address[length - 1]) || Characters.IsClosing(address[length - 1])
                              || address[length - 1] is ',' or ';' or ':' or '-'))
            length--;
        return length;
    }

    /// <returns>End of the mark that starts here: one character, or a run that is one token.</returns>
    private static int Mark(Chunk chunk, int at, bool first)
    {
        string text = chunk.Text;
        char c = text[at];
        int end = at + 1;
        if (char.IsHighSurrogate(c))
            return end < chunk.End && char.IsLowSurrogate(text[end]) ? end + 1 : end;
        if (c is '!' or '?')
        {
            while (end < chunk.End && text[end] is '!' or '?')
                end++;
            return end;
        }

        if (c is '.' or '-' or '=' or '*' or '~' or '…' or '—' or '–')
        {
            while (end < chunk.End && text[end] == c)
                end++;
            return end;
        }

        if (c is '\'' or '`' && end < chunk.End && text[end] == c)
            return end + 1;
        if (Characters.IsApostrophe(c))
            return Clipped(chunk, at, first);
        if (c is ':' or ';' && end < chunk.End)
        {
            int mouth = text[end] == '-' && end + 1 < chunk.End ? end + 1 : end;
            if (text[mouth] is ')' or '(' && mouth + 1 == chunk.End)
                return chunk.End;
        }

        // Handles and hashtags are one token; "#4" and "@ 5" are not.
        if (c is '@' or '#' && end < chunk.End && char.IsLetter(text[end]))
        {
            while (end < chunk.End && Characters.IsWord(text[end]))
                end++;
        }

        return end;
    }

    /// <summary>An apostrophe that stands for what was left out: "'s" after a closing mark, "'90s", "'em".</summary>
    private static int Clipped(Chunk chunk, int at, bool first)
    {
        int end = at + 1;
        while (end < chunk.End && end - at < 6 && Characters.IsWord(chunk.Text[end]))
            end++;
        if (end < chunk.End && Characters.IsWord(chunk.Text[end]))
            return at + 1;
        ReadOnlySpan<char> rest = chunk.Text.AsSpan(at + 1, end - at - 1);
        bool year = rest.Length is 2 or 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && (rest.Length == 2 || rest[2] == 's');
        bool clitic = !first && at > chunk.Start && rest is "s" or "S" or "re" or "ve" or "ll" or "d" or "m";
        return year || clitic || rest is "em" or "til" or "cause" or "tis" or "twas" ? end : at + 1;
    }
}
