using Stemma.Language;
using Stemma.Quantities.Numerals;

namespace Stemma.Quantities;

/// <summary>Tells numbers that count nothing: labels, ranks, models, scores, list marks, telephone numbers.</summary>
internal static class NoAmount
{
    /// <summary>Longer runs of digits without commas are identifiers.</summary>
    private const int LongestNumber = 12;

    public static bool Is(WordList words, int i, Numeral numeral)
    {
        int end = numeral.End;
        if (IsRatio(words, i, end, numeral.Low))
            return true;
        if (!numeral.Digits)
            return IsIdiom(words, i, numeral);

        if (words.Length(i) > LongestNumber && !words.At(i).Contains(','))
            return true;
        // "4x4", "2nd", "5G": letters or further numbers grow on to it, and are no unit.
        if (words.IsLetters(end) && words.Joins(end) && Units.At(words, end, true, out _) is null && !words.IsAny(end, "m", "k", "b"))
            return true;
        if (words.Joins(i) && words.IsLetters(i - 1) && !Currency.StandsBefore(words, i))
            return true;
        // "24703L202", "24703 L-202": digits run on behind the letters, so it is somebody's number.
        if (words.IsLetters(end) && (Grown(words, end) || (words.IsHyphen(end + 1) && words.Joins(end + 1) && words.Joins(end + 2) && words.IsDigits(end + 2))))
            return true;
        if (words.Joins(i) && i > 0 && words[i - 1].Kind == WordKind.Mark && "#.:_/@%=&?".Contains(words.Text[words[i - 1].Start], StringComparison.Ordinal))
            return true;
        if (words.Joins(end) && (words.IsMark(end, ':') || words.IsMark(end, '/') || words.IsMark(end, '_') || words.IsMark(end, '@')) && words.Joins(end + 1) && (words.IsDigits(end + 1) || words.IsLetters(end + 1)))
            return true;
        // "issn%280024%2D": a web address writes its marks so.
        if (words.IsMark(end, '%') && words.Joins(end) && words.Joins(end + 1) && (words.IsDigits(end + 1) || words.IsLetters(end + 1)))
            return true;
        return IsListMark(words, i, end) || IsLabelled(words, i) || IsScore(words, i, end) || IsYearAlone(words, i, end);
    }

    /// <summary>"1. The council ..." at the start of a paragraph; but "10. That's how many ..." counts.</summary>
    private static bool IsListMark(WordList words, int i, int end) =>
        words[i].BreakBefore && (words.IsMark(end, '.') || words.IsMark(end, ')')) && words.Joins(end) && !Ellipsis.SaysHowMany(words, end);

    /// <summary>"Article 12", "No. 10", "Boeing 737": a noun that numbers things, or a name, right before bare digits.</summary>
    private static bool IsLabelled(WordList words, int i)
    {
        if (i == 0 || words[i].BreakBefore)
            return false;
        int before = words.IsMark(i - 1, '.') && words.IsAny(i - 2, "no", "nos", "art", "sec", "fig", "vol", "p", "pp") ? i - 2 : i - 1;
        if (words.IsHyphen(before) && words.Joins(before) && words.Joins(i))
            return words.IsLetters(before - 1) && words.Joins(before) && !IsJoinedByUnit(words, i, before - 1);
        if (!words.IsLetters(before))
            return false;
        // "a size 12", "the top 10", "section 5", but "no 12 people" is nonsense enough to be a label too.
        // "wards 6 and 7": labels in a row.
        if (words.IsAny(before, "and", "or") && words.IsDigits(before - 1))
            return IsLabels(words, before - 2) && !Counts(words, i + 1);
        if (IsLabels(words, before))
            return !Counts(words, i + 1);
        if (CountedNouns.IsLabel(words.At(before)))
            return !words.IsAny(before, "below") && !(words.Is(before, "top") && words.Is(before - 1, "on"));
        bool name = words.Upos(before) == Upos.X
            ? words.IsCapital(before) && before > 0 && !words[before].BreakBefore && !words.IsMark(before - 1, '.') && !CountedNouns.IsStop(words.At(before))
                && Comparators.EndingAt(words, i, out int first) == Comparator.Exactly && first == i && words.IsCapital(before - 1)
            : words.Upos(before) == Upos.Propn;
        return name && !Counts(words, i + 1) && !Currency.StandsBefore(words, i);
    }

    /// <summary>Of several: "levels 3 and 4", "Exhibits 7".</summary>
    private static bool IsLabels(WordList words, int i) => words.At(i) is [.. var one, 's'] && CountedNouns.IsLabel(one);

    /// <summary>But "24703m2" is an area, and "6ft4" a height.</summary>
    private static bool Grown(WordList words, int i)
    {
        bool digits = words.Joins(i) && words.IsDigits(i + 1) && words.Joins(i + 1);
        return digits && !words.IsAny(i, "ft", "m") && !(Units.At(words, i, true, out int end) is not null && end > i + 1)
            || (digits && words.Is(i, "m") && words.Length(i + 1) > 2);
    }

