using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts the tokens of one paragraph into sentences.</summary>
/// <remarks>
/// A sentence ends at a full stop, question or exclamation mark, with the quotation marks and brackets that close behind it. It does
/// not where the words after a closed quotation name its speaker ("..." she said), nor at most abbreviations. What it misses:
/// an abbreviation that ends a sentence before a name ("... in the U.S. Kim left").
/// </remarks>
internal sealed class SentenceSplitter(TokenLexicon lexicon)
{
    /// <summary>No sentence of news is longer; a list of a million words without a stop must not become one.</summary>
    public const int LongestSentence = 400;

    /// <param name="tokens">All tokens so far; those from <paramref name="first"/> are the paragraph's.</param>
    /// <param name="ends">Receives, in order, one past the last token of each sentence.</param>
    public void Split(string text, List<TextSpan> tokens, int first, List<int> ends)
    {
        int start = first;
        for (int i = first; i < tokens.Count; i++)
        {
            int end = Ending(text, tokens, first, i);
            if (end == 0 && i + 1 - start >= LongestSentence)
                end = i + 1;
            if (end == 0)
                continue;
            ends.Add(end);
            start = end;
            i = end - 1;
        }

        if (start < tokens.Count)
            ends.Add(tokens.Count);
    }

    /// <returns>One past the last token of the sentence that ends with token <paramref name="i"/>, or 0 where none does.</returns>
    private int Ending(string text, List<TextSpan> tokens, int first, int i)
    {
        ReadOnlySpan<char> token = tokens[i].In(text);
        char mark = token[^1];
        if (!Characters.IsTerminal(mark))
            return 0;
        bool pure = Characters.IsTerminal(token[0]);
        bool soft = mark is not ('.' or '。') || token.Length > 1;
        int next = i + 1;
        bool quoted = false;
        while (next < tokens.Count && Closes(text, tokens, next))
        {
            quoted |= Characters.IsQuote(text[tokens[next].Start]);
            next++;
        }

        if (next == tokens.Count)
            return next;
        if (!pure)
            return AfterAbbreviation(text, tokens, i, next, first) ? next : 0;
        char follows = text[tokens[next].Start];
        if (follows is ',' or ';' or ':')
            return 0;
        if (next > i + 1 || soft)
        {
            if (char.IsLower(follows) || (quoted && follows is '—' or '–' or '-'))
                return 0;
            if (quoted && NamesSpeaker(text, tokens, next))
                return 0;
        }

        return next;
    }

    /// <summary>Whether this token closes what stands before it: a bracket or quotation mark with no space between.</summary>
    private static bool Closes(string text, List<TextSpan> tokens, int i)
    {
        TextSpan span = tokens[i];
        char c = text[span.Start];
        if (!Characters.IsClosing(c) || span.Length > 2 || (span.Length == 2 && text[span.Start + 1] != c))
            return false;
        if (tokens[i - 1].End == span.Start)
            return true;

        // "word. " with a blank before the mark: straight marks are then opening ones, curly ones say themselves.
        return c is '”' or ')' or ']';
    }

    private bool AfterAbbreviation(string text, List<TextSpan> tokens, int i, int next, int first)
    {
        ReadOnlySpan<char> word = tokens[i].In(text)[..^1];
        StopKind kind = lexicon.Stop(word);
        if (kind is StopKind.Title or StopKind.Middle or StopKind.Number || word.Length == 1 || (i == first && char.IsAsciiDigit(word[0])))
            return false;
        if (next > i + 1 && Characters.IsQuote(text[tokens[next - 1].Start]) && char.IsUpper(text[tokens[next].Start]))
            return !NamesSpeaker(text, tokens, next);
        int at = next;
        if (Characters.IsQuote(text[tokens[at].Start]) && at + 1 < tokens.Count)
        {
            if (char.IsUpper(text[tokens[at + 1].Start]))
                return true;
            at++;
        }

        ReadOnlySpan<char> follows = tokens[at].In(text);
        if (!char.IsUpper(follows[0]))
            return false;
        if (lexicon.StartsSentences(follows))
            return true;

        // "at 5 p.m. Police said": a time of day before a capital ends its sentence, but not before a zone or a day.
        bool hour = word.Length == 3 && word[1] == '.' && (word[2] | 0x20) == 'm';
        bool and = word.Equals("etc", StringComparison.OrdinalIgnoreCase);
        return (hour || and) && follows.Length > 1 && !char.IsUpper(follows[1]) && !follows.EndsWith("day", StringComparison.Ordinal)
            && lexicon.Stop(follows) == StopKind.None;
    }

    /// <summary>Whether a name and a verb of speech follow: "Is it over?" Kim Min-ji asked.</summary>
    private bool NamesSpeaker(string text, List<TextSpan> tokens, int at)
    {
        for (int i = at; i < tokens.Count && i < at + 5; i++)
        {
            ReadOnlySpan<char> word = tokens[i].In(text);
            if (i > at && lexicon.IsSpeech(word))
                return true;
            if (!char.IsUpper(word[0]))
                return false;
        }

        return false;
    }
}
