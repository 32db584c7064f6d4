using Stemma.Briefs.Rendering;

namespace Stemma.Tests.Briefs.Rendering;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("86000000", "86 million")]
    [InlineData("4600000000", "4.6 billion")]
    [InlineData("1234567", "1,234,567")]
    [InlineData("1120", "1,120")]
    [InlineData("48.7", "48.7")]
    [InlineData("11200000000-11600000000", "11.2 billion to 11.6 billion")]
    [InlineData("2031-03-05", "5 March 2031")]
    [InlineData("2031-01-31/2031-02-01", "31 January to 1 February 2031")]
    [InlineData("Korvel Pass", "Korvel Pass")]
    [InlineData("yes", "yes")]
    public void Values_are_printed_as_newsrooms_do(string value, string shown) => Assert.Equal(shown, Figures.Shown(value));

    [Fact]
    public void A_run_of_whole_months_is_named_by_its_months() =>
        Assert.Equal("March to May 2031", Dates.Stretch(new DateOnly(2031, 3, 1), new DateOnly(2031, 5, 31)));
}
