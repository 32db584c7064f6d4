using System.Diagnostics;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Tests.Times;

/// <summary>The time grows with the text and not faster, whatever it repeats.</summary>
[Collection(nameof(Undisturbed))]
public sealed class TimeAndQuantityCostTests
{
    private const int Characters = 60_000;

    /// <summary>How much longer the longer text is: a work that grew with the square would take sixteen times as long.</summary>
    private const int Times = 4;

    /// <summary>Half way between straight and square: the rest is for collections of garbage and a busy machine.</summary>
    private const double MostForAll = 9;

    /// <summary>So many milliseconds are a pause of the process: the square of 100,000 words would take seconds.</summary>
    private const double Nothing = 200;

    [Theory]
    [InlineData("the end of ")]
    [InlineData("1 May - ")]
    [InlineData("a million and a half ")]
    [InlineData("one hundred and ")]
    [InlineData("12,34,")]
    [InlineData("123,456,")]
    [InlineData("1 000 ")]
    [InlineData("the year the ")]
    [InlineData("as of Monday 12 ")]
    [InlineData("half ")]
    [InlineData("not before ")]
    [InlineData("5 (kg ")]
    [InlineData("$ ")]
    [InlineData("two hours, ")]
    [InlineData("of of ")]
    [InlineData("é")]
    [InlineData("x")]
    [InlineData("7")]
    public void Four_times_the_text_takes_about_four_times_the_time(string phrase)
    {
        (double once, double all) = (double.MaxValue, double.MaxValue);
        // The best of a few turns: what disturbs a turn only makes it longer.
        for (int turn = 0; turn < 8 && (turn < 2 || all > MostForAll * once); turn++)
        {
            once = Math.Min(once, Milliseconds(phrase, Characters));
            all = Math.Min(all, Milliseconds(phrase, Times * Characters));
        }

        Assert.True(all <= Math.Max(Nothing, MostForAll * once), $"{phrase}: {once:F1} ms, then {all:F1} ms for {Times} times the text");
    }

    private static double Milliseconds(string phrase, int characters)
    {
        LinguisticText text = HostileText.Plain(string.Concat(Enumerable.Repeat(phrase, characters / phrase.Length)));
        long start = Stopwatch.GetTimestamp();
        var times = new TimeExtractor().Extract(text);
        new TimeResolver().Resolve(times, new DateOnly(2026, 10, 14));
        new QuantityExtractor().Extract(text, times);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
