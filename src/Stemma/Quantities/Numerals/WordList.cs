using Stemma.Language;
using Stemma.Text;

namespace Stemma.Quantities.Numerals;

internal enum WordKind : byte
{
    Letters,

    /// <summary>A numeral with its thousands commas and its decimal point: <c>2,500</c>, <c>3.4</c>.</summary>
    Digits,

    /// <summary>One character that is neither letter, digit nor white space.</summary>
    Mark,
}

/// <param name="SpaceBefore">Whether white space or the start of the text stands before it.</param>
/// <param name="BreakBefore">Whether a blank line or the start of the text stands before it: no expression reaches across.</param>
internal readonly record struct Word(int Start, int End, WordKind Kind, bool SpaceBefore, bool BreakBefore);

/// <summary>A text cut for numerals and dates: letters, numerals and marks apart.</summary>
/// <remarks>
/// Kept apart from the language stage's tokens because a numeral's inside matters here ("60-hour", "1.2bn", "7pm", "1950-1953") and must
/// be cut the same way whatever cut the sentences; the tokens lend their tags. One pass, linear in the text.
/// </remarks>
internal sealed class WordList
{
    private readonly Word[] words;
    private readonly LinguisticText source;

    private WordList(LinguisticText source)
    {
        this.source = source;
        (words, Count) = Scan(source.Text);
    }

    public string Text => source.Text;

    public int Count { get; }

    public Word this[int index] => words[index];

    public static WordList Of(LinguisticText text) => new(text);

    public ReadOnlySpan<char> At(int index) =>
        index >= 0 && index < Count ? Text.AsSpan(words[index].Start, words[index].End - words[index].Start) : default;

    /// <summary>Whether the word at <paramref name="index"/> reads so, case aside; false past the ends.</summary>
    public bool Is(int index, string word) => At(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int index, params ReadOnlySpan<string> options)
    {
        foreach (string option in options)
        {
            if (Is(index, option))
                return true;
        }

        return false;
    }

    public bool IsMark(int index, char mark) =>
        index >= 0 && index < Count && words[index].Kind == WordKind.Mark && Text[words[index].Start] == mark;

    public bool IsHyphen(int index) => IsMark(index, '-') || IsMark(index, '\u2010') || IsMark(index, '\u2011');

    public bool IsDash(int index) => IsHyphen(index) || IsMark(index, '\u2013') || IsMark(index, '\u2014');

    public bool IsDigits(int index) => index >= 0 && index < Count && words[index].Kind == WordKind.Digits;

    public bool IsLetters(int index) => index >= 0 && index < Count && words[index].Kind == WordKind.Letters;

    /// <summary>Whether the word joins on to the one before without white space.</summary>
    public bool Joins(int index) => index >= 0 && index < Count && !words[index].SpaceBefore;

    /// <summary>Whether an expression may run on from the word before into this one.</summary>
    public bool Continues(int index) => index >= 0 && index < Count && !words[index].BreakBefore;

    public bool IsCapital(int index) => IsLetters(index) && char.IsUpper(Text[words[index].Start]);

    /// <summary>Penn tag of the token that holds the word; empty where no tagger ran.</summary>
    public string Tag(int index) => TokenOf(index) is >= 0 and int token ? source.Tokens[token].Xpos : "";

    public Upos Upos(int index) => TokenOf(index) is >= 0 and int token ? source.Tokens[token].Upos : Language.Upos.X;

    /// <summary>Index of the token that holds the word's start, or -1.</summary>
    /// <remarks>Searched when asked for: one word in twenty is.</remarks>
    public int TokenOf(int index)
    {
        if (index < 0 || index >= Count)
            return -1;
        ReadOnlySpan<Token> tokens = source.Tokens.AsSpan();
        (int low, int high) = (0, tokens.Length);
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (tokens[middle].Span.End <= words[index].Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < tokens.Length && tokens[low].Span.Start < words[index].End ? low : -1;
    }

    /// <summary>A plain whole number without comma or point, or -1.</summary>
    public int Integer(int index)
    {
        if (!IsDigits(index) || words[index].End - words[index].Start > 9)
            return -1;
        int value = 0;
        foreach (char c in At(index))
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = value * 10 + (c - '0');
        }

        return value;
    }

