using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Reads what happens again and again ("every Monday", "annual") and vague times ("now", "recently", "the future").</summary>
internal static class SetReader
{
    public static Reading? TryRead(WordList words, int i) => Repeated(words, i) ?? Vague(words, i);

    private static Reading? Repeated(WordList words, int i)
    {
        // "Island Daily", "Daily Mail": names.
        if (TimeWords.Set(words, i) is { } value)
            return words.IsCapital(i) && (!words[i].BreakBefore || words.IsCapital(i + 1)) ? null : new Reading(i, i + 1, TimeType.Set, new TimeForm.Repeated(value));
        if (!words.IsAny(i, "every", "each", "per"))
            return null;
        bool per = words.Is(i, "per");
        int at = words.Is(i + 1, "other") ? i + 2 : i + 1;
        int start = per ? i : i;
        if (TimeWords.Unit(words, at) is { } unit && !LengthReader.IsPlural(words, at))
            return new Reading(start, at + 1, TimeType.Set, new TimeForm.Repeated(LengthReader.Value(new LengthReader.Amount(at > i + 1 ? 2 : 1, null, unit, false, false, at))));
        if (per)
            return null;
        if (LengthReader.TryAmount(words, at, out LengthReader.Amount amount) && !amount.Article)
            return new Reading(i, amount.End, TimeType.Set, new TimeForm.Repeated(LengthReader.Value(amount)));
        if (TimeWords.Weekday(words, at) is { } day)
            return new Reading(i, at + 1, TimeType.Set, new TimeForm.Repeated("XXXX-WXX-" + (day == DayOfWeek.Sunday ? 7 : (int)day)));
        if (words.IsAny(at, "morning", "afternoon", "evening", "night") && TimeWords.DayPart(words, at) is { } part)
            return new Reading(i, at + 1, TimeType.Set, new TimeForm.Repeated("XXXX-XX-XXT" + part));
        if (TimeWords.Season(words, at) is { } season)
            return new Reading(i, at + 1, TimeType.Set, new TimeForm.Repeated("XXXX-" + season));
        return null;
    }

    private static Reading? Vague(WordList words, int i)
    {
        if (words.IsAny(i, "previous", "earlier", "later", "future") && TimeWords.Unit(words, i + 1) is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Decade && LengthReader.IsPlural(words, i + 1))
            return new Reading(i, i + 2, TimeType.Date, new TimeForm.Reference(words.IsAny(i, "previous", "earlier") ? "PAST_REF" : "FUTURE_REF"));
        if (words.Is(i, "recent") && TimeWords.Unit(words, i + 1) is { } unit && LengthReader.IsPlural(words, i + 1))
            return new Reading(i, i + 2, TimeType.Duration, new TimeForm.Length(LengthReader.Value("X", unit)));
        if (LengthReader.LongWord(words, i) is { } lasting)
            return new Reading(i, i + 1, TimeType.Duration, new TimeForm.Length(LengthReader.Value("1", lasting)));
        if (words.IsAny(i, "this", "the") && words.IsAny(i + 1, "time", "moment", "point") && words.Is(i - 1, "at") && (words.Is(i, "this") || words.Is(i + 1, "moment")) && !words.IsAny(i + 2, "of", "when", "that"))
            return new Reading(i, i + 2, TimeType.Date, new TimeForm.Reference("PRESENT_REF"));
        if (words.Is(i, "these") && words.Is(i + 1, "days") && words.Continues(i + 1))
            return new Reading(i, i + 2, TimeType.Date, new TimeForm.Reference("PRESENT_REF"));
        if (words.IsAny(i, "years", "decades", "months", "weeks", "centuries", "hours", "days", "minutes", "seconds") && TimeWords.Unit(words, i) is { } plural)
            return BarePlural(words, i, plural);
        if (words.Is(i, "the"))
        {
            if (words.Is(i + 1, "future") || (words.Is(i + 1, "near") && words.Is(i + 2, "future")))
                return new Reading(i, words.Is(i + 1, "near") ? i + 3 : i + 2, TimeType.Date, new TimeForm.Reference("FUTURE_REF"));
            return words.Is(i + 1, "past") && !words.IsLetters(i + 2) && !words.IsDigits(i + 2) ? new Reading(i, i + 2, TimeType.Date, new TimeForm.Reference("PAST_REF")) : null;
        }

        if (TimeWords.Reference(words, i) is not { } value || (words.IsCapital(i) && i > 0 && !words[i].BreakBefore && words.IsCapital(i - 1)))
            return null;
        // "as soon as", "shortly after": not a time by themselves.
        if (words.IsAny(i - 1, "as", "how") || (words.IsAny(i, "soon", "shortly") && words.IsAny(i + 1, "as", "after", "before", "afterwards", "afterward", "to")))
            return null;
        int start = (words.IsAny(i, "soon", "recently") && words.IsAny(i - 1, "more", "very", "most")) || (words.Is(i, "now") && words.Is(i - 1, "right")) ? i - 1 : i;
        return new Reading(start, i + 1, TimeType.Date, new TimeForm.Reference(value));
    }

    /// <summary>"for years", "decades of war", "decades-long"; "the days of" and "years later" are other things.</summary>
    private static Reading? BarePlural(WordList words, int i, TimeUnit unit)
    {
        string value = LengthReader.Value("X", unit);
        if (words.IsHyphen(i + 1) && words.Joins(i + 1) && words.IsAny(i + 2, "long", "old"))
            return new Reading(i, i + 3, TimeType.Duration, new TimeForm.Length(value));
        if (words.IsAny(i + 1, "ago", "earlier", "later") && words.Continues(i + 1) && !words.Is(i + 2, "than"))
            return new Reading(i, i + 2, TimeType.Date, new TimeForm.Reference(words.Is(i + 1, "later") ? "FUTURE_REF" : "PAST_REF"));
        if (words.IsAny(i + 1, "after", "before") && words.IsLetters(i + 2) && !words.IsAny(i - 1, "the", "these", "those") && !words.IsDigits(i - 1))
            return new Reading(i, i + 1, TimeType.Duration, new TimeForm.Length(value));
        bool length = words.IsAny(i - 1, "for", "over", "after", "within", "in", "took", "take", "takes", "lasted", "spent", "of", "been") && !words.IsAny(i + 1, "of") && !words.IsAny(i + 1, "to");
        bool first = unit >= TimeUnit.Decade || words.IsAny(i + 1, "of");
        if (words.IsAny(i - 1, "the") && words.Is(i - 2, "over"))
            return new Reading(i - 2, i + 1, TimeType.Duration, new TimeForm.Length(value));
        return length || (first && !words.IsAny(i - 1, "the", "these", "those", "his", "her", "our", "my", "your", "its", "their")) ? new Reading(i, i + 1, TimeType.Duration, new TimeForm.Length(value)) : null;
    }
}
