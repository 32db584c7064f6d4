using Stemma.Briefs;
using Stemma.Evaluation.Briefs;
using Stemma.Text;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>The checks behind <c>stemma eval briefs</c>, on points made by hand.</summary>
public sealed class PointChecksTests
{
    [Theory]
    [InlineData("The barge sank at noon.", null)]
    [InlineData("\"The barge sank,\" she said.", null)]
    [InlineData("The barge sank at noon", "no end mark")]
    [InlineData("The barge sank because the.", "ends in the")]
    [InlineData("The \"barge sank at noon.", "a quotation is left open")]
    [InlineData("The barge (35 m sank at noon.", "a bracket is left open")]
    [InlineData("which sank at noon.", "begins with which")]
    [InlineData("sank at noon in the harbour.", "begins small")]
    public void What_is_broken_off_is_told(string text, string? expected) => Assert.Equal(expected, PointChecks.Broken(text));

    [Fact]
    public void A_changed_number_does_not_stand_in_the_evidence()
    {
        const string Body = "He said 12 barges sank in Varrow.";
        Point point = new("[Tove Lind] said 13 barges sank in Varrow.", [], null, [ReportSpan.Of("r", Body, new TextSpan(0, Body.Length))]);
        Assert.Equal("13", Assert.Single(PointChecks.Missing(point, [])));
    }

    [Theory]
    [InlineData("Two barges sank in Varrow harbour.", "On Monday two barges sank in Varrow harbour, police said.", true)]
    [InlineData("Two barges sank in Varrow harbour.", "Three cranes fell in Varrow harbour on Monday.", false)]
    public void What_holds_all_of_another_says_the_same(string a, string b, bool expected) => Assert.Equal(expected, PointChecks.SayTheSame(a, b));
}
