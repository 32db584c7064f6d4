using Stemma.Annotations;
using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class EventLinkerTests
{
    private static readonly Annotator Annotator = new();
    private static readonly EventLinker Linker = new();

    [Fact]
    public void The_same_act_on_the_same_man_is_one_event_and_another_act_is_not()
    {
        Annotation[] reports =
        [
            Annotator.Annotate("Police arrested Jonas Holm in Oslo on Tuesday. He resigned a day later."),
            Annotator.Annotate("Jonas Holm was arrested by police in Oslo. He later resigned."),
        ];
        EventTrigger[] triggers = [At(0, "arrested"), At(0, "resigned"), At(1, "arrested"), At(1, "resigned")];
        Assert.Equal([0, 1, 0, 1], Linker.Link(reports, triggers));

        EventTrigger At(int report, string word) => new(report, reports[report].Language.Tokens.ToList().FindIndex(t => t.Span.In(reports[report].Language.Text).SequenceEqual(word)));
    }

    [Fact]
    public void Nothing_to_link_is_no_event() => Assert.Empty(Linker.Link([], []));

    [Fact]
    public void Groups_are_joined_by_their_mean()
    {
        // 0 and 1 are like; 2 is like 1 and not like 0: on the average it is not like enough.
        double[,] likeness = { { 0, 0.9, 0.1 }, { 0.9, 0, 0.8 }, { 0.1, 0.8, 0 } };
        Assert.Equal([0, 0, 2], AverageLink.Group((double[,])likeness.Clone(), 0.5));
        Assert.Equal([0, 0, 0], AverageLink.Group((double[,])likeness.Clone(), 0.45));
        Assert.Equal([0, 1, 2], AverageLink.Group(likeness, 0.95));
    }
}
