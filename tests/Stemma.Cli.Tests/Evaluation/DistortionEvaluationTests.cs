using Stemma.Annotations;
using Stemma.Evaluation.Distortions;
using Stemma.Evaluation.Lineage;
using Stemma.Text;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class DistortionEvaluationTests
{
    private static readonly Annotator Annotator = new();

    [Theory]
    [InlineData(DistortionKind.Polarity, "The ministry signed the contract in March.", "The ministry did not sign the contract in March.")]
    [InlineData(DistortionKind.Polarity, "The bridge was closed on Monday.", "The bridge was not closed on Monday.")]
    [InlineData(DistortionKind.Polarity, "The bridge was not closed on Monday.", "The bridge was closed on Monday.")]
    [InlineData(DistortionKind.Status, "The bridge was closed on Monday.", "The bridge will be closed on Monday.")]
    [InlineData(DistortionKind.Status, "The ministry signed the contract.", "The ministry will sign the contract.")]
    [InlineData(DistortionKind.Status, "The bridge will be closed on Monday.", "The bridge was closed on Monday.")]
    public void A_verb_is_turned_round(DistortionKind kind, string statement, string altered) => Assert.Equal(altered, Alter(kind, statement));

    [Theory]
    [InlineData(DistortionKind.Number, "Twelve people died in the fire.")]
    [InlineData(DistortionKind.Number, "The fire destroyed 1,200 homes.")]
    [InlineData(DistortionKind.Date, "The bridge was closed on Monday.")]
    [InlineData(DistortionKind.Name, "Police arrested Maria Holm at the airport.")]
    [InlineData(DistortionKind.Place, "The ferry sank off Norway at night.")]
    public void One_detail_is_exchanged_and_the_rest_stays(DistortionKind kind, string statement)
    {
        string altered = Alter(kind, statement)!;
        Assert.NotEqual(statement, altered);
        Assert.InRange(altered.Split(' ').Except(statement.Split(' ')).Count(), 1, 2);
    }

    [Theory]
    [InlineData(DistortionKind.Polarity, "The minister took no part in it.")]
    [InlineData(DistortionKind.Polarity, "We cannot concede the election.")]
    [InlineData(DistortionKind.Number, "The fire destroyed homes.")]
    public void What_would_be_no_plain_alteration_is_left_alone(DistortionKind kind, string statement) => Assert.Null(Alter(kind, statement));

    [Fact]
    public async Task Altered_statements_of_the_samples_support_nothing_and_unaltered_ones_do()
    {
        string[] call = ["eval", "distortions", Path.Combine(Checkout.Root, "eval", "gold"), Path.Combine(Checkout.Root, "eval", "cases"), "--statements", "48"];
        Call one = await Call.StemmaAsync(call), again = await Call.StemmaAsync([.. call, "--threads", "1"]);
        Assert.Equal(0, one.Status);
        Assert.Equal(one.Output, again.Output);
        string[] all = one.Output.Split('\n').Single(l => l.StartsWith("all", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("48", all[1]);
        Assert.InRange(int.Parse(all[2], System.Globalization.CultureInfo.InvariantCulture), 0, 1);
        Assert.InRange(int.Parse(all[4], System.Globalization.CultureInfo.InvariantCulture), 46, 48);
    }

    private static string? Alter(DistortionKind kind, string statement)
    {
        Annotation annotation = Annotator.Annotate(statement);
        return new Distorter([], []).Alter(kind, annotation, new TextSpan(0, statement.Length), new Chance(1))?.Apply(statement);
    }
}
