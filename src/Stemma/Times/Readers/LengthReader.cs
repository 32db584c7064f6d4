using System.Globalization;
using Stemma.Quantities;
using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads lengths of time and what hangs on them: "20 hours", "18-month-long", "two days ago", "a week later", "15 a year".</summary>
internal static class LengthReader
{
    public static Reading? TryRead(WordList words, int i)
    {
        if (Whole(words, i) is { } whole)
            return whole;
        if (!TryAmount(words, i, out Amount amount))
            return First(words, i);
        int end = amount.End;
        // "a three-year period": the noun is a time too.
        if (words.IsAny(end, "period", "term") && words.IsHyphen(end - 2) && words.Continues(end))
            return new Reading(words.IsAny(i - 1, "a", "an", "the") && words.Continues(i) ? i - 1 : i, end + 1, TimeType.Duration, new TimeForm.Length(Value(amount)));
        // "a month-long strike": the article is the strike's.
        if (amount.Article && words.IsHyphen(end - 2))
            i++;
        if (After(words, i, amount) is { } relative)
            return relative;
        if (IsRate(words, i, amount))
            return new Reading(i, end, TimeType.Set, new TimeForm.Repeated(Value(amount with { Vague = false })));
        if (amount.Unit == TimeUnit.Weekend || (amount.Unit is TimeUnit.Second or TimeUnit.Quarter && amount.Article))
            return null;
        if (Compound(words, amount) is var (value, last))
            return new Reading(i, last, TimeType.Duration, new TimeForm.Length(value));
        return new Reading(i, end, TimeType.Duration, new TimeForm.Length(Value(amount), Other(words, amount)));
    }

    /// <summary>The first number of "two to three weeks": a length by itself, of the unit that stands but once (ISO-TimeML).</summary>
    private static Reading? First(WordList words, int i)
    {
        if (words.IsAny(i, "a", "an") || !NumeralReader.CanStart(words, i) || !NumeralReader.TryRead(words, i, out Numeral numeral) || numeral.Vague || numeral.Part)
            return null;
        int between = numeral.End;
        bool joined = words.IsDash(between) && words.Joins(between) && words.Joins(between + 1);
        if (!joined && !words.IsAny(between, "to", "or") && !(words.Is(between, "and") && words.Is(i - 1, "between")))
            return null;
        if (!words.Continues(between + 1) || words.IsAny(between + 1, "a", "an", "several", "some", "many") || !TryAmount(words, between + 1, out Amount second))
            return null;
        bool length = !second.Vague && second.Count > numeral.Low && second.Unit is not (TimeUnit.Weekend or TimeUnit.Quarter) && !words.IsAny(second.End, "ago", "earlier", "later");
        return length && !Currency.StandsBefore(words, i)
            ? new Reading(i, numeral.End, TimeType.Duration, new TimeForm.Length(Value(second with { Count = numeral.Low })))
            : null;
    }

    /// <summary>"all day", "a full week", "full-year", "another month": one of them, without a number.</summary>
    private static Reading? Whole(WordList words, int i)
    {
        int at = words.IsAny(i, "a", "an") && words.IsAny(i + 1, "full", "whole", "entire") ? i + 1 : i;
        if (!words.IsAny(at, "all", "full", "whole", "entire", "another") || (at == i && words.IsAny(i - 1, "the", "its", "his", "her", "their", "this", "that")))
            return null;
        bool hyphen = words.IsHyphen(at + 1) && words.Joins(at + 1) && words.Joins(at + 2);
        int unitAt = hyphen ? at + 2 : at + 1;
        return words.Continues(unitAt) && TimeWords.Unit(words, unitAt) is { } unit && unit is not (TimeUnit.Second or TimeUnit.Quarter or TimeUnit.Weekend) && !IsPlural(words, unitAt) && words.Length(unitAt) > 2 && (hyphen || !words.IsHyphen(unitAt + 1))
            ? new Reading(i, unitAt + 1, TimeType.Duration, new TimeForm.Length(Value(new Amount(1, 1, unit, false, false, 0))))
            : null;
    }

