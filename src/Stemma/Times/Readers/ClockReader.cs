using System.Globalization;
using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads clock times: "02:47", "7 p.m.", "7.25am", "0600 GMT", "noon", "2:30 p.m. ET", "6:40 p.m. (GMT +8)".</summary>
internal static class ClockReader
{
    public static Reading? TryRead(WordList words, int i)
    {
        if (words.IsAny(i, "noon", "midnight"))
            return Clock(words, i, i + 1, words.Is(i, "noon") ? 12 : 0, 0);
        if (Past(words, i) is { } past12)
            return past12;
        if (words.IsLetters(i) && IsOClock(words, i + 1) && NumeralReader.CanStart(words, i) && NumeralReader.TryRead(words, i, out Numeral said) && said is { Low: >= 1 and <= 12 } && said.End == i + 1)
            return Clock(words, i, i + 4, (int)said.Low, 0);
        if (!words.IsDigits(i) || (i > 0 && words.Joins(i) && !words.IsMark(i - 1, '(') && !words.IsDash(i - 1)))
            return null;
        ReadOnlySpan<char> digits = words.At(i);
        int hour = words.Integer(i), minute = 0, end = i + 1;
        bool sure = false;
        if (hour is >= 0 and <= 24 && words.IsMark(end, ':') && words.Joins(end) && words.Joins(end + 1) && words.Length(end + 1) == 2 && words.Integer(end + 1) is >= 0 and < 60 and int past)
        {
            (minute, end, sure) = (past, end + 2, true);
            if (words.IsMark(end, ':') && words.Joins(end) && words.Joins(end + 1) && words.Length(end + 1) == 2)
                end += 2;
        }
        else if (digits.Length is 4 or 5 && digits[^3] == '.' && TryDotted(digits, out int h, out int m))
        {
            // "6 July 2026, 20.15": only a date before it tells a time from a decimal.
            (hour, minute, sure) = (h, m, (words.IsMark(i - 1, ',') || words.IsMark(i - 1, '|')) && YearReader.YearAt(words, i - 2) > 0 && h < 24);
            // "14.41 Firefighters say ...": the stamp of an entry in a live report.
            sure |= words[i].BreakBefore && digits.Length == 5 && h < 24 && words.IsCapital(end) && !words.Joins(end) && words.Continues(end);
        }
        else if (digits.Length == 4 && hour is >= 0 and <= 2400 && hour % 100 < 60 && (TimeWords.IsZone(words, end) || words.Is(end, "hours")) && words.Continues(end))
        {
            (hour, minute, sure) = (hour / 100, hour % 100, true);
            if (words.Is(end, "hours"))
                end++;
        }

        if (hour is < 0 or > 24)
            return null;
        if (Meridiem(words, end, out int after) is { } late && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (late ? 12 : 0);
            (end, sure) = (after, true);
        }
        else if (IsOClock(words, end))
        {
            (end, sure) = (end + 3, true);
        }
        else if (words.Is(end, "noon") && hour == 12)
        {
            (end, sure) = (end + 1, true);
        }

        return sure ? Clock(words, i, end, hour, minute) : null;
    }

    /// <summary>"forty minutes past midnight", "ten minutes to noon", "half an hour after midnight".</summary>
    private static Reading? Past(WordList words, int i)
    {
        int minutes = 0, at = i;
        if (words.Is(i, "half") && words.Is(i + 1, "an") && words.Is(i + 2, "hour"))
            (minutes, at) = (30, i + 3);
        else if ((words.IsDigits(i) || (words.IsLetters(i) && NumeralReader.CanStart(words, i))) && NumeralReader.TryRead(words, i, out Numeral said) && said is { Low: >= 1 and < 60 } && words.IsAny(said.End, "minutes", "minute"))
            (minutes, at) = ((int)said.Low, said.End + 1);
        if (at == i || !words.IsAny(at, "past", "after", "to", "before") || !words.IsAny(at + 1, "noon", "midnight"))
            return null;
        bool before = words.IsAny(at, "to", "before");
        int noon = words.Is(at + 1, "noon") ? 12 : 24;
        return Clock(words, i, at + 2, (before ? noon - 1 : noon) % 24, before ? 60 - minutes : minutes);
    }

    private static Reading Clock(WordList words, int start, int end, int hour, int minute)
    {
        string clock = string.Create(CultureInfo.InvariantCulture, $"{hour % 24:00}:{minute:00}");
        bool bracket = words.IsMark(end, '(');
        int zone = bracket ? end + 1 : end;
        if (words.Continues(end) && TimeWords.IsZone(words, zone))
        {
            if (words.IsAny(zone, "GMT", "UTC", "Zulu") && !words.IsMark(zone + 1, '+'))
                clock += "Z";
            int close = zone + 1;
            if (words.IsAny(close, "time", "Time") || words.Is(close, "Standard"))
                close++;
            if (words.IsMark(close, '+') || words.IsHyphen(close))
                close += words.IsDigits(close + 1) ? 2 : 0;
            end = bracket ? (words.IsMark(close, ')') ? close + 1 : end) : close;
        }

        return new Reading(start, end, TimeType.Time, new TimeForm.OfDay()) { Clock = clock };
    }

    private static bool IsOClock(WordList words, int i) =>
        words.Is(i, "o") && (words.IsMark(i + 1, '\'') || words.IsMark(i + 1, '\u2019')) && words.Is(i + 2, "clock");

    private static bool? Meridiem(WordList words, int i, out int end)
    {
        end = i;
        bool late;
        if (words.IsAny(i, "am", "pm"))
        {
            (late, end) = (words.Is(i, "pm"), i + 1);
        }
        else if (words.IsAny(i, "a", "p") && words.IsMark(i + 1, '.') && words.Joins(i + 1) && words.Is(i + 2, "m"))
        {
            late = words.Is(i, "p");
            end = words.IsMark(i + 3, '.') && words.Joins(i + 3) ? i + 4 : i + 3;
        }
        else
        {
            return null;
        }

        return late;
    }

    private static bool TryDotted(ReadOnlySpan<char> digits, out int hour, out int minute)
    {
        minute = (digits[^2] - '0') * 10 + (digits[^1] - '0');
        bool read = int.TryParse(digits[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out hour);
        return read && minute < 60 && hour <= 24;
    }
}
