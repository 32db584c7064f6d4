using System.Text;
using Stemma.Intake.Conllu;

namespace Stemma.Intake.Tests.Conllu;

public sealed class ConlluReaderTests
{
    private const string Good =
        """
        # newdoc id = d1
        # newpar_block = head
        # sent_id = 1
        # text = I don't (know).
        1	I	I	PRON	PRP	_	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	5	aux	_	_
        3	n't	not	PART	RB	_	5	advmod	_	_
        3.1	really	really	ADV	RB	_	_	_	5:advmod	_
        4	(	(	PUNCT	-LRB-	_	5	punct	_	SpaceAfter=No
        5	know	know	VERB	VB	_	0	root	_	NER=O|SpaceAfter=No
        6	)	)	PUNCT	-RRB-	_	5	punct	_	SpaceAfter=No
        7	.	.	PUNCT	.	_	5	punct	_	_

        # newpar
        # sent_id = 2
        1	Go	go	VERB	VB	_	0	root	_	_

        # newdoc
        1	Stop	stop	VERB	VB	_	0	root	_	_

        """;

    [Fact]
    public void All_columns_that_something_reads_are_kept_as_they_stand()
    {
        ConlluSentence first = Read(Good).Sentences[0];
        Assert.Equal(new ConlluRow("5", "know", "know", "VERB", "VB", "0", "root", "NER=O|SpaceAfter=No"), first.Rows[6]);
        Assert.Equal(["1", "2-3", "2", "3", "3.1", "4", "5", "6", "7"], first.Rows.Select(r => r.Id));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], first.Words.Select(r => r.Id));
        Assert.Equal("I don't (know).", first.Comment("text"));
        Assert.Null(first.Comment("tex"));
    }

    [Fact]
    public void Documents_and_paragraphs_begin_where_the_comments_say()
    {
        ConlluDocument document = Read(Good);
        Assert.Equal([true, false, true], document.Sentences.Select(s => s.StartsDocument));
        Assert.Equal([true, true, true], document.Sentences.Select(s => s.StartsParagraph));
        Assert.False(Read(Good.Replace("# newdoc id = d1\n", "", StringComparison.Ordinal)).Sentences[0].StartsParagraph);
    }

    [Fact]
    public void Each_document_is_laid_out_as_running_text_with_ranges_written_as_one()
    {
        ConlluStretch[] stretches = [.. Read(Good).Stretches()];
        Assert.Equal(["I don't (know). Go ", "Stop "], stretches.Select(s => s.Text));
        Assert.Equal(["I", "do", "n't", "(", "know", ")", ".", "Go"], stretches[0].Tokens.Select(t => t.In(stretches[0].Text).ToString()));
        Assert.Equal([7, 8], stretches[0].SentenceEnds.AsEnumerable());
    }

    [Fact]
    public void What_follows_a_range_is_told_by_the_range_and_not_by_its_words()
    {
        string glued = Good.Replace("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_", "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No", StringComparison.Ordinal);
        Assert.Equal("I don't(know). Go ", Read(glued).Stretches().First().Text);
    }

    [Fact]
    public void A_long_document_and_a_file_that_parts_none_are_read_in_stretches()
    {
        static string Of(int sentences) => string.Concat(Enumerable.Repeat("1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n", sentences));
        Assert.Equal([20, 20, 5], Read(Of(45)).Stretches().Select(s => s.Sentences.Length));
        Assert.Equal([20, 10, 500, 500, 101, 45], Read(Of(30) + "# newdoc\n" + Of(1101) + "# newdoc\n" + Of(45)).Stretches().Select(s => s.Sentences.Length));
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void Line_ends_of_another_system_and_a_byte_order_mark_change_nothing(string lineEnd, bool mark)
    {
        byte[] bytes = [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(Good.ReplaceLineEndings(lineEnd))];
        Assert.Equal(Shown(Read(Good)), Shown(Read(bytes)));
    }

    [Fact]
    public void Marks_that_only_some_call_line_ends_may_stand_in_a_form()
    {
        string odd = Good.Replace("\tknow\tknow\t", "\tk\u2028n\u0085w\tknow\t", StringComparison.Ordinal);
        Assert.Equal("k\u2028n\u0085w", Read(odd).Sentences[0].Rows[6].Form);
    }

    [Fact]
    public void Comments_with_a_blank_line_under_them_are_kept_for_the_next_sentence()
    {
        Assert.Equal(["# made by hand", "# newdoc id = d1"], Read("# made by hand\n\n" + Good).Sentences[0].Comments.Take(2));
    }

    [Fact]
    public void A_missing_last_line_end_loses_nothing() => Assert.Equal(Shown(Read(Good)), Shown(Read(Good.TrimEnd())));

    [Theory]
    [InlineData("7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_", "7\t.\t.\tPUNCT\t.\t_\t5\tpunct", "line 13 has 8 columns, not ten")]
    [InlineData("7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_", "7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\t_", "line 13 has 11 columns, not ten")]
    [InlineData("1\tI\tI", "1 I I", "line 5 has 8 columns, not ten")]
    [InlineData("4\t(\t(", "5\t(\t(", "line 10 has the id '5', which does not follow the one before it")]
    [InlineData("3.1\t", "2.1\t", "line 9 has the id '2.1', which does not follow the one before it")]
    [InlineData("2-3\t", "3-4\t", "line 6 has the id '3-4', which does not follow the one before it")]
    [InlineData("2-3\t", "2-\t", "line 6 has the id '2-', which does not follow the one before it")]
    [InlineData("2-3\t", "2-9\t", "line 14 ends a sentence before the last of its ranges does")]
    [InlineData("4\t(\t(", "4\t \t(", "line 10 has a blank form, or a line end inside it")]
    [InlineData("4\t(\t(", "4\t(\t(\r", "line 10 has a blank form, or a line end inside it")]
    [InlineData("4\t(\t(", "# late\n4\t(\t(", "line 10 is a comment inside a sentence")]
    [InlineData("1\tGo\t", "1-2\tGo\t", "line 18 ends a sentence without words")]
    public void A_broken_file_is_rejected_with_its_line_and_why(string part, string broken, string why)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("x.conllu", Good.Replace(part, broken, StringComparison.Ordinal));
        string good = folder.Write("y.conllu", Good);
        IntakeResult result = new InputReader(Stream.Null).Read([path, good], default);
        Assert.Equal([(path, "broken CoNLL-U: " + why)], result.Rejected.Select(r => (r.Input, r.Reason)));
        Assert.Equal(good, Assert.Single(result.Conllu).Input);
    }

    [Theory]
    [InlineData("1\tThe\tthe\tDT\t_\t_\t2\tdet\t_\t_\t_\t_\t_\t_\n2\tbridge\n", "line 1 has 14 columns, not ten")]
    [InlineData("# sent_id = 1\n1  The  the\n", "line 2 has 1 columns, not ten")]
    [InlineData("# text = The bridge\nThe\tDT\n", "line 2 has 2 columns, not ten")]
    public void A_treebank_of_another_form_is_no_report_and_is_rejected_by_name(string text, string why)
    {
        using TemporaryFolder folder = new();
        IntakeResult result = new InputReader(Stream.Null).Read([folder.Write("x.txt", text + "The harbour bridge was closed on Tuesday.")], default);
        Assert.Equal("broken CoNLL-U: " + why, Assert.Single(result.Rejected).Reason);
        Assert.Empty(result.Reports);
    }

    [Fact]
    public void A_treebank_may_be_longer_than_a_report_but_no_sentence_of_it_may()
    {
        using TemporaryFolder folder = new();
        string row = "1\t" + new string('x', 50_000) + "\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        Assert.Equal(400, Read(string.Concat(Enumerable.Repeat(row, 400))).Sentences.Length);

        string path = folder.Write("x.conllu", string.Concat(Enumerable.Range(1, 400).Select(i => FormattableString.Invariant($"{i}{row[1..].TrimEnd()}\n"))));
        Assert.Equal("broken CoNLL-U: line 336 is longer, or ends a sentence longer, than 16 MB", Assert.Single(new InputReader(Stream.Null).Read([path], default).Rejected).Reason);
    }

    [Fact]
    public void A_sentence_that_no_one_wrote_is_refused_before_it_is_parsed()
    {
        static string Of(int words) => string.Concat(Enumerable.Range(1, words).Select(i => FormattableString.Invariant($"{i}\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n")));
        using TemporaryFolder folder = new();
        Assert.Equal(500, Read(Of(500)).Sentences[0].Rows.Length);
        IntakeResult result = new InputReader(Stream.Null).Read([folder.Write("x.conllu", Of(501))], default);
        Assert.Equal("broken CoNLL-U: line 501 makes a sentence of more than 500 words", Assert.Single(result.Rejected).Reason);
    }

    private static ConlluDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static ConlluDocument Read(byte[] bytes)
    {
        IntakeResult result = new InputReader(new MemoryStream(bytes)).Read(["-"], default);
        Assert.Empty(result.Rejected);
        return Assert.Single(result.Conllu);
    }

    private static IEnumerable<string> Shown(ConlluDocument document) =>
        document.Sentences.SelectMany(s => s.Comments.Concat(s.Rows.Select(r => r.ToString())));
}
