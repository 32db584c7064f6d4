using System.Buffers;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts a run of word characters and what joins them: hyphens, clitics, full stops of abbreviations, glued units.</summary>
internal sealed class WordCutter(TokenLexicon lexicon)
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,:");

    /// <summary>Adds the tokens of the word that starts at <paramref name="at"/>, and returns where it ends.</summary>
    public int Cut(Chunk chunk, int at, List<TextSpan> tokens)
    {
        string text = chunk.Text;
        int start = at;
        int segment = at;
        int end = at;
        bool number = true;
        while (end < chunk.End)
        {
            char c = text[end];
            if (Characters.IsWord(c))
            {
                number &= char.IsAsciiDigit(c);
                end++;
            }
            else if (Characters.IsHyphen(c) && end + 1 < chunk.End && Characters.IsWord(text[end + 1]))
            {
                if (KeepsHyphen(chunk, start, segment, end, tokens))
                {
                    end++;
                    segment = end;
                    continue;
                }

                Emit(text, start, end, tokens);
                tokens.Add(new TextSpan(end, end + 1));
                start = segment = ++end;
                number = true;
            }
            else if (Joins(text, segment, end, chunk.End, number))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        if (end < chunk.End && text[end] == '.' && !(end + 1 < chunk.End && text[end + 1] == '.') && TakesStop(chunk, start, end, tokens))
        {
            tokens.Add(new TextSpan(start, end + 1));
            return end + 1;
        }

        Emit(text, start, end, tokens);

        // The plural possessive's bare apostrophe ("the workers' union"), unless it closes a quotation opened in this chunk.
        if (end < chunk.End && Characters.IsApostrophe(text[end]) && text[end] != '`' && text[end - 1] is 's' or 'S'
            && (end + 1 == chunk.End || !Characters.IsApostrophe(text[end + 1])))
        {
            tokens.Add(new TextSpan(end, end + 1));
            end++;
        }

        return end;
    }

    /// <summary>Whether a mark between two word characters belongs to the word: 3.5, 2,500, 6:30, 1/2, U.S, PG&amp;E, don't.</summary>
    private static bool Joins(string text, int start, int at, int limit, bool number)
    {
        if (at + 1 >= limit)
            return false;
        char before = text[at - 1];
        char mark = text[at];
        char after = text[at + 1];
        if (!Characters.IsWord(after))
            return false;
        bool digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        return mark switch
        {
            ',' or ':' => digits,
            '/' => digits && char.IsAsciiDigit(text[start]),
            '.' => digits || (char.IsLetter(before) && char.IsLetter(after) && !(at - start > 2 && char.IsUpper(after) && char.IsLower(before))),
            '&' => char.IsUpper(before) && char.IsUpper(after),
            '\'' or '’' or 'ʼ' => !number || after is 's',
            _ => false,
        };
    }

    private bool KeepsHyphen(Chunk chunk, int start, int segment, int at, List<TextSpan> tokens)
    {
        string text = chunk.Text;
        ReadOnlySpan<char> left = text.AsSpan(segment, at - segment);
        int end = at + 1;
        while (end < chunk.End && end - at < 24 && Characters.IsWord(text[end]))
            end++;
        ReadOnlySpan<char> right = text.AsSpan(at + 1, end - at - 1);
        if (IsDigits(left) && IsDigits(right))
        {
            // Telephone numbers and dates in figures; ranges ("3-4", "2010-2015") are three tokens.
            bool more = end + 1 < chunk.End && Characters.IsHyphen(text[end]) && char.IsAsciiDigit(text[end + 1]);
            return more || segment > start || (left.Length == 3 && right.Length == 4);
        }

        if (segment == start && lexicon.IsPrefix(left))
            return true;
        return char.IsUpper(left[0]) && left.Length is > 1 and <= 6 && right.Length is > 0 and <= 6 && char.IsLower(right[0])
            && !char.IsUpper(left[1]) && !lexicon.StandsApart(right) && IsBesideName(chunk, end, tokens);
    }

    /// <summary>Hyphenated given names ("Ban Ki-moon", "Wai-ching Leung") have a capitalised neighbour; "Brand-new cars" has none.</summary>
    private static bool IsBesideName(Chunk chunk, int end, List<TextSpan> tokens)
    {
        if (tokens.Count > chunk.FirstToken)
        {
            TextSpan last = tokens[^1];
            return char.IsUpper(chunk.Text[last.Start]) && last.Length > 1 && last.End < chunk.Start;
        }

        return char.IsUpper(chunk.NextVisible(end));
    }

    private bool TakesStop(Chunk chunk, int start, int end, List<TextSpan> tokens)
    {
        string text = chunk.Text;
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        char next = end + 1 < chunk.End ? text[end + 1] : chunk.NextVisible(end + 1);
        if (IsAcronym(word))
            return true;
        if (IsDigits(word))
            return tokens.Count == chunk.FirstToken && end + 1 == chunk.End && next != '\0' && word.Length <= 2;
        bool capital = char.IsUpper(word[0]);
        switch (lexicon.Stop(word))
        {
            case StopKind.Title:
                return capital && next != '\0';
            case StopKind.Number:
                return char.IsAsciiDigit(next);
            case StopKind.Middle:
            case StopKind.Either:
                return true;
            case StopKind.Month:
                return capital && (char.IsAsciiDigit(next) || next is ',' || char.IsLower(next));
            case StopKind.State:
                return capital && (char.IsAsciiDigit(next) || next is ',' || (tokens.Count > chunk.FirstToken && text[tokens[^1].Start] == ','));
        }

        // An initial. A letter that ends its sentence ("vitamin C. The") is told by the word after it.
        if (word.Length != 1 || !capital || !char.IsUpper(next) || lexicon.StartsSentences(chunk.NextWord(end + 1)))
            return false;
        return word[0] != 'I' || tokens.Count == chunk.FirstToken;
    }

    /// <summary>Letters of one or two, parted by full stops: U.S, e.g, Ph.D.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        int run = 0;
        int stops = 0;
        bool single = true;
        foreach (char c in word)
        {
            if (c == '.')
            {
                stops++;
                run = 0;
            }
            else if (!char.IsLetter(c) || ++run > 2)
            {
                return false;
            }
            else
            {
                single &= run == 1;
            }
        }

        return stops > 0 && (single || char.IsUpper(word[0]));
    }

    private static bool IsDigits(ReadOnlySpan<char> word) => !word.IsEmpty && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private void Emit(string text, int start, int end, List<TextSpan> tokens)
    {
        if (end == start)
            return;

        // Clitics follow each other ("I'd've", "d'you've"), but no English word has more than two.
        int first = Cutting(text.AsSpan(start, end - start));
        int second = first > 0 ? Cutting(text.AsSpan(start, first)) : 0;
        if (second > 0)
            tokens.Add(new TextSpan(start, start + second));
        if (first > 0)
            tokens.Add(new TextSpan(start + second, start + first));
        tokens.Add(new TextSpan(start + first, end));
    }

    /// <returns>Where to cut the last clitic or unit off, or 0.</returns>
    private int Cutting(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return 0;
        if (char.IsAsciiDigit(word[0]))
        {
            int digits = word.IndexOfAnyExcept(Figures);
            return digits > 0 && lexicon.IsUnit(word[digits..]) && !char.IsUpper(word[^1]) ? digits : 0;
        }

        int mark = word.LastIndexOfAny('\'', '’', 'ʼ');
        if (mark > 0)
        {
            ReadOnlySpan<char> tail = word[(mark + 1)..];
            if (tail.Equals("t", StringComparison.OrdinalIgnoreCase) && mark > 1 && word[mark - 1] is 'n' or 'N')
                return mark - 1;
            if (tail.Length is 1 or 2 && tail is "s" or "S" or "re" or "RE" or "ve" or "VE" or "ll" or "LL" or "d" or "D" or "m" or "M")
                return mark;
            return 0;
        }

        return word.Length switch
        {
            6 when word.Equals("cannot", StringComparison.OrdinalIgnoreCase) => 3,
            5 when word.Equals("gonna", StringComparison.OrdinalIgnoreCase) || word.Equals("wanna", StringComparison.OrdinalIgnoreCase)
                || word.Equals("gotta", StringComparison.OrdinalIgnoreCase) => 3,
            _ => 0,
        };
    }
}
