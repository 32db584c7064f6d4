using System.Collections.Frozen;
using System.Globalization;
using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Times;

/// <summary>The lexicon of time words, by kind.</summary>
internal static class TimeWords
{
    private static readonly FrozenDictionary<string, int> Months = Numbers("month");
    private static readonly FrozenDictionary<string, int> Weekdays = Numbers("weekday");
    private static readonly FrozenDictionary<string, int> Days = Numbers("day");
    private static readonly FrozenDictionary<string, int> Ordinals = Numbers("ordinal");
    private static readonly FrozenDictionary<string, int> Decades = Numbers("decade");
    private static readonly FrozenDictionary<string, TimeUnit> Units = Values("unit", Enum.Parse<TimeUnit>);
    private static readonly FrozenDictionary<string, TimeShift> Shifts = Values("shift", Enum.Parse<TimeShift>);
    private static readonly FrozenDictionary<string, string> Seasons = Values("season", v => v);
    private static readonly FrozenDictionary<string, string> DayParts = Values("daypart", v => v);
    private static readonly FrozenDictionary<string, string> References = Values("ref", v => v);
    private static readonly FrozenDictionary<string, string> Sets = Values("set", v => v);
    private static readonly FrozenSet<string> Zones = Rows("zone").Select(r => r.Word).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word that can begin an expression.</summary>
    private static readonly FrozenSet<string> Openers = new[] { "month", "weekday", "day", "season", "daypart", "shift", "ref", "set", "ordinal" }
        .SelectMany(Rows)
        .Select(r => r.Word)
        .Concat(Rows("opener").Select(r => r.Word))
        .Concat(Rows("article").Select(r => r.Word))
        .Concat(NumeralWords.All)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly WordShapes OpenerShapes = new(Openers);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenersBySpan = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Frequent words that begin an expression only if the next word can stand in one.</summary>
    private static readonly FrozenSet<string> Articles = Rows("article").Select(r => r.Word).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Followers = Openers
        .Concat(Rows("unit").Select(r => r.Word))
        .Concat(Rows("follower").Select(r => r.Word))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an expression may begin here: one or two look-ups, to pass over most words of a text.</summary>
    public static bool CanOpen(WordList words, int i)
    {
        ReadOnlySpan<char> word = words.At(i);
        if (!OpenerShapes.MayHold(word) || !OpenersBySpan.Contains(word))
            return false;
        if (!Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return true;
        return !words.IsLetters(i + 1) || (words.Length(i + 1) <= 14 && Followers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.At(i + 1)));
    }

    public static int? Month(WordList words, int i) => words.IsLetters(i) ? Find(Months, words.At(i)) : null;

    public static DayOfWeek? Weekday(WordList words, int i) => words.IsLetters(i) && Find(Weekdays, words.At(i)) is { } day ? (DayOfWeek)day : null;

    public static int? DayOffset(WordList words, int i) => Find(Days, words.At(i));

    public static int? Ordinal(WordList words, int i) => Find(Ordinals, words.At(i));

    public static TimeUnit? Unit(WordList words, int i) => Find(Units, words.At(i));

    public static TimeUnit? Unit(ReadOnlySpan<char> word) => Find(Units, word);

    /// <summary>70 for "seventies".</summary>
    public static int? Decade(WordList words, int i) => Find(Decades, words.At(i));

    public static TimeShift? Shift(WordList words, int i) => Find(Shifts, words.At(i));

    public static string? Season(WordList words, int i) => Text(Seasons, words.At(i));

    public static string? DayPart(WordList words, int i) => Text(DayParts, words.At(i));

    public static string? Reference(WordList words, int i) => Text(References, words.At(i));

    public static string? Set(WordList words, int i) => Text(Sets, words.At(i));

    public static bool IsZone(WordList words, int i) =>
        words.IsLetters(i) && words.Length(i) <= 9 && Zones.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.At(i)) && (words.IsCapital(i) || words.Is(i, "local"));

    private static T? Find<T>(FrozenDictionary<string, T> table, ReadOnlySpan<char> word)
        where T : struct => word.Length is > 0 and <= 12 && table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out T value) ? value : null;

    private static string? Text(FrozenDictionary<string, string> table, ReadOnlySpan<char> word) =>
        word.Length is > 0 and <= 12 && table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? value) ? value : null;

    private static FrozenDictionary<string, int> Numbers(string kind) => Values(kind, v => int.Parse(v, CultureInfo.InvariantCulture));

    private static FrozenDictionary<string, T> Values<T>(string kind, Func<string, T> read) =>
        Rows(kind).ToFrozenDictionary(r => r.Word, r => read(r.Value), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Word, string Value)> Rows(string kind) =>
        Resources.Table("Times/TimeWords.en.tsv").Where(r => r[0] == kind).SelectMany(r => r[1].Split('|').Select(word => (word, r[2])));
}
