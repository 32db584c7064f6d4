using Stemma.Evaluation.Language;
using Stemma.Intake.Conllu;

namespace Stemma.Cli.Tests.Evaluation.Language;

public sealed class RawTextTests
{
    [Fact]
    public void Raw_text_comes_from_its_comment_and_paragraphs_are_parted()
    {
        RawGold gold = RawGold.Of([Sentence("# text = I  don't.", "1 I", "2-3 don't", "2 do", "3 n't", "4 ."), Sentence("# newpar", "1 Go")]);
        Assert.Equal("I  don't. \n\nGo ", gold.Text);
        Assert.Equal([(0, 1), (1, 3), (3, 6), (6, 7), (7, 9)], gold.Words.Select(w => (w.Start, w.End)));
        Assert.Equal([7, 9], gold.Ends);
    }

    [Fact]
    public void A_comment_that_does_not_fit_the_words_is_passed_over()
    {
        Assert.Equal("I go ", RawGold.Of([Sentence("# text = You go", "1 I", "2 go")]).Text);
    }

    [Fact]
    public void Words_that_do_not_spell_their_range_have_its_span()
    {
        RawGold gold = RawGold.Of([Sentence("1 see", "2-3 du", "2 de", "3 le")]);
        Assert.Equal("see du ", gold.Text);
        Assert.Equal([(0, 3), (3, 5), (3, 5)], gold.Words.Select(w => (w.Start, w.End)));
    }

    [Fact]
    public void Words_align_where_their_spans_are_the_same()
    {
        // gold: ab|c|de|f|gh    ours: a|b|c|def|g|h, then without the g|h cut
        RawGold.Word[] gold = [Word(0, 2), Word(2, 3), Word(3, 5), Word(5, 6), Word(6, 8)];
        Assert.Equal([-1, -1, 1, -1, -1, -1], RawText.Align(gold, [(0, 1), (1, 2), (2, 3), (3, 6), (6, 7), (7, 8)]));
        Assert.Equal([-1, -1, 1, -1, 4], RawText.Align(gold, [(0, 1), (1, 2), (2, 3), (3, 6), (6, 8)]));
    }

    private static RawGold.Word Word(int start, int end) => new(start, end, 0, -1, new ConlluRow("1", "x", "_", "_", "_", "_", "_", "_"));

    private static ConlluSentence Sentence(params string[] lines) => new(
        [.. lines.Where(l => l[0] == '#')],
        [.. lines.Where(l => l[0] != '#').Select(l => l.Split(' ')).Select(c => new ConlluRow(c[0], c[1], "_", "_", "_", "_", "_", "_"))]);
}
