using System.Collections.Frozen;
using System.Globalization;
using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Times;

/// <summary>Holidays whose day follows from a rule.</summary>
internal static class Holidays
{
    private readonly record struct Rule(string Kind, int A, int B, int C);

    private static readonly FrozenDictionary<string, Rule> Rules = Resources.Table("Times/Holidays.en.tsv")
        .SelectMany(row => row[0].Split('|').Select(name => (name, Rule: Parse(row[1]))))
        .ToFrozenDictionary(r => r.name, r => r.Rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest holiday name at a word.</summary>
    public static Reading? At(WordList words, int i, TimeShift shift)
    {
        if (!words.IsCapital(i))
            return null;
        for (int length = 6; length > 0; length--)
        {
            int last = i + length - 1;
            if (last >= words.Count || words[last].End - words[i].Start > 28)
                continue;
            ReadOnlySpan<char> name = words.Text.AsSpan(words[i].Start, words[last].End - words[i].Start);
            if (!Rules.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name))
                continue;
            int? year = YearReader.YearAt(words, last + 1) is > 0 and int said ? said : null;
            return new Reading(i, year is null ? last + 1 : last + 2, TimeType.Date, new TimeForm.Holiday(name.ToString(), year, shift));
        }

        return null;
    }

    /// <summary>The holiday's day in a year from 1 to 9998.</summary>
    public static DateOnly In(string name, int year)
    {
        Rule rule = Rules[name];
        return rule.Kind switch
        {
            "md" => new DateOnly(year, rule.A, rule.B),
            "easter" => CalendarMath.Easter(year).AddDays(rule.A),
            _ => CalendarMath.NthWeekday(year, rule.C, rule.A, (DayOfWeek)(rule.B % 7), afterThursday: rule.B == 5),
        };
    }

    private static Rule Parse(string text)
    {
        string[] parts = text.Split(' ');
        int Number(int i) => i < parts.Length ? int.Parse(parts[i], CultureInfo.InvariantCulture) : 0;
        return new Rule(parts[0], Number(1), Number(2), Number(3));
    }
}
