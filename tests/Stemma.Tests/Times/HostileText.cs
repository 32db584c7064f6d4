using FsCheck;
using FsCheck.Fluent;
using Stemma.Language;

namespace Stemma.Tests.Times;

/// <summary>Texts made by chance for the property tests of times and quantities: noise, and soups of the words that the readers know.</summary>
internal static class HostileText
{
    private static readonly string[] Scraps =
    [
        "Monday", "9", "March", "2026", "-", "–", "to", "the", "last", "next", "of", "quarter", "31", "February", "ago", "two", "years", "'", "s", "70", ":", "30", "p.m.", "\n\n", ",", ".", "early",
        "end", "day", "after", "tomorrow", "9999", "0001", "century", "21st", "every", "since", "by", "Easter", "past", "million", "½", "a", "few", "9998", "decades", "later", "00", "7/8/07", "😀", "fiscal",
        "year", "morning", "rest", "first", "in", "not", "before", "as", "at", "least", "12", "1,000", "3.4", "half", "dozen", "tens", "millions", "people", "$", "€", "from", "and", "or", "more", "(", ")",
        "miles", "km", "percent", "point", "dead", "were", "1/2", "No.", "toll", "between", "thirds", "hundred", "That's", "how", "many", "minus", "9999999999999999999999", "b", "%", "°", "C", "per", "/",
        "12,34,56", "1 000", "USD", "MEUR", "hour", "weeklong", "old", "another", "so", "far", "9/11", "e", "[", "kg", "]",
    ];

    public static Arbitrary<string> Soup { get; } = Gen.Zip(Gen.Elements("", " "), Gen.ListOf(Gen.Elements(Scraps))).Select(p => string.Join(p.Item1, p.Item2)).ToArbitrary();

    /// <summary>Any UTF-16, lone surrogates included.</summary>
    public static Arbitrary<string> Noise { get; } = Gen.ListOf(Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0x20, 0x7E))).Select(units => string.Concat(units.Select(u => (char)u))).ToArbitrary();

    /// <summary>A day that may be unknown or at the ends of the calendar.</summary>
    public static Gen<DateOnly?> Day { get; } = Gen.OneOf(
        Gen.Constant<DateOnly?>(null),
        Gen.Elements<DateOnly?>(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29)),
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(n => (DateOnly?)DateOnly.FromDayNumber(n)));

    /// <summary>Without tagger, which has tests of its own.</summary>
    public static LinguisticText Plain(string text) => new() { Text = text, Tokens = [], Sentences = [], Paragraphs = [], Entities = [] };

    /// <summary>300 trials from a fixed seed, so that a failure comes again.</summary>
    public static Config Trials { get; } = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261126, 1);
}
