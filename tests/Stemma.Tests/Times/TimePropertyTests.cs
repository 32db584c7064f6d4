using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Times;

namespace Stemma.Tests.Times;

/// <summary>What holds of the times of any text whatever.</summary>
public sealed class TimePropertyTests
{
    [Fact]
    public void Any_soup_of_time_words_has_spans_that_print_themselves_and_intervals_in_order() => Holds(HostileText.Soup);

    [Fact]
    public void Any_noise_has_spans_that_print_themselves_and_intervals_in_order() => Holds(HostileText.Noise);

    [Fact]
    public void Comparison_is_total_and_the_order_does_not_matter()
    {
        Gen<ResolvedTime> time = Gen.Zip(HostileText.Soup.Generator, HostileText.Day)
            .Select(p => new TimeResolver().Resolve(new TimeExtractor().Extract(HostileText.Plain(p.Item1)), p.Item2))
            .Where(t => !t.IsEmpty)
            .SelectMany(t => Gen.Elements<ResolvedTime>(t));
        Prop.ForAll(Gen.Zip(time, time).ToArbitrary(), pair =>
        {
            TimeVerdict verdict = TimeComparison.Compare(pair.Item1, pair.Item2);
            Assert.Equal(verdict, TimeComparison.Compare(pair.Item2, pair.Item1));
            Assert.NotEmpty(verdict.Why);
            Assert.NotEqual(TimeRelation.Conflict, TimeComparison.Compare(pair.Item1, pair.Item1).Relation);
        }).Check(HostileText.Trials);
    }

    private static void Holds(Arbitrary<string> texts) =>
        Prop.ForAll(Gen.Zip(texts.Generator, HostileText.Day).ToArbitrary(), pair =>
        {
            (string text, DateOnly? published) = pair;
            ImmutableArray<TimeExpression> found = new TimeExtractor().Extract(HostileText.Plain(text));
            ImmutableArray<ResolvedTime> settled = new TimeResolver().Resolve(found, published);
            Assert.Equal(found.Length, settled.Length);
            int last = 0;
            foreach (ResolvedTime time in settled)
            {
                Assert.InRange(time.Span.Start, last, text.Length);
                Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
                string words = time.Span.In(text).ToString();
                Assert.Equal(words.Trim(), words);
                Assert.False(words.Contains("\n\n", StringComparison.Ordinal), "an expression ends with its paragraph");
                Assert.True(time.From is null || time.To is null || time.From <= time.To, $"{words}: {time.From} to {time.To}");
                Assert.NotEmpty(time.Value);
                last = time.Span.End;
            }
        }).Check(HostileText.Trials);
}
