using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Quantities;

/// <summary>Reads one amount around a number: comparator and sign before it, range, unit or counted noun after it.</summary>
internal static class QuantityReader
{
    /// <param name="i">The number's first word.</param>
    /// <param name="floor">Words before this one belong to the amount before.</param>
    /// <returns>The amount and one past its last word, or null.</returns>
    public static (QuantityMention Mention, int End)? Read(WordList words, int i, int floor, Numeral numeral)
    {
        int first = i;
        (double low, double? high, int end) = (numeral.Low, numeral.High, numeral.End);
        string? money = Currency.StandsBefore(words, i, out int sign, out string code, out double signScale) && i - 1 >= floor ? code : null;
        if (money is not null)
            (first, low, high) = (Math.Max(floor, sign), low * signScale, high * signScale);
        if (SignReader.First(words, first, floor) is var negative && negative < first)
            (low, high, first) = (-low, -high, negative);

        int numberEnd = end;
        if (Range(words, first, end, low, high) is { } range)
            (low, high, end, numberEnd) = (range.Low, range.High, range.End, range.End);
        int start = words.Is(first - 1, "between") && numberEnd > numeral.End ? first - 1 : first;
        TextSpan number = words.Span(first, numberEnd);
        (int measureFirst, int measureEnd) = (first, numberEnd);
        bool aged = false;

        string? of = null;
        string? unit = money;
        QuantityEquivalent? equivalent = null;
        bool known = true;
        if (money is not null)
        {
            end = MoneyScale(words, end, ref low, ref high);
            end = words.IsAny(end, "dollars", "euros", "pounds") ? end + 1 : end;
            measureEnd = end;
            equivalent = MeasureReader.MoneyEquivalent(words, ref end, money);
        }
        else if (Abbreviated(words, end, numeral) is > 1 and double scale && NounPhraseReader.TryRead(words, end + 1, false, out CountedPhrase many))
        {
            (low, high, unit, end) = (low * scale, high * scale, many.Unit, many.End);
            of = words.Text[words[many.First].Start..words[many.End - 1].End];
        }
        else if (MeasureReader.UnitAfter(words, end, numeral, low, out int unitEnd) is { } measure)
        {
            (unit, end) = (measure.Code, unitEnd);
            if (Currency.IsMillionCode(words.At(end - 1)))
                (low, high) = (low * 1e6, high * 1e6);
            if (measure.Dimension == "money" && Currency.IsCode(words.At(end - 1)) && CardinalReader.Scales(words, end, ref low) is var scaled && scaled > end)
                (high, end) = (low, scaled);
            if (low == high && MeasureReader.Smaller(words, ref end, measure) is { } rest)
                (low, high) = (low + rest, high + rest);
            measureEnd = end;
            aged = measure.Dimension == "time" && words.IsAny(end - 1, "old", "olds", "age");
            equivalent = MeasureReader.Equivalent(words, ref end, measure);
            of = MeasureReader.Measured(words, measure, ref end);
        }
        else if (words.IsAny(end, "yo", "y") && Age(words, i, end) is { } abbreviated)
        {
            (unit, low, high, end) = abbreviated;
            (measureEnd, aged) = (end, true);
        }
        else if (AdjectiveUnit(words, end, out int hyphenEnd) is { } counted)
        {
            (unit, end) = (counted, hyphenEnd);
        }
        else if (NounPhraseReader.TryRead(words, end, low == 1 && high == 1, out CountedPhrase phrase))
        {
            // "half a point" of a rate: part of a point is always a percentage point.
            (unit, end) = (phrase.Unit == "point" && low != Math.Truncate(low) ? "percentage point" : phrase.Unit, phrase.End);
            of = words.Text[words[phrase.First].Start..words[phrase.End - 1].End];
        }
        else if (Age(words, i, end) is { } age)
        {
            (unit, low, high, end) = age;
            (measureEnd, aged) = (end, true);
            measureFirst = words.IsAny(i - 1, "age", "aged") && i - 1 >= floor ? i - 1 : first;
        }
        else
        {
            known = false;
        }

        Comparator comparator = Comparators.EndingAt(words, start, out int bound);
        if (bound < floor)
            (comparator, bound) = (Comparator.Exactly, start);
        if (Comparators.StartingAt(words, end, out int after) is { } follows)
            (comparator, end) = (follows, after);
        if (!known && !StandsAlone(words, i, numeral, bound < start))
            return null;
        TextSpan span = words.Span(bound, end);
        QuantityMention mention = new(span, number, low, high, unit, comparator, of)
        {
            Equivalent = equivalent,
            IsVague = numeral.Vague,
            IsAge = aged,
            Scope = ScopeReader.Read(words, bound, numberEnd, end),
            MeasureSpan = words.Span(measureFirst, measureEnd),
        };
        return (mention, end);
    }

    /// <summary>A number without a noun is an amount where it was written out or bounded ("risen to 15"), not where it is a word of speech.</summary>
    private static bool StandsAlone(WordList words, int i, Numeral numeral, bool bounded)
    {
        if (numeral.Vague || numeral.Part || words[i].Kind == WordKind.Letters && (words.Is(i, "a") || words.Is(i, "an")))
            return false;
        if (numeral.Digits || bounded)
            return true;
        return numeral.Low > 1 && !words.IsAny(i - 1, "the", "these", "those", "both", "all", "day", "phase", "chapter", "or", "and");
    }

