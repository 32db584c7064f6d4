using Stemma.Quantities.Numerals;

namespace Stemma.Quantities;

/// <summary>Reads the unit of a measured amount and what belongs to it: the smaller unit, the same amount in another unit, what is measured.</summary>
internal static class MeasureReader
{
    /// <summary>The unit of measure or currency right behind a number.</summary>
    /// <param name="unitEnd">One past its last word.</param>
    public static Units.Unit? UnitAfter(WordList words, int end, Numeral numeral, double low, out int unitEnd)
    {
        bool digits = words.IsDigits(end - 1) || numeral.Digits;
        int at = words.IsHyphen(end) && words.Joins(end) && words.Joins(end + 1) ? end + 1 : words.IsAny(end, "more", "additional", "full", "whole", "consecutive", "straight") ? end + 1 : end;
        if (words.Is(at, "of") && words.IsAny(at + 1, "a", "an"))
            at += 2;
        else if (words.Is(at, "of") && numeral.Vague)
            at++;
        if (InBrackets(words, at, digits, out unitEnd) is { } bracketed)
            return bracketed;
        if (Currency.IsMillionCode(words.At(at)) && Units.ByWord(words.At(at)[1..]) is { } millions)
        {
            unitEnd = at + 1;
            return millions;
        }

        if (Units.At(words, at, digits && at == end, out unitEnd) is not { } unit)
            return null;
        // "3 USD50 cards": the code belongs to the number behind it.
        if (unit.Dimension == "money" && Currency.IsCode(words.At(at)) && words.IsDigits(unitEnd) && words.Joins(unitEnd))
            return null;
        // "24 degrees" of a temperature: no angle, and of a scale that is not said.
        if (unit.Code == "deg" && IsWarmth(words, at))
            unit = new Units.Unit("degree", "temperature", 1, false);
        // "5 won" is mostly a verb, "5,000 won" money; "second" after a number word is mostly a rank.
        if ((unit.Code == "won" && low < 1000) || (words.Is(at, "second") && low != 1 && at == end))
            return null;
        // "3-year-old": the age of something.
        if (unit.Dimension == "time" && words.IsHyphen(unitEnd) && words.IsAny(unitEnd + 1, "old", "olds", "long"))
            unitEnd += 2;
        else if (unit.Dimension == "time" && unit.Factor >= 86400 && (words.Is(unitEnd, "old") || (words.Is(unitEnd, "of") && words.Is(unitEnd + 1, "age"))))
            unitEnd += words.Is(unitEnd, "old") ? 1 : 2;
        // "215 pounds sterling" is found as money above; "3 million pounds" is money by its size.
        if (unit.Code == "[lb_av]" && low >= 1e6)
            unit = new Units.Unit("[GBP]", "money", 1, false);
        return PerUnit(words, unit, ref unitEnd) ?? unit;
    }

    /// <summary>Words that what is measured may have, inside the measure.</summary>
    private const int MostInside = 5;

    /// <summary>"cubic metres per second", "grams per kilometre", "50 km/ms": one measure by another.</summary>
    private static Units.Unit? PerUnit(WordList words, Units.Unit above, ref int unitEnd)
    {
        if (words.Is(unitEnd, "of") && Units.CanDivide(above))
        {
            // "85 milligrams of the stuff per cubic metre": what is measured stands inside the measure.
            int per = unitEnd + 1;
            while (per < unitEnd + MostInside && words.IsLetters(per) && words.Continues(per) && !words.Is(per, "per"))
                per++;
            if (per > unitEnd + 1 && words.Is(per, "per") && Units.At(words, per + 1, false, out int close) is { } share && Units.Per(above, share) is { } whole)
            {
                unitEnd = close;
                return whole;
            }
        }

        bool slash = words.IsMark(unitEnd, '/') && words.Joins(unitEnd) && words.Joins(unitEnd + 1);
        if (!(slash || words.Is(unitEnd, "per")) || !Units.CanDivide(above))
            return null;
        // "s" alone is a plural's end or a clitic; below the line it is a second.
        int end = unitEnd + 2;
        Units.Unit? below = slash && words.Is(unitEnd + 1, "s") ? Units.Measure("s") : Units.At(words, unitEnd + 1, slash, out end);
        if (below is null || Units.Per(above, below.Value) is not { } unit)
            return null;
        unitEnd = end;
        return unit;
    }

    private static bool IsWarmth(WordList words, int i)
    {
        for (int j = i - 1; j >= 0 && j > i - 9; j--)
        {
            if (words.IsAny(j, "temperature", "temperatures", "warming", "heat", "heatwave", "thermometer", "thermometers", "fever", "mercury"))
                return true;
        }

        return false;
    }

    /// <summary>"20 (kg)", "20 [kg]": how tables name their unit.</summary>
    private static Units.Unit? InBrackets(WordList words, int i, bool digits, out int end)
    {
        end = i;
        if (!digits || i >= words.Count || words[i].Kind != WordKind.Mark || "([{<".IndexOf(words.Text[words[i].Start], StringComparison.Ordinal) is not (>= 0 and int open))
            return null;
        if (!words.Joins(i + 1) || Units.At(words, i + 1, true, out int close) is not { Abbreviation: true } unit || !words.IsMark(close, ")]}>"[open]))
            return null;
        end = close + 1;
        return unit;
    }