    /// <summary>"two hours and 15 minutes", "three years, two months": all units in one value.</summary>
    private static (string Value, int End)? Compound(WordList words, Amount amount)
    {
        int at = words.Is(amount.End, "and") || words.IsMark(amount.End, ',') ? amount.End + 1 : amount.End;
        bool whole = !amount.Vague && amount.Count == Math.Truncate(amount.Count) && amount.Unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Day or TimeUnit.Hour or TimeUnit.Minute;
        if (!whole || words.IsHyphen(amount.End - 2) || !words.Continues(at) || words.IsAny(at, "a", "an") || !TryAmount(words, at, out Amount rest))
            return null;
        bool fits = !rest.Vague && rest.Unit < amount.Unit && rest.Unit is not (TimeUnit.Weekend or TimeUnit.Fortnight or TimeUnit.Quarter) && !words.IsHyphen(rest.End - 2);
        if (!fits || words.IsAny(rest.End, "ago", "earlier", "later", "before", "after"))
            return null;
        // The units shrink from step to step, so there are few.
        (string below, int end) = Compound(words, rest) ?? (Value(rest), rest.End);
        string above = Value(amount);
        return (below[1] == 'T' && above[1] == 'T' ? above + below[2..] : above + below[1..], end);
    }

    /// <summary>"(resigned on Thursday,) two days after the story broke": the story broke two days before Thursday.</summary>
    private static TimeForm.Offset? Other(WordList words, Amount amount)
    {
        bool after = words.Is(amount.End, "after");
        bool whole = !amount.Vague && amount.Count is >= 1 and <= 60 && amount.Count == Math.Truncate(amount.Count);
        return whole && amount.Unit == TimeUnit.Day && (after || words.Is(amount.End, "before")) && words.Continues(amount.End)
            ? new TimeForm.Offset((int)amount.Count * (after ? -1 : 1), TimeUnit.Day, TimeAnchor.Narrative)
            : null;
    }

    /// <summary>A number and a unit of time, from the number's first word.</summary>
    /// <param name="Article">"a week": no number word.</param>
    internal readonly record struct Amount(double Count, double? High, TimeUnit Unit, bool Vague, bool Article, int End);

    public static bool TryAmount(WordList words, int i, out Amount amount)
    {
        amount = default;
        Numeral numeral;
        bool article = false;
        if (words.IsAny(i, "a", "an") && TimeWords.Unit(words, i + 1) is not null && !IsPlural(words, i + 1))
        {
            numeral = new Numeral(i + 1, 1, 1, false, false, false);
            article = true;
        }
        else if (words.IsAny(i, "several", "many", "some") && TimeWords.Unit(words, i + 1) is not null && IsPlural(words, i + 1))
        {
            numeral = new Numeral(i + 1, 3, null, true, false, false);
        }
        else if (!NumeralReader.CanStart(words, i) || !NumeralReader.TryRead(words, i, out numeral))
        {
            return false;
        }

        int at = numeral.End;
        bool hyphen = words.IsHyphen(at) && words.Joins(at) && words.Joins(at + 1);
        if (hyphen)
            at++;
        else if (words.IsAny(at, "more", "full", "whole", "consecutive", "straight", "long", "additional", "further", "other", "calendar", "working", "business", "school"))
            at++;
        else if (words.Is(at, "of") && (numeral.Vague || numeral.Part))
            at += words.IsAny(at + 1, "a", "an") ? 2 : 1;
        // "two-and-a-half-year"
        if (hyphen && words.Is(at, "and") && words.Is(at + 2, "a") && words.Is(at + 4, "half") && words.IsHyphen(at + 5))
        {
            numeral = numeral with { Low = numeral.Low + 0.5, High = numeral.High + 0.5 };
            at += 6;
        }

        if (!words.Continues(at) || TimeWords.Unit(words, at) is not { } unit || (words.IsCapital(at) && !words.IsCapital(i)))
            return false;
        if (words.Length(at) <= 3 && unit is not TimeUnit.Day && !words.IsDigits(numeral.End - 1))
            return false;
        // "one second" counts, "two second chances" and "5 quarter finals" do not.
        if (!hyphen && unit is TimeUnit.Second or TimeUnit.Quarter && !IsPlural(words, at) && numeral.Low != 1 && numeral.Low == Math.Truncate(numeral.Low))
            return false;
        int end = at + 1;
        double count = numeral.Low;
        if (words.Is(end, "and") && words.Is(end + 1, "a") && words.Is(end + 2, "half"))
            (count, end) = (count + 0.5, end + 3);
        if (hyphen || (words.IsHyphen(end) && words.Joins(end)))
            end = words.IsHyphen(end) && words.IsAny(end + 1, "long", "old", "olds") ? end + 2 : end;
        else if (words.Is(end, "old") && unit >= TimeUnit.Day && words.Continues(end))
            end++;
        amount = new Amount(count, numeral.High, unit, numeral.Vague, article, end);
        return true;
    }

    /// <summary>The unit of "weeklong", "yearlong", or null.</summary>
    public static TimeUnit? LongWord(WordList words, int i)
    {
        ReadOnlySpan<char> word = words.At(i);
        return word.Length is > 6 and <= 10 && word.EndsWith("long", StringComparison.OrdinalIgnoreCase) ? TimeWords.Unit(word[..^4]) : null;
    }

