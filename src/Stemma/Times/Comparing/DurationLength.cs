using System.Globalization;

namespace Stemma.Times;

/// <summary>How long an ISO 8601 duration lasts: months and days are kept apart, because no number of days makes a month.</summary>
internal readonly record struct DurationLength(double Months, double Days)
{
    /// <summary>Weeks, days, hours to days; years to months. Null for what is no such duration.</summary>
    public static DurationLength? Of(string value)
    {
        if (value.Length < 3 || value[0] != 'P')
            return null;
        (double months, double days) = (0, 0);
        bool clock = false;
        for (int i = 1; i < value.Length;)
        {
            if (value[i] == 'T' && !clock)
            {
                (clock, i) = (true, i + 1);
                continue;
            }

            int start = i;
            while (i < value.Length && (char.IsAsciiDigit(value[i]) || value[i] == '.'))
                i++;
            if (i == value.Length || !double.TryParse(value.AsSpan(start, i - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count))
                return null;
            switch (value[i++], clock)
            {
                case ('Y', false): months += 12 * count; break;
                case ('M', false): months += count; break;
                case ('W', false): days += 7 * count; break;
                case ('D', false): days += count; break;
                case ('H', true): days += count / 24; break;
                case ('M', true): days += count / 1440; break;
                case ('S', true): days += count / 86400; break;
                default: return null;
            }
        }

        return new DurationLength(months, days);
    }

    public bool IsAbout(DurationLength other) => Math.Abs(Months - other.Months) < 1e-9 && Math.Abs(Days - other.Days) < 1e-9;
}
