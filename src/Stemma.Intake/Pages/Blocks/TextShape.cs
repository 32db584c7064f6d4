namespace Stemma.Intake.Pages;

/// <summary>What a text looks like, whatever it says and in whatever language. Shares are of 0 to 1.</summary>
internal readonly record struct TextShape
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Of the characters.</summary>
    public double Digits { get; private init; }

    /// <summary>Of the letters.</summary>
    public double Capitals { get; private init; }

    /// <summary>Words of up to three small letters: running text has them in every language that parts words.</summary>
    public double SmallWords { get; private init; }

    /// <summary>Words that begin with a capital.</summary>
    public double CapitalWords { get; private init; }

    public int Sentences { get; private init; }

    public int Commas { get; private init; }

    public bool EndsSentence { get; private init; }

    public bool EndsColon { get; private init; }


    public bool StartsSmall { get; private init; }

    public bool StartsCapital { get; private init; }

    public bool HasAddress { get; private init; }

    public bool HasSeparator { get; private init; }

    /// <summary>Short, with digits and a month or a colon between digits.</summary>
    public bool HasDate { get; private init; }

    public static TextShape Of(string text)
    {
        int digits = 0, letters = 0, capitals = 0, small = 0, capitalWords = 0, words = 0, sentences = 0, commas = 0, separators = 0;
        int wordStart = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (c == ' ')
            {
                if (i > wordStart)
                {
                    words++;
                    char first = text[wordStart], last = text[i - 1];
                    if (char.IsUpper(first))
                        capitalWords++;
                    else if (i - wordStart <= 3 && char.IsLower(first))
                        small++;
                    if (last is '.' or '!' or '?' or '…' or '。' || ((last is '"' or '”' or '’' or ')') && i - 2 >= wordStart && text[i - 2] is '.' or '!' or '?'))
                        sentences++;
                }

                wordStart = i + 1;
                continue;
            }

            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
            else if (c is ',' or '，' or '、')
                commas++;
            else if (c is '|' or '•' or '›' or '»' or '·' or '/' or '→')
                separators++;
        }

        ReadOnlySpan<char> end = text.AsSpan().TrimEnd("\"”’')]»」");
        char tail = end.IsEmpty ? ' ' : end[^1];
        words = Math.Max(1, words);
        return new TextShape
        {
            Digits = (double)digits / text.Length,
            Capitals = (double)capitals / Math.Max(1, letters),
            SmallWords = (double)small / words,
            CapitalWords = (double)capitalWords / words,
            Sentences = sentences,
            Commas = commas,
            EndsSentence = tail is '.' or '!' or '?' or '…' or '。' or '！' or '？',
            EndsColon = tail is ':' or '：',
            StartsSmall = char.IsLower(text[0]),
            StartsCapital = char.IsUpper(text[0]),
            HasAddress = text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal),
            HasSeparator = separators > 0 && words < 40,
            HasDate = digits > 0 && words <= 14 && IsDate(text),
        };
    }

    private static bool IsDate(string text)
    {
        for (int i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is ':' or '/' or '.' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                return true;
        }

        return Array.Exists(Months, m => text.Contains(m, StringComparison.OrdinalIgnoreCase));
    }
}