    /// <summary>ISO 8601 length; X where the number is vague.</summary>
    public static string Value(Amount amount)
    {
        double scale = amount.Unit switch { TimeUnit.Decade => 10, TimeUnit.Century => 100, TimeUnit.Fortnight => 2, TimeUnit.Quarter => 3, _ => 1 };
        string count = amount.Vague ? "X" : (amount.Count * scale).ToString("0.###", CultureInfo.InvariantCulture);
        return Value(count, amount.Unit);
    }

    public static string Value(string count, TimeUnit unit) => unit switch
    {
        TimeUnit.Second => $"PT{count}S",
        TimeUnit.Minute => $"PT{count}M",
        TimeUnit.Hour => $"PT{count}H",
        TimeUnit.Day => $"P{count}D",
        TimeUnit.Weekend => $"P{count}WE",
        TimeUnit.Week or TimeUnit.Fortnight => $"P{count}W",
        TimeUnit.Month or TimeUnit.Quarter => $"P{count}M",
        _ => $"P{count}Y",
    };

    /// <summary>"ago", "earlier", "from now" after a length make it a date.</summary>
    private static Reading? After(WordList words, int start, Amount amount)
    {
        int at = amount.End;
        if (!words.Continues(at) || (amount.Count > 5000 && !amount.Vague))
            return null;
        if (amount.Count != Math.Truncate(amount.Count) && !amount.Vague)
        {
            // "half an hour later", "two and a half years ago": in the next smaller unit.
            (double parts, TimeUnit smaller) = amount.Unit switch { TimeUnit.Hour => (60, TimeUnit.Minute), TimeUnit.Year => (12, TimeUnit.Month), TimeUnit.Decade => (10, TimeUnit.Year), TimeUnit.Century => (100, TimeUnit.Year), _ => (0d, TimeUnit.Day) };
            if (parts * amount.Count is var whole && (whole == 0 || whole != Math.Truncate(whole)))
                return null;
            amount = amount with { Count = whole, Unit = smaller };
        }

        int count = amount.Vague ? 0 : (int)amount.Count;
        bool vague = amount.Vague;
        (int sign, TimeAnchor anchor, int end) = (0, TimeAnchor.Narrative, at + 1);
        if (words.IsAny(at, "ago", "back") && (words.Is(at, "ago") || !words.Is(at + 1, "to")))
            (sign, anchor) = (-1, TimeAnchor.Publication);
        else if (words.IsAny(at, "earlier", "previously", "prior", "beforehand") && !words.IsAny(at + 1, "than", "to"))
            sign = -1;
        else if (words.IsAny(at, "later", "afterwards", "afterward") && !words.Is(at + 1, "than"))
            sign = 1;
        else if (words.IsAny(at, "before", "after") && !words.IsLetters(at + 1) && !words.IsDigits(at + 1))
            sign = words.Is(at, "before") ? -1 : 1;
        else if (words.Is(at, "from") && words.IsAny(at + 1, "now", "today"))
            (sign, anchor, end) = (1, TimeAnchor.Publication, at + 2);
        if (sign == 0)
            return null;
        if (vague)
            return new Reading(start, end, TimeType.Date, new TimeForm.Reference(sign < 0 ? "PAST_REF" : "FUTURE_REF"));
        TimeType type = amount.Unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second ? TimeType.Time : TimeType.Date;
        return new Reading(start, end, type, new TimeForm.Offset(sign * count, amount.Unit, anchor)) { Tense = sign < 0 ? TimeTense.Past : null };
    }

    /// <summary>"15 a year", "100 barrels a day", "$5 an hour", "twice a week": a rate, not a length.</summary>
    private static bool IsRate(WordList words, int i, Amount amount)
    {
        if (!amount.Article || amount.Unit is TimeUnit.Decade or TimeUnit.Century || i == 0 || !words.Continues(i))
            return false;
        int before = i - 1;
        if (words.IsDigits(before) || words.IsMark(before, '%'))
            return true;
        if (words.IsAny(before, "once", "twice", "times", "million", "billion", "trillion", "thousand", "hundred", "percent", "dozen", "much", "many"))
            return true;
        return words.IsLetters(before) && CountedNouns.IsPlural(words.At(before)) && !CountedNouns.IsStop(words.At(before)) && words.Upos(before) is Language.Upos.X or Language.Upos.Noun or Language.Upos.Sym
            && TimeWords.Weekday(words, before) is null && TimeWords.Unit(words, before) is null or TimeUnit.Hour;
    }

    public static bool IsPlural(WordList words, int i) => words.Length(i) > 3 && words.At(i)[^1] is 's';
}