    /// <summary>"5 feet 2 inches", "two hours and 15 minutes", "3 dollars 50 cents": the smaller unit that follows, in the larger one.</summary>
    public static double? Smaller(WordList words, ref int end, Units.Unit measure)
    {
        // "5-foot-11": a person's height.
        if (measure.Code == "[ft_i]" && words.IsHyphen(end) && words.Joins(end) && words.Joins(end + 1) && words.Integer(end + 1) is >= 0 and < 12 and int inches)
        {
            end += 2;
            return inches / 12d;
        }

        int at = words.Is(end, "and") || words.IsMark(end, ',') ? end + 1 : end;
        if (!words.Continues(at) || !NumeralReader.CanStart(words, at) || !NumeralReader.TryRead(words, at, out Numeral rest) || rest.Vague || rest.Part)
            return null;
        // "5 ft 2 in": "in" is a unit here alone, a preposition everywhere else.
        bool footAndInch = measure.Code == "[ft_i]" && words.Is(rest.End, "in") && words.Is(end - 1, "ft") && rest.Low < 12 && !words.Is(end, "and");
        if (footAndInch)
        {
            end = rest.End + 1;
            return rest.Low / 12;
        }

        if (Units.At(words, rest.End, words.IsDigits(rest.End - 1), out int close) is not { } unit || unit.Code == measure.Code)
            return null;
        bool cents = unit.Code == "cent" && measure.Code is "[USD]" or "[EUR]" or "[AUD]" or "[CAD]" or "[NZD]";
        if (!cents && (unit.Dimension != measure.Dimension || unit.Dimension == "money" || unit.Factor >= measure.Factor || words.IsMark(end, ',')))
            return null;
        double share = cents ? 0.01 : unit.Factor / measure.Factor;
        // More than one whole of the larger unit is another amount ("a mile and 9,000 feet").
        if (rest.Low * share >= 1)
            return null;
        end = close;
        return rest.Low * share;
    }

    /// <summary>"(95 miles)" or "/95 miles" after a unit of the same dimension.</summary>
    public static QuantityEquivalent? Equivalent(WordList words, ref int end, Units.Unit measure)
    {
        if (measure.Dimension == "money")
            return MoneyEquivalent(words, ref end, measure.Code);
        if (!words.IsMark(end, '('))
            return null;
        int at = PastAbout(words, end + 1);
        bool negative = words.Is(at, "minus") || words.IsMark(at, '-') || words.IsMark(at, '\u2212');
        at += negative ? 1 : 0;
        if (!words.Continues(at) || !NumeralReader.CanStart(words, at) || !NumeralReader.TryRead(words, at, out Numeral other))
            return null;
        int unitAt = words.IsHyphen(other.End) ? other.End + 1 : other.End;
        if (Units.At(words, unitAt, true, out int close) is not { } unit || !words.IsMark(close, ')'))
            return null;
        if (unit.Dimension != measure.Dimension && !(unit.Dimension is "fahrenheit" or "temperature"))
            return null;
        end = close + 1;
        return negative ? new QuantityEquivalent(-(other.High ?? other.Low), -other.Low, unit.Code) : new QuantityEquivalent(other.Low, other.High ?? other.Low, unit.Code);
    }

    private static int PastAbout(WordList words, int at)
    {
        int last = at + 2;
        while (at < last && words.IsAny(at, "about", "around", "roughly", "approximately", "some", "nearly", "over", "or"))
            at++;
        return at;
    }

    /// <summary>"2.5 billion euros ($3.2 billion)": the same sum in another currency.</summary>
    public static QuantityEquivalent? MoneyEquivalent(WordList words, ref int end, string currency)
    {
        if (!words.IsMark(end, '('))
            return null;
        int at = PastAbout(words, end + 1);
        int number = at;
        while (number < at + 3 && number < words.Count && !words.IsDigits(number))
            number++;
        if (!words.IsDigits(number) || !words.Continues(number) || !NumeralReader.TryRead(words, number, out Numeral sum))
            return null;
        bool signed = Currency.StandsBefore(words, number, out int first, out string code, out double scale) && first == at;
        int close = sum.End;
        if (!signed)
        {
            if (number != at || Units.At(words, sum.End, true, out close) is not { Dimension: "money" } unit)
                return null;
            (code, scale) = (unit.Code, 1);
        }

        if (code == currency || !words.IsMark(close, ')'))
            return null;
        end = close + 1;
        return new QuantityEquivalent(sum.Low * scale, (sum.High ?? sum.Low) * scale, code);
    }

    /// <summary>"14 tonnes of aid", "9 percent of the vote": what is measured.</summary>
    public static string? Measured(WordList words, Units.Unit measure, ref int end)
    {
        // "within 800 metres of the gates" measures no gates.
        if (measure.Dimension == "time" || !words.Is(end, "of") || (measure.Dimension is "length" or "speed" && words.IsAny(end + 1, "the", "its", "his", "her", "their")) || !NounPhraseReader.TryRead(words, end, true, out CountedPhrase phrase))
            return null;
        if (measure.Dimension is not ("share" or "points" or "money"))
            end = phrase.End;
        return words.Text[words[phrase.First].Start..words[phrase.End - 1].End];
    }
}
