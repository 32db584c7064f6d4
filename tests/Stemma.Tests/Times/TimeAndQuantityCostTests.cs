using System.Diagnostics;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Tests.Times;

/// <summary>Twice the text takes twice the time, whatever it repeats.</summary>
public sealed class TimeAndQuantityCostTests
{
    /// <summary>A work that grew with the square would take four times as long; the rest is for a busy machine.</summary>
    private const double MostForTwice = 3.2;

    private const int Characters = 150_000;

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
    public void Twice_the_text_takes_about_twice_the_time(string phrase)
    {
        (double once, double twice) = (double.MaxValue, double.MaxValue);
        // The best of a few turns: what disturbs a turn only makes it longer.
        for (int turn = 0; turn < 6 && (turn < 3 || twice > MostForTwice * once); turn++)
        {
            once = Math.Min(once, Milliseconds(phrase, Characters));
            twice = Math.Min(twice, Milliseconds(phrase, 2 * Characters));
        }

        // Below a few milliseconds the clock tells nothing, and nothing is wrong.
        Assert.True(twice <= Math.Max(20, MostForTwice * once), $"{phrase}: {once:F1} ms, then {twice:F1} ms for twice the text");
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
