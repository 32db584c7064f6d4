using Stemma.Evaluation.Language;

namespace Stemma.Cli.Tests.Evaluation.Language;

public sealed class LanguageEvaluationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Tags_lemmas_and_trees_are_counted_word_by_word_without_case_of_lemmas_or_subtypes()
    {
        Tally second = Run(SmallTreebank.Text).Sentences[1].Tally;

        // "Ships wait in London.": gold hangs the full stop on London.
        Assert.Equal(new Score(5, 5, 5), second[Measure.Upos]);
        Assert.Equal(new Score(5, 5, 4), second[Measure.Uas]);
        Assert.Equal(new Score(5, 5, 4), second[Measure.Las]);
        Assert.Equal(new Score(1, 1, 1), second[Measure.Entities]);

        // "does" has the lemma DO in the gold.
        Assert.Equal(new Score(6, 6, 6), Run(SmallTreebank.Text).Sentences[0].Tally[Measure.Lemma]);
    }

    [Fact]
    public void Tokens_and_sentences_from_raw_text_count_where_both_ends_agree()
    {
        // The gold takes "wait." for one token, and both sentences for one.
        LanguageScore score = Run("""
            # text = Ships wait. They left.
            1	Ships	ship	NOUN	NNS	_	2	nsubj	_	_
            2	wait.	wait	VERB	VBP	_	0	root	_	_
            3	They	they	PRON	PRP	_	4	nsubj	_	_
            4	left	leave	VERB	VBD	_	2	parataxis	_	SpaceAfter=No
            5	.	.	PUNCT	.	_	4	punct	_	_

            # text = Boats came.
            1	Boats	boat	NOUN	NNS	_	2	nsubj	_	_
            2	came	come	VERB	VBD	_	0	root	_	SpaceAfter=No
            3	.	.	PUNCT	.	_	2	punct	_	_

            """);
        (Tally first, Tally second) = (score.Sentences[0].Tally, score.Sentences[1].Tally);
        Assert.Equal(new Score(5, 6, 4), first[Measure.RawTokens]);
        Assert.Equal(new Score(1, 2, 0), first[Measure.RawSentences]);
        Assert.Equal(new Score(5, 6, 4), first[Measure.RawUpos]);

        // Right are the heads of "They" and "."; "Ships" hangs on a word that does not align, and "left" is a root of ours.
        Assert.Equal(new Score(5, 6, 2), first[Measure.RawLas]);
        Assert.Equal((new Score(3, 3, 3), new Score(1, 1, 1)), (second[Measure.RawTokens], second[Measure.RawSentences]));
        Assert.Equal(200.0 * 7 / 17, Tally.Sum([first, second])[Measure.RawTokens].F1, 9);
    }

    [Fact]
    public void Documents_whose_words_are_withheld_are_left_out_and_told()
    {
        string withheld = "# newdoc id = AB_reddit_x\n1\t____\tship\tNOUN\tNNS\t_\t0\troot\t_\t_\n2\t_\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";
        LanguageScore score = Run(withheld + SmallTreebank.Text);
        Assert.Equal("AB_reddit_x", Assert.Single(score.Withheld));
        Assert.Equal(3, score.Sentences.Length);
    }

    [Fact]
    public void Only_documents_of_the_asked_genres_are_read()
    {
        LanguageScore score = new LanguageEvaluation { Genres = ["vlog"] }.Run(SmallTreebank.Write(folder), null, default);
        Assert.Equal(3, Assert.Single(score.Sentences).Words);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(
            () => new LanguageEvaluation { Genres = ["poem"] }.Run(SmallTreebank.Write(folder), null, default));
        Assert.Contains("no document of genre poem", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_word_on_spaces_there_is_no_raw_text_to_read()
    {
        LanguageScore score = Run("1\tShips\tship\tNOUN\tNNS\t_\t0\troot\t_\t_\n2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n");
        Assert.False(score.KnowsSpaces);
        Assert.Equal(default, score.Sentences[0].Tally[Measure.RawTokens]);
    }

    [Fact]
    public void Text_in_capitals_is_scored_against_the_same_gold()
    {
        string path = SmallTreebank.Write(folder);
        LanguageScore capitals = new LanguageEvaluation { Recasing = Recasing.Capitals }.Run(path, null, default);
        StringWriter misses = new();
        new LanguageEvaluation { Recasing = Recasing.Title }.Run(path, misses, default);
        Assert.Equal(14, Tally.Sum(capitals.Sentences.Select(s => s.Tally))[Measure.Upos].Gold);
        Assert.Contains("missed ORG  [They] Left .", misses.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GUM_news_iodine", "news")]
    [InlineData("GUM_news_iodine-12", "news")]
    [InlineData("weblog-blogspot.com_x_20041117", "weblog")]
    [InlineData("n01001011", "")]
    [InlineData(null, "")]
    public void Genres_are_read_from_ids(string? id, string genre) => Assert.Equal(genre, Genres.Of(id));

    [Fact]
    public void Names_begin_and_end_as_conlleval_has_it()
    {
        Assert.Equal(
            [(0, 2, "PER"), (2, 3, "PER"), (3, 4, "LOC"), (5, 6, "ORG")],
            EntitySpans.Of(["B-PER", "I-PER", "B-PER", "I-LOC", "O", "I-ORG"]).Order());
    }

    private LanguageScore Run(string text) => new LanguageEvaluation().Run(folder.File("x.conllu", text), null, default);
}