    private static (double Low, double? High, int End)? Range(WordList words, int first, int end, double low, double? high)
    {
        bool between = words.Is(first - 1, "between");
        bool joined = words.IsDash(end) && words.Joins(end) && words.Joins(end + 1);
        bool to = words.Is(end, "to") && !words.Is(first - 1, "from") && !IsChange(words, first);
        if (!joined && !to && !(between && words.Is(end, "and")) && !words.Is(end, "or"))
            return null;
        int at = end + 1;
        // "$5 to $10 million"
        if (words.IsMark(at, '$') || words.IsMark(at, '\u20AC') || words.IsMark(at, '\u00A3'))
            at++;
        if (!words.Continues(at) || !NumeralReader.CanStart(words, at) || !NumeralReader.TryRead(words, at, out Numeral second) || second.Vague)
            return null;
        double bottom = low;
        // "2 to 3 million": the scale stands once and holds for both.
        if (second.Low >= 1000 && low < 1000 && low < second.Low / 1000 * 1.0 + 1e9 && !second.Digits && ScaleOf(words, second.End - 1) is > 1 and double scale && low * scale < second.Low)
            bottom = low * scale;
        if (second.Low <= bottom || (words.Is(end, "or") && second.Low > bottom + 2))
            return null;
        return (bottom, second.High ?? high, second.End);
    }

    /// <summary>"rose $1.26 to $93.71": by the one, to the other.</summary>
    private static bool IsChange(WordList words, int first)
    {
        _ = Comparators.EndingAt(words, first, out int bound);
        return words.IsAny(bound - 1, "rose", "fell", "gained", "lost", "climbed", "dropped", "added", "jumped", "slipped", "slid", "increased", "declined", "decreased", "surged", "tumbled", "plunged", "advanced", "edged", "up", "down", "by", "rise", "fall", "soared", "sank", "shed");
    }

    private static double ScaleOf(WordList words, int i) =>
        words.Is(i, "thousand") ? 1e3 : words.IsAny(i, "million", "mn", "mln") ? 1e6 : words.IsAny(i, "billion", "bn", "bln") ? 1e9 : words.IsAny(i, "trillion", "tn", "trn") ? 1e12 : 1;

    /// <summary>"$15m", "£2k": letters that scale money right after the digits.</summary>
    private static int MoneyScale(WordList words, int end, ref double low, ref double? high)
    {
        double scale = !words.Joins(end) ? 1 : words.Is(end, "m") ? 1e6 : words.Is(end, "k") ? 1e3 : words.Is(end, "b") ? 1e9 : 1;
        if (scale == 1)
            return end;
        (low, high) = (low * scale, high * scale);
        return end + 1;
    }

    /// <summary>"5m people", "10k runners": a letter that scales where a plural follows; else "m" is a metre.</summary>
    private static double Abbreviated(WordList words, int end, Numeral numeral)
    {
        double scale = !numeral.Digits || !words.Joins(end) ? 1 : words.Is(end, "m") ? 1e6 : words.Is(end, "k") ? 1e3 : words.Is(end, "b") ? 1e9 : 1;
        bool plural = words.Is(end + 1, "people") || (words.IsLetters(end + 1) && CountedNouns.IsPlural(words.At(end + 1)));
        return plural ? scale : 1;
    }

    /// <summary>"12-member", "three-storey": the counted noun as part of an adjective.</summary>
    private static string? AdjectiveUnit(WordList words, int i, out int end)
    {
        end = i + 2;
        bool joined = words.IsHyphen(i) && words.Joins(i) && words.Joins(i + 1) && words.IsLetters(i + 1);
        if (!joined || words.IsAny(i + 1, "fold", "plus", "odd", "strong", "ish", "something", "and", "to", "or") || words.IsCapital(i + 1))
            return null;
        return CountedNouns.Singular(words.At(i + 1).ToString());
    }

    /// <summary>"Ann Lee, 56, of Ham", "aged 56", "in his 50s": an age in years.</summary>
    private static (string Unit, double Low, double? High, int End)? Age(WordList words, int i, int end)
    {
        if (words.Integer(i) is not (> 0 and < 130 and int years))
            return null;
        if (words.IsAny(end, "yo", "y"))
        {
            // "87 yo", "87 y/o": as medical reports write it.
            bool slashed = words.Is(end, "y") && words.IsMark(end + 1, '/') && words.Is(end + 2, "o") && words.Joins(end + 2);
            return words.Is(end, "yo") ? ("a", years, years, end + 1) : slashed ? ("a", years, years, end + 3) : null;
        }

        bool aged = words.IsAny(i - 1, "aged", "age");
        bool apposed = words.IsMark(i - 1, ',') && words.IsMark(end, ',') && words.IsCapital(i - 2);
        bool stated = words.IsAny(i - 1, "is", "was", "turned", "turns") && (words.IsAny(i - 2, "he", "she", "who") || (words.IsCapital(i - 2) && words.Is(end, "and"))) && (words.IsAny(end, "and", "when", "at") || !words.IsLetters(end));
        return aged || apposed || stated ? ("a", years, years, end) : null;
    }
}
