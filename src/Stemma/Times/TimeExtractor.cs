using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Quantities.Numerals;

namespace Stemma.Times;

/// <summary>Finds time expressions in one report: dates, clock times, lengths of time, sets and vague references.</summary>
/// <remarks>Follows ISO-TimeML for what is an expression and where it ends; prepositions stay outside. Linear in the text; safe to call from many threads at once.</remarks>
public sealed class TimeExtractor
{
    public StageId Id { get; } = new("times", 4);

    /// <returns>In text order, without overlaps.</returns>
    public ImmutableArray<TimeExpression> Extract(LinguisticText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Extract(WordList.Of(text));
    }

    /// <param name="words">Of one text; quantities are read from the same list, which takes half of this stage's time to make.</param>
    internal static ImmutableArray<TimeExpression> Extract(WordList words)
    {
        ImmutableArray<TimeExpression>.Builder found = ImmutableArray.CreateBuilder<TimeExpression>();
        int floor = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (Read(words, i) is not { } reading || reading.Start < floor || !IsOneRun(words, reading))
                continue;
            reading = WithModifier(words, reading, floor);
            found.Add(Express(words, reading));
            floor = reading.End;
            i = reading.End - 1;
        }

        return found.ToImmutable();
    }

    private static Reading? Read(WordList words, int i)
    {
        Reading? reading = words[i].Kind switch
        {
            WordKind.Digits => WithDay(words, ClockReader.TryRead(words, i)) ?? Number(words, i),
            WordKind.Letters => TimeWords.CanOpen(words, i) ? Worded(words, i) : null,
            _ => words.IsMark(i, '\'') || words.IsMark(i, '\u2019') ? YearReader.TryRead(words, i) : NumeralReader.CanStart(words, i) ? LengthReader.TryRead(words, i) : null,
        };
        return reading is null ? null : WithPartOfDay(words, reading);
    }

    private static Reading? Number(WordList words, int i)
    {
        Reading? date = CalendarReader.TryRead(words, i);
        Reading? length = LengthReader.TryRead(words, i);
        if (date is not null && length is not null)
            return length.End > date.End ? length : date;
        return date ?? length ?? PortionReader.TryRead(words, i, i);
    }

    private static Reading? Worded(WordList words, int i)
    {
        if (Modified(words, i) is { } modified)
            return modified;
        // "the early 1990s", "the mid-1980s": the article belongs to a decade.
        if (words.Is(i, "the") && words.IsAny(i + 1, "early", "mid", "late") && words.Continues(i + 1) && Modified(words, i + 1) is { Form: TimeForm.Era } part)
            return part with { Start = i };
        // "the three months to December", but "the two-day summit".
        if (words.Is(i, "the") && words.Continues(i + 1) && (words.IsDigits(i + 1) || NumeralReader.CanStart(words, i + 1)) && LengthReader.TryRead(words, i + 1) is { Type: TimeType.Duration } length && !words.IsHyphen(length.End - 2))
            return length with { Start = i };
        Reading? clock = WithDay(words, ClockReader.TryRead(words, i));
        return clock
            ?? CalendarReader.DayOfMonth(words, i)
            ?? CalendarReader.TryRead(words, i)
            ?? Era(words, i)
            ?? RelativeReader.TryRead(words, i)
            ?? LengthReader.TryRead(words, i)
            ?? SetReader.TryRead(words, i);
    }

    /// <summary>"the" before a year or decade is not part of a year, but of a decade.</summary>
    private static Reading? Era(WordList words, int i)
    {
        int at = words.Is(i, "the") ? i + 1 : i;
        bool decade = at > i && (words.IsDigits(at) || words.IsMark(at, '\'') || words.IsMark(at, '\u2019'));
        return decade && YearReader.TryRead(words, at) is { Form: TimeForm.Era } era ? era with { Start = i } : null;
    }

    /// <summary>"early Tuesday", "late July", "mid-2019", "earlier this week", "late on Sunday".</summary>
    private static Reading? Modified(WordList words, int i)
    {
        TimePart? part = words.IsAny(i, "early") ? TimePart.Start : words.Is(i, "late") ? TimePart.End : words.Is(i, "mid") ? TimePart.Middle : null;
        bool comparative = words.IsAny(i, "earlier", "later");
        if (part is null && !comparative)
            return null;
        int at = i + 1;
        if (words.IsHyphen(at) && words.Joins(at))
            at++;
        if (words.IsAny(at, "on", "in") && (part is not null || comparative))
            at++;
        if (!words.Continues(at))
            return null;
        // "later this year", but not "earlier on Monday said": the day itself.
        Reading? inner = CalendarReader.TryRead(words, at) ?? Era(words, at) ?? (words.IsLetters(at) ? RelativeReader.TryRead(words, at) : null);
        bool unit = words.Is(at, "the") && TimeWords.Unit(words, at + 1) is { } named && named >= TimeUnit.Day && !LengthReader.IsPlural(words, at + 1) && inner is null;
        if (unit)
            inner = new Reading(at, at + 2, TimeType.Date, new TimeForm.Offset(0, TimeWords.Unit(words, at + 1)!.Value, words.Is(at + 1, "day") ? comparative ? TimeAnchor.Beside : TimeAnchor.Narrative : TimeAnchor.Publication));
        if (inner is null || inner.Type is TimeType.Duration or TimeType.Set)
            return null;
        TimeTense? tense = comparative ? words.Is(i, "earlier") ? TimeTense.Past : inner.Tense : inner.Tense;
        return inner with { Start = i, Part = part ?? inner.Part, Tense = tense };
    }

    /// <summary>"02:47 this morning", "7 p.m. Tuesday", "noon on Sunday", "12:00 UTC today".</summary>
    private static Reading? WithDay(WordList words, Reading? clock)
    {
        if (clock is null)
            return null;
        int at = words.IsAny(clock.End, "on") ? clock.End + 1 : clock.End;
        if (!words.Continues(at) || (!words.IsLetters(at) && !words.IsDigits(at)))
            return clock;
        if (words.Is(at, "in") && words.Is(at + 1, "the") && TimeWords.DayPart(words, at + 2) is { } half)
            return clock with { End = at + 3, Clock = Half(words, clock, half) };
        Reading? day = CalendarReader.TryRead(words, at) ?? (words.IsLetters(at) ? RelativeReader.TryRead(words, at) : null);
        bool single = day is { Form: TimeForm.Weekday or TimeForm.Calendar { Day: not null } or TimeForm.Offset { Unit: TimeUnit.Day } };
        return single ? day! with { Start = clock.Start, Type = TimeType.Time, Clock = Half(words, clock, day!.DayPart) } : clock;
    }

    /// <summary>"6 o'clock this afternoon": the part of the day tells which six it is.</summary>
    private static string? Half(WordList words, Reading clock, string? part)
    {
        bool late = part is "AF" or "EV" or "NI" && words.Is(clock.End - 1, "clock");
        return late && clock.Clock is ['0', >= '1' and <= '9' and char hour, .. string minutes] ? $"{12 + hour - '0'}{minutes}" : clock.Clock;
    }

    /// <summary>"Sunday evening", "tomorrow night", "9 March in the morning".</summary>
    private static Reading WithPartOfDay(WordList words, Reading reading)
    {
        bool day = reading.DayPart is null && reading.Form is TimeForm.Weekday or TimeForm.Calendar { Day: not null } or TimeForm.Offset { Unit: TimeUnit.Day };
        if (!day || reading.DayPart is not null || !words.Continues(reading.End))
            return reading;
        int at = words.IsAny(reading.End, "early", "late") ? reading.End + 1 : reading.End;
        // "Friday at 6 p.m.": one time, as "6 p.m. on Friday" is.
        int hour = words.IsAny(reading.End, "at") ? reading.End + 1 : reading.End;
        if (reading.Type == TimeType.Date && words.Continues(hour) && (words.IsDigits(hour) || words.IsAny(hour, "noon", "midnight")) && ClockReader.TryRead(words, hour) is { } clock)
            return reading with { End = clock.End, Type = TimeType.Time, Clock = clock.Clock };
        return words.IsAny(at, "morning", "afternoon", "evening", "night", "lunchtime", "midday") && TimeWords.DayPart(words, at) is { } part
            ? reading with { End = at + 1, Type = TimeType.Time, DayPart = part }
            : reading;
    }

    /// <summary>"almost two years", "at least three days": ISO-TimeML counts what modifies a length to the expression.</summary>
    private static Reading WithModifier(WordList words, Reading reading, int floor)
    {
        // "about 9 a.m."
        if (reading is { Type: TimeType.Time, Clock: not null } && words.IsAny(reading.Start - 1, "about", "around", "approximately", "roughly", "nearly", "almost", "circa") && words.Continues(reading.Start) && reading.Start - 1 >= floor)
            return reading with { Start = reading.Start - 1 };
        bool counted = reading.Form is TimeForm.Length || (reading.Form is TimeForm.Offset && words.IsAny(reading.End - 1, "ago", "later", "earlier") && !words.Is(reading.Start, "the"));
        int at = reading.Start - 1;
        if (!counted || !words.Continues(reading.Start) || words.IsAny(reading.Start, "the", "last", "past", "next", "recent"))
            return reading;
        int start = words.IsAny(at, "almost", "nearly", "about", "roughly", "around", "approximately") ? at
            : words.Is(at, "than") && words.IsAny(at - 1, "more", "less", "fewer") ? at - 1
            : words.IsAny(at, "least", "most") && words.Is(at - 1, "at") ? at - 1
            : words.Is(at, "to") && words.Is(at - 1, "up") ? at - 1
            : reading.Start;
        return start < floor ? reading : reading with { Start = start };
    }

    private static bool IsOneRun(WordList words, Reading reading)
    {
        for (int i = reading.Start + 1; i < reading.End; i++)
        {
            if (!words.Continues(i))
                return false;
        }

        return reading.End <= words.Count;
    }

    private static TimeExpression Express(WordList words, Reading reading)
    {
        (TimeBound Bound, bool Open)? bound = reading is { Type: TimeType.Date or TimeType.Time, Form: not TimeForm.Range } ? BoundReader.Around(words, reading.Start, reading.End) : null;
        TimeTense tense = reading.Tense ?? (reading.Type is TimeType.Set or TimeType.Duration ? TimeTense.Unknown : Tense(words, reading, bound));
        TimeForm form = reading.Form;
        // "in three days" of something to come is a day, not a length.
        return new TimeExpression(words.Span(reading.Start, reading.End), reading.Type, bound?.Bound)
        {
            Form = form,
            Tense = tense,
            Part = reading.Part,
            DayPart = reading.DayPart,
            Clock = reading.Clock,
            OpenSide = bound?.Open ?? false,
        };
    }

    /// <summary>Whether a present perfect stands in the clause before a word.</summary>
    private static bool IsPerfect(WordList words, int start)
    {
        for (int i = start - 1; i >= Math.Max(0, start - 9) && !words[i + 1].BreakBefore && !words.IsMark(i, '.') && !words.IsMark(i, ','); i--)
        {
            if (words.IsAny(i, "has", "have"))
                return true;
        }

        return false;
    }

    private static TimeTense Tense(WordList words, Reading reading, (TimeBound Bound, bool Open)? bound)
    {
        if (words.Is(reading.Start - 1, "since"))
            return TimeTense.Past;
        // "gold for April delivery", whatever it did today.
        if (words.IsAny(reading.End, "delivery", "futures"))
            return TimeTense.Future;
        // "has given it until Monday": what was set lately runs on.
        if (bound is { Open: true, Bound: TimeBound.NotAfter } && IsPerfect(words, reading.Start))
            return TimeTense.Future;
        TimeTense verb = TenseFinder.Of(words, reading.Start, reading.End);
        // A deadline or an earliest day lies ahead unless the verb says that it is over.
        return bound is { Open: true } && verb is TimeTense.Unknown or TimeTense.Present or TimeTense.Open ? TimeTense.Future : verb;
    }
}