    public int Length(int index) => index >= 0 && index < Count ? words[index].End - words[index].Start : 0;

    public TextSpan Span(int first, int end) => new(words[first].Start, words[end - 1].End);

    private static (Word[] Words, int Count) Scan(string text)
    {
        // News has a word every five or six characters; what is denser grows the array.
        Word[] found = new Word[text.Length / 5 + 4];
        int count = 0;
        bool space = true, parted = true;
        int newlines = 0;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            int start = i;
            WordKind kind;
            if (IsLetter(c))
            {
                kind = WordKind.Letters;
                i = LettersEnd(text, i);
            }
            else if (char.IsWhiteSpace(c))
            {
                space = true;
                if (c == '\n' && ++newlines > 1)
                    parted = true;
                i++;
                continue;
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && space && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                // ".5 percent" is a decimal without its nought.
                kind = WordKind.Digits;
                i = NumeralEnd(text, i);
            }
            else
            {
                kind = WordKind.Mark;
                i++;
            }

            if (count == found.Length)
                Array.Resize(ref found, Math.Min(text.Length, 2 * count));
            found[count++] = new Word(start, i, kind, space, parted);
            space = parted = false;
            newlines = 0;
        }

        return (found, count);
    }

    private static bool IsLetter(char c) => char.IsAscii(c) ? char.IsAsciiLetter(c) : char.IsLetter(c);

    private static int LettersEnd(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && IsLetter(text[i]))
            i++;
        // Digits run on after letters: "A380" and "COVID19" are names, not numbers; but "USD115" is money, and "7pm" ends before the next digit.
        bool grown = i < text.Length && char.IsAsciiDigit(text[i]) && !(start > 0 && char.IsAsciiDigit(text[start - 1])) && !Currency.IsCode(text.AsSpan(start, i - start));
        if (grown && i == start + 1 && text[start] == 'R' && Currency.IsRand(text, i))
            return i;
        while (grown && i < text.Length && (char.IsAsciiDigit(text[i]) || IsLetter(text[i])))
            i++;
        return i;
    }

    private static int NumeralEnd(string text, int i)
    {
        int start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        if (i - start <= 3 && i < text.Length && text[i] is ',' or ' ' or '\u00A0' or '\u202F' or '\u2009')
            i = GroupsEnd(text, start, i);
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
        }

        return i;
    }

    /// <summary>Past the groups of a grouped numeral: "1,234,567", "12,34,567" (lakhs), "40 000".</summary>
    private static int GroupsEnd(string text, int start, int first)
    {
        char mark = text[first];
        int i = first;
        while (i < text.Length && text[i] == mark && AreDigits(text, i + 1, 3) && !(i + 4 < text.Length && char.IsAsciiDigit(text[i + 4])))
            i += 4;
        if (mark == ',' && i == first && first - start <= 2)
        {
            // No number is longer: bounds the work on hostile text.
            const int Longest = 18;
            int lakh = first;
            while (lakh < text.Length && lakh - first < Longest && text[lakh] == ',' && AreDigits(text, lakh + 1, 2) && lakh + 3 < text.Length && text[lakh + 3] == ',')
                lakh += 3;
            bool closed = lakh > first && AreDigits(text, lakh + 1, 3) && !(lakh + 4 < text.Length && char.IsAsciiDigit(text[lakh + 4]));
            return closed ? lakh + 4 : first;
        }

        // A plain space parts numbers as well ("in 2009 300 people"): only noughts or two groups more make sure.
        bool sure = mark != ' ' || i - first >= 8 || (i - first == 4 && text.AsSpan(first + 1, 3) is "000");
        return sure && !(text[start] == '0' && mark == ' ') ? i : first;
    }

    private static bool AreDigits(string text, int at, int count)
    {
        for (int i = at; i < at + count; i++)
        {
            if (i >= text.Length || !char.IsAsciiDigit(text[i]))
                return false;
        }

        return true;
    }
}
