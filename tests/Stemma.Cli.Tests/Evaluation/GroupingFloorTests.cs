using Stemma.Evaluation.Grouping;
using Stemma.Evaluation.Lineage;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>What grouping and lineage reach on the corpora beside the checkout, less a small margin; passes without them.</summary>
public sealed class GroupingFloorTests
{
    [Theory]
    [InlineData("allsides/stream.jsonl.gz", 0.89, 0.75, 0.10)]
    [InlineData("ecbplus/stories.jsonl.gz", 0.93, 0.90, 0.25)]
    public void Stories_of_a_corpus_are_found(string corpus, double bcubed, double pairwise, double stories)
    {
        if (Find(corpus) is not { } path)
            return;
        GroupingScore score = new GroupingEvaluation().Run(path, CancellationToken.None);
        Assert.True(score.F1 >= bcubed, $"BCubed F1 {score.F1:F3}");
        Assert.True(score.PairF1 >= pairwise, $"pairwise F1 {score.PairF1:F3}");
        Assert.InRange(score.Found, score.Gold * (1 - stories), score.Gold * (1 + stories));
    }

    [Fact]
    public void Families_made_of_a_corpus_are_traced()
    {
        if (Find("polnear/dev.jsonl.gz") is not { } path)
            return;
        LineageScore score = new LineageEvaluation { Families = 20, Threads = 2 }.Run(path, null, CancellationToken.None);
        Assert.True(score.F1 >= 0.92, $"edge F1 {score.F1:F3}");
        Assert.True(score.Direction >= 0.95, $"direction {score.Direction:F3}");
    }

    private static string? Find(string corpus) =>
        Checkout.Shared is { } shared && Path.Combine(shared, "corpora", corpus) is var path && File.Exists(path) ? path : null;
}
