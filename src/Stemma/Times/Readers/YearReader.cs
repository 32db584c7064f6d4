using Stemma.Quantities;
using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads years, ranges of years, decades; and tells years and days of the month from other numbers.</summary>
internal static class YearReader
{
    /// <summary>Bare numbers in this range are years unless something speaks against it; older ones need a preposition.</summary>
    private const int Modern = 1900;
    private const int Latest = 2060;

    public static Reading? TryRead(WordList words, int i)
    {
        if (words.IsMark(i, '\'') || words.IsMark(i, '\u2019'))
            return words.IsDigits(i + 1) && words.Joins(i + 1) ? Decade(words, i + 1, i) : null;
        if (Decade(words, i, i) is { } decade)
            return decade;
        if (YearAt(words, i) is not (> 0 and int year))
            return null;
        int end = i + 1;
        // "from 1997 to 2007" names two years (ISO-TimeML), "between 1997 and 2007" the stretch between them.
        bool paired = words.Is(i - 1, "between");
        if (words.IsDash(end) || (words.Is(end, "and") && words.Is(i - 1, "between")))
        {
            int last = YearAt(words, end + 1);
            if (last == 0 && words.IsDash(end) && words.Joins(end) && words.Joins(end + 1) && words.Length(end + 1) == 2 && words.Integer(end + 1) > year % 100)
                last = year / 100 * 100 + words.Integer(end + 1);
            bool joined = words.IsDash(end) || paired;
            if (last > year && joined && !Counts(words, end + 2))
                return new Reading(paired ? i - 1 : i, end + 2, TimeType.Date, new TimeForm.Range(new TimeForm.Calendar(year, null, null), new TimeForm.Calendar(last, null, null)));
        }

        return IsYear(words, i, year) ? new Reading(i, end, TimeType.Date, new TimeForm.Calendar(year, null, null)) : null;
    }

    /// <summary>A number that can be a year, or 0.</summary>
    public static int YearAt(WordList words, int i)
    {
        if (words.Length(i) != 4 || words.Integer(i) is not (>= 1000 and <= Latest and int year))
            return 0;
        bool grown = words.Joins(i + 1) && (words.IsLetters(i + 1) || (words.IsMark(i + 1, ':') && words.Joins(i + 2) && words.IsDigits(i + 2)) || words.IsMark(i + 1, '%'));
        return grown ? 0 : year;
    }

    /// <summary>A day of the month at a word ("9", "9th"), or 0.</summary>
    public static int DayNumber(WordList words, int i)
    {
        if (words.Length(i) is not (1 or 2) || words.Integer(i) is not (>= 1 and <= 31 and int day))
            return 0;
        bool grown = words.Joins(i + 1) && ((words.IsLetters(i + 1) && !words.IsAny(i + 1, "st", "nd", "rd", "th")) || words.IsMark(i + 1, ':') || words.IsMark(i + 1, '%'));
        return grown || (i > 0 && words.Joins(i) && (words.IsMark(i - 1, '$') || words.IsMark(i - 1, '#'))) ? 0 : day;
    }

    /// <summary>One past a day number and its "th".</summary>
    public static int PastOrdinal(WordList words, int i) => words.IsAny(i + 1, "st", "nd", "rd", "th") && words.Joins(i + 1) ? i + 2 : i + 1;

    /// <summary>"1990s", "the '70s", "the 80s".</summary>
    private static Reading? Decade(WordList words, int i, int start)
    {
        int value = words.Integer(i);
        bool apostrophe = (words.IsMark(i + 1, '\'') || words.IsMark(i + 1, '\u2019')) && words.Joins(i + 1) && words.Is(i + 2, "s") && words.Joins(i + 2);
        if (!apostrophe && !(words.Is(i + 1, "s") && words.Joins(i + 1)))
            return null;
        int end = apostrophe ? i + 3 : i + 2;
        if (words.Length(i) == 4 && value is >= 1000 and <= Latest && value % 10 == 0)
            return new Reading(start, end, TimeType.Date, new TimeForm.Era(value, value % 100 == 0 && value < 2000 ? 100 : 10));
        // "in her 50s" is an age; so is "in the 70s" of a temperature, which is missed.
        bool age = words.IsAny(start - 1, "his", "her", "their", "my", "early", "mid", "late") && !words.Is(start - 2, "the");
        bool known = start < i || words.IsAny(start - 1, "the", "and", "or", "early", "mid", "late") || words.IsHyphen(start - 1);
        return words.Length(i) == 2 && value is >= 20 and <= 90 && value % 10 == 0 && known && !age
            ? new Reading(start, end, TimeType.Date, new TimeForm.Era(1900 + value, 10))
            : null;
    }

    private static bool IsYear(WordList words, int i, int year)
    {
        if (words.Joins(i) && i > 0 && !words.IsMark(i - 1, '(') && !words.IsDash(i - 1) && !words.IsMark(i - 1, '/') && words[i - 1].Kind == WordKind.Mark && !words.IsMark(i - 1, '"') && !words.IsMark(i - 1, '\u201C'))
            return false;
        if (words.IsMark(i - 1, '$') || Currency.StandsBefore(words, i))
            return false;
        bool introduced = words.IsAny(i - 1, "in", "since", "by", "until", "till", "before", "after", "during", "late", "early", "mid", "of", "year", "from", "circa", "through", "between");
        if (words.IsHyphen(i + 1) && words.Joins(i + 1) && words.IsLetters(i + 2) && words.Joins(i + 2))
            return introduced && words.Is(i + 2, "and");
        if (year < Modern)
            return introduced && !Counts(words, i + 1);
        if (Counts(words, i + 1))
            return introduced && !words.IsAny(i - 1, "by", "of", "from", "after", "between") && !words.IsLetters(i + 1) || words.IsAny(i - 1, "the", "s", "year") || (words.Is(i - 1, "in") && !IsMeasured(words, i + 1));
        if (Comparators.EndingAt(words, i, out int first) is not Comparator.Exactly && first < i)
            return words.IsAny(i - 1, "about", "around") && false;
        return !(words.IsLetters(i - 1) && CountedNouns.IsLabel(words.At(i - 1)) && !words.IsAny(i - 1, "model", "class", "season", "cup", "act", "law", "bill", "order", "case")) && !(words.IsHyphen(i - 1) && words.Joins(i - 1) && words.IsLetters(i - 2) && !words.Is(i - 2, "mid"));
    }

    private static bool Counts(WordList words, int i) => IsMeasured(words, i) || (words.IsLetters(i) && words.Continues(i) && CountedNouns.IsPlural(words.At(i)) && !words.IsCapital(i) && !CountedNouns.IsStop(words.At(i)));

    private static bool IsMeasured(WordList words, int i) => Units.At(words, i, false, out _) is not null || words.IsAny(i, "people", "million", "billion");
}
