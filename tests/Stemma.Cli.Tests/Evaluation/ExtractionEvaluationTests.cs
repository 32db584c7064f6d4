using Stemma.Evaluation.Extraction;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class ExtractionEvaluationTests
{
    private const string Corpus = "article-extraction/ground-truth.json";

    [Theory]
    [InlineData("a b c d e", "a b c d e", 2, 2, 2, true)]
    [InlineData("a b c d e", "x a b c d", 1, 2, 2, false)]
    [InlineData("a b", "a b", 1, 1, 1, true)]
    [InlineData("a b", "", 0, 1, 0, false)]
    [InlineData("It’s 5½_x, née!", "It s 5½_x née", 1, 1, 1, true)]
    [InlineData("a a a a a", "a a a a", 1, 2, 1, false)]
    public void Rows_of_four_words_are_counted_as_often_as_they_stand(string truth, string found, int common, int wanted, int got, bool exact) =>
        Assert.Equal(new ShingleScore(common, wanted, got, exact), ShingleScore.Of(truth, found));

    [Fact]
    public void Precision_leaves_out_pages_on_which_nothing_was_found()
    {
        ExtractionFigures figures = ExtractionFigures.Of(
            new Dictionary<string, string?> { ["a"] = "one two three four", ["b"] = "five six seven eight" }, new Dictionary<string, string?> { ["a"] = "one two three four" });
        Assert.Equal((2, 1, 1.0, 0.5, 0.5), (figures.Pages, figures.Read, figures.Precision, figures.Recall, figures.Exact));
        Assert.Equal("b", figures.Misses[0].Page);
    }

    [Fact]
    public void Headlines_and_days_are_scored_apart()
    {
        PageFactsScore score = new();
        score.AddTitle("a", "Bridge closed", "BRIDGE CLOSED");
        score.AddTitle("b", "Bridge closed", null);
        score.AddDate("a", ["2031-03-09", "2031-03-10"], new DateOnly(2031, 3, 10));
        score.AddDate("b", ["2031-03-09"], null);
        Assert.Equal((2, 1, 2, 1, 2), (score.Titles, score.TitlesRight, score.Dates, score.DatesRight, score.Misses.Count));
    }

    [ReferenceFact("extraction_score.py", Corpus)]
    public async Task Both_scorers_print_the_same_figures()
    {
        string folder = Path.GetDirectoryName(ReferenceFactAttribute.CorpusPath(Corpus))!;
        using TemporaryCases cases = new();
        Call read = await Call.StemmaAsync("read", "--format", "jsonl", Path.Combine(folder, "html"));
        string theirs = ReferenceFactAttribute.Run("extraction_score.py", cases.Write("ours.jsonl", read.Output), folder);
        using StringWriter ours = new();
        new ExtractionEvaluation().Run(folder, null, default).WriteTo(ours, 0);
        Assert.Equal(theirs.ReplaceLineEndings(), ours.ToString().ReplaceLineEndings());
    }

    [CorpusFact(Corpus)]
    public void Pages_are_read_as_well_as_is_stated()
    {
        string folder = Path.GetDirectoryName(ReferenceFactAttribute.CorpusPath(Corpus))!;
        ExtractionResult result = new ExtractionEvaluation().Run(folder, Path.Combine(Checkout.Root, "eval", "pages", "gold.json"), default);
        Assert.InRange(result.Bodies.F1, 0.985, 1);
        Assert.InRange(result.Bodies.Exact, 0.6, 1);
        Assert.InRange((double)result.Facts!.TitlesRight / result.Facts.Titles, 0.95, 1);
        Assert.InRange((double)result.Facts.DatesRight / result.Facts.Dates, 0.95, 1);
    }
}