    /// <summary>"sub-10km", "under-20 miles": a prefix, not a name.</summary>
    private static bool IsJoinedByUnit(WordList words, int i, int prefix) =>
        words.IsAny(prefix, "sub", "under", "over", "mid", "near", "super", "plus", "post", "pre") && Units.At(words, i + 1, true, out _) is not null;

    private static bool Counts(WordList words, int i) =>
        Units.At(words, i, true, out _) is not null || (words.IsLetters(i) && CountedNouns.IsPlural(words.At(i)) && !words.IsCapital(i));

    /// <summary>"won 3-2", "a 5-4 vote": the second number is the smaller one, so it is no range.</summary>
    private static bool IsScore(WordList words, int i, int end)
    {
        bool first = words.IsDash(end) && words.Joins(end) && words.Joins(end + 1) && words.Integer(end + 1) >= 0 && words.Integer(i) >= words.Integer(end + 1);
        bool second = i > 1 && words.IsDash(i - 1) && words.Joins(i) && words.Joins(i - 1) && words.Integer(i - 2) >= 0 && words.Integer(i - 2) >= words.Integer(i);
        return first || second;
    }

    /// <summary>A bare year that no date holds ("the 2019 edition") is no amount either.</summary>
    private static bool IsYearAlone(WordList words, int i, int end) =>
        words.Length(i) == 4 && words.Integer(i) is >= 1500 and <= 2100 && !Counts(words, end) && !words.Is(end, "people")
        && (i == 0 || !Currency.StandsBefore(words, i))
        && !(NounPhraseReader.TryRead(words, end, false, out CountedPhrase phrase) && CountedNouns.IsPlural(words.At(phrase.End - 1)) && phrase.End - end <= 2);

    private static bool IsIdiom(WordList words, int i, Numeral numeral)
    {
        if (words.Is(i, "one") && numeral.End == i + 1)
        {
            bool noun = words.Upos(i + 1) is Upos.Noun or Upos.Adj || Units.At(words, i + 1, false, out _) is not null || (words.IsHyphen(i + 1) && words.Joins(i + 1));
            bool measured = Units.At(words, i + 1, false, out _) is { Dimension: not "time" };
            return !noun || (!measured && words.IsAny(i - 1, "no", "any", "every", "the", "this", "that", "which", "each", "some")) || words.IsAny(i + 1, "of", "another", "day", "time", "thing", "way");
        }

        // "Channel Nine", "Ocean's Eleven": part of a name.
        if (words.IsCapital(i) && words.IsCapital(i - 1) && !words[i].BreakBefore)
            return true;
        if (words.Is(i, "one") && words.IsHyphen(i + 1) && words.IsAny(i + 2, "time", "off", "sided", "way", "on", "stop"))
            return true;
        // "twenty-first": a rank.
        if (words.IsHyphen(numeral.End) && words.Joins(numeral.End) && IsRank(words, numeral.End + 1))
            return true;
        // "the second half", "a quarter" of the year, "the two" (known already) count nothing by themselves.
        if (numeral.Part && !words.Is(numeral.End, "of") && Units.At(words, numeral.End, false, out _) is null && !words.IsAny(numeral.End - 1, "a", "an"))
            return !words.Is(numeral.End, "the") || words.IsAny(i - 1, "first", "second", "latter", "final", "last");
        return words.IsAny(i - 1, "zero", "back", "square", "phase", "day", "week", "plan") && words.IsLetters(i) && CountedNouns.IsLabel(words.At(i - 1));
    }

    /// <summary>"three in five", "one in 10": a share told by example, of no unit that could be compared.</summary>
    private static bool IsRatio(WordList words, int i, int end, double value)
    {
        if (words.Is(end, "in") && words.Continues(end + 1) && NumeralReader.CanStart(words, end + 1) && NumeralReader.TryRead(words, end + 1, out Numeral below))
            return value < below.Low && below.Low is 3 or 4 or 5 or 6 or 8 or 10 or 20 or 100 && Units.At(words, below.End, true, out _) is null;
        // "one in five children": the children are not five.
        return words.Is(i - 1, "in") && value is 3 or 4 or 5 or 6 or 8 or 10 or 20 or 100 && NumberBefore(words, i - 2) < value && Units.At(words, end, true, out _) is null;
    }

    private static double NumberBefore(WordList words, int i) =>
        i >= 0 && NumeralReader.CanStart(words, i) && !words.IsAny(i, "a", "an") && NumeralReader.TryRead(words, i, out Numeral numeral) && numeral.End == i + 1 ? numeral.Low : double.MaxValue;

    private static bool IsRank(WordList words, int i) =>
        words.IsAny(i, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");
}
