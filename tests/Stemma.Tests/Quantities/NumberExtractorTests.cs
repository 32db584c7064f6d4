using Stemma.Quantities.Numerals;
using Stemma.Tests.Times;

namespace Stemma.Tests.Quantities;

public sealed class NumberExtractorTests
{
    [Theory]
    [InlineData("4 thousand 3 hundred and 21", "4 thousand 3 hundred and 21", 4321)]
    [InlineData("It cost 2 million and two cars came.", "2 million", 2e6)]
    [InlineData("two thousand and twelve", "two thousand and twelve", 2012)]
    [InlineData("a population of 1 414 021 100", "1 414 021 100", 1_414_021_100)]
    [InlineData("the 40 000 who marched", "40 000", 40_000)]
    [InlineData("paid 12,34,567 rupees", "12,34,567", 1_234_567)]
    [InlineData("three million and a half", "three million and a half", 3.5e6)]
    [InlineData("two and a half million", "two and a half million", 2.5e6)]
    [InlineData("five billion and three quarters", "five billion and three quarters", 5.75e9)]
    [InlineData("one hundred and three quarters", "one hundred and three quarters", 100.75)]
    [InlineData("a quarter million", "a quarter million", 250_000)]
    [InlineData("three dozens", "three dozens", 36)]
    [InlineData("nine point nought four", "nine point nought four", 9.04)]
    [InlineData("some 10k runners", "10k", 10_000)]
    [InlineData("worth 5M", "5M", 5e6)]
    [InlineData("minus five", "minus five", -5)]
    public void Numbers_are_read_in_words_digits_and_both(string text, string words, double value)
    {
        NumberMention number = Assert.IsType<NumberMention>(NumberExtractor.Extract(HostileText.Plain(text)).FirstOrDefault());
        Assert.Equal((words, value), (number.Span.In(text).ToString(), number.Low));
    }

    [Theory]
    [InlineData("the 180ml flask")]
    [InlineData("the May 4th parade")]
    [InlineData("the one who left")]
    public void Measures_ranks_and_pronouns_are_no_numbers(string text) => Assert.Empty(NumberExtractor.Extract(HostileText.Plain(text)));
}
