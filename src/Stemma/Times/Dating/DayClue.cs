using System.Collections.Immutable;

namespace Stemma.Times;

/// <summary>One thing in a report that speaks for or against a publication day.</summary>
/// <remarks>
/// Costs are like negative log likelihoods: 0 where the day fits, and added up. The sizes are set by judgement on what newsrooms do (a weekday word
/// is mostly the same or the next day's; a day of another tense is a mistake of ours in one case of ten), not fitted.
/// </remarks>
internal abstract record DayClue
{
    public abstract double Cost(DateOnly day);

    /// <summary>An absolute time that the text puts behind or ahead of it.</summary>
    public sealed record Absolute(DateOnly From, DateOnly To, TimeTense Tense) : DayClue
    {
        public override double Cost(DateOnly day) => Tense switch
        {
            TimeTense.Past => From > day ? 5 : 0,
            TimeTense.Future => To < day ? 2.5 : 0,
            _ => 0,
        };
    }

    /// <summary>The latest year that the text speaks of as past: news dwells on its own year and the one before.</summary>
    public sealed record LatestYear(int Year) : DayClue
    {
        public override double Cost(DateOnly day) => Math.Min(4, 0.5 * Math.Max(0, day.Year - Year));
    }

    /// <summary>"four years ago" beside a year: the text does the sum for us.</summary>
    public sealed record YearsAfter(int Year) : DayClue
    {
        public override double Cost(DateOnly day) => Math.Min(4, 2.5 * Math.Abs(day.Year - Year));
    }

    /// <summary>"since February 2022 ... the past 17 months".</summary>
    /// <param name="Month">As <see cref="CalendarMath.MonthIndex"/> counts.</param>
    public sealed record MonthsAfter(int Month) : DayClue
    {
        public override double Cost(DateOnly day) => Math.Min(3, 0.4 * Math.Max(0, Math.Abs(CalendarMath.MonthIndex(day.Year, day.Month) - Month) - 1));
    }

    /// <summary>A copyright line. Pages are printed later than they are published, so it may be a later year, never an earlier one.</summary>
    public sealed record Copyright(int Year) : DayClue
    {
        public override double Cost(DateOnly day) => day.Year > Year ? 5 : Math.Min(3, 0.6 * (Year - day.Year));
    }

    /// <summary>"reported Monday", "will meet on Wednesday".</summary>
    public sealed record Weekday(DayOfWeek Day, TimeTense Tense) : DayClue
    {
        private const double PerDay = 0.3;

        public override double Cost(DateOnly day)
        {
            int back = ((int)day.DayOfWeek - (int)Day + 7) % 7;
            int ahead = (7 - back) % 7;
            return Tense switch
            {
                TimeTense.Past => PerDay * back,
                // What is to come on the very day is mostly said to be "later today" or told as "on Monday" all the same.
                TimeTense.Future => Ahead(ahead),
                // "says on Monday" tells of the day itself, "leaves on Monday" of one to come.
                TimeTense.Present => Math.Min(PerDay * back, Ahead(ahead)),
                _ => PerDay * 0.5 * Math.Min(back, ahead),
            };

            static double Ahead(int days) => days == 0 ? PerDay * 1.5 : PerDay * (days - 1) * 0.7;
        }
    }

    /// <summary>"the day after tomorrow, meaning Wednesday": a relative day that the text itself names.</summary>
    public sealed record Equated(int Offset, DayOfWeek Day) : DayClue
    {
        public override double Cost(DateOnly day) => ((int)day.DayOfWeek + Offset % 7 + 7) % 7 == (int)Day ? 0 : 4;
    }

    /// <summary>A month and day without a year, or a range of them: near it, on the side that the tense says.</summary>
    public sealed record MonthDay(int Month, int Day, int LastMonth, int LastDay, TimeTense Tense, DayOfWeek? Named) : DayClue
    {
        public override double Cost(DateOnly day)
        {
            double best = 3;
            for (int year = day.Year - 1; year <= day.Year + 1; year++)
            {
                if (Day > DateTime.DaysInMonth(year, Month) || LastDay > DateTime.DaysInMonth(year, LastMonth))
                    continue;
                DateOnly first = new(year, Month, Day), last = new(LastMonth < Month ? year + 1 : year, LastMonth, LastDay);
                int distance = day < first ? first.DayNumber - day.DayNumber : day > last ? day.DayNumber - last.DayNumber : 0;
                bool wrong = (Tense == TimeTense.Past && day < first) || (Tense == TimeTense.Future && day > last);
                double cost = Math.Min(2, 0.06 * Math.Min(distance, 20) + 0.005 * distance) + (wrong ? 1 : 0) + (Named is { } named && first.DayOfWeek != named ? 4 : 0);
                best = Math.Min(best, cost);
            }

            return best;
        }
    }

    /// <summary>A month without a year.</summary>
    public sealed record MonthOnly(int Month, TimeTense Tense) : DayClue
    {
        public override double Cost(DateOnly day)
        {
            int back = (day.Month - Month + 12) % 12;
            int ahead = (12 - back) % 12;
            int months = Tense == TimeTense.Future ? ahead : Tense == TimeTense.Past ? back : Math.Min(back, ahead);
            return Math.Min(1.5, 0.1 * months);
        }
    }

    /// <summary>A dateline's own day, without its year: filed on it, published on it or the day after.</summary>
    public sealed record Filed(int Month, int Day, DayOfWeek? Named) : DayClue
    {
        public override double Cost(DateOnly day)
        {
            double best = 8;
            for (int late = 0; late <= 1; late++)
            {
                DateOnly filed = day.AddDays(-late);
                if (filed.Month == Month && filed.Day == Day)
                    best = Math.Min(best, late * 0.8 + (Named is { } named && named != filed.DayOfWeek ? 4 : 0));
            }

            return best;
        }
    }

    /// <summary>"the Herald reported last night", and the Herald's report is at hand with its day.</summary>
    /// <param name="First">The day that follows from the earliest report of that outlet; its later ones are less likely meant.</param>
    /// <param name="Others">The days that follow from its later ones.</param>
    public sealed record Cited(DateOnly First, ImmutableArray<DateOnly> Others) : DayClue
    {
        public override double Cost(DateOnly day) => day == First ? 0 : Others.Contains(day) ? 0.7 : 1.5;
    }

    /// <summary>The figures of peers of these days, as shares of the report's own: it came out on the day of those that it repeats, or the day after.</summary>
    public sealed record Echo(ImmutableArray<(DateOnly Day, double Share)> Peers) : DayClue
    {
        /// <summary>A day on which none of the figures were told costs this much.</summary>
        private const double Weight = 1.2;

        private const double NextDay = 0.8;

        public override double Cost(DateOnly day)
        {
            double most = 0, here = 0;
            foreach ((DateOnly told, double share) in Peers)
            {
                most = Math.Max(most, share);
                here = Math.Max(here, told == day ? share : told.DayNumber + 1 == day.DayNumber ? NextDay * share : 0);
            }

            return Weight * (most - here);
        }
    }
}
