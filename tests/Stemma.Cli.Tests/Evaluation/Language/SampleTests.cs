using Stemma.Evaluation.Language;

namespace Stemma.Cli.Tests.Evaluation.Language;

public sealed class SampleTests
{
    [Fact]
    public void What_never_varies_has_no_width() => Assert.Equal((100, 100), Accuracy(Sentences(40, 1, _ => true)));

    [Fact]
    public void The_interval_of_a_share_is_as_wide_as_the_normal_law_has_it()
    {
        // 400 sentences of one word, 3 of 4 right: 75 plus or minus 1.96 * sqrt(0.75 * 0.25 / 400) = 4.24
        (double low, double high) = Accuracy(Sentences(400, 1, i => i % 4 != 0));
        Assert.InRange(low, 69.7, 71.8);
        Assert.InRange(high, 78.2, 80.3);
    }

    [Fact]
    public void Documents_are_drawn_where_there_are_enough_and_make_the_interval_wider_where_they_differ()
    {
        // Ten documents, in half of which all is wrong.
        ScoredSentence[] sentences = Sentences(400, 10, i => i % 10 < 5);
        Assert.True(new Sample(sentences).ByDocument);
        Assert.False(new Sample(Sentences(400, 4, _ => true)).ByDocument);
        (double low, double high) = Accuracy(sentences);
        (double narrowLow, double narrowHigh) = Accuracy(Sentences(400, 1, i => i % 10 < 5));
        Assert.True(high - low > 3 * (narrowHigh - narrowLow));
    }

    [Fact]
    public void The_same_sentences_give_the_same_interval() =>
        Assert.Equal(Accuracy(Sentences(50, 1, i => i % 3 == 0)), Accuracy(Sentences(50, 1, i => i % 3 == 0)));

    private static (double Low, double High) Accuracy(ScoredSentence[] sentences) => new Sample(sentences).Interval(t => t[Measure.Upos].F1);

    private static ScoredSentence[] Sentences(int count, int documents, Func<int, bool> right)
    {
        ScoredSentence[] sentences = [.. Enumerable.Range(0, count).Select(i => new ScoredSentence(i % documents, "", 1))];
        for (int i = 0; i < count; i++)
            sentences[i].Tally.Add(Measure.Upos, right(i));
        return sentences;
    }
}
