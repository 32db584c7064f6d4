namespace Stemma.Cli.Tests.Commands;

public sealed class AnnotateCommandTests : IDisposable
{
    private const string Treebank =
        """
        # newdoc id = d1
        # text = Mary Johnson doesn't know (yet).
        1	Mary	_	_	_	_	_	_	_	_
        2	Johnson	_	_	_	_	_	_	_	NER=B-LOC
        3-4	doesn't	_	_	_	_	_	_	_	_
        3	does	_	_	_	_	_	_	_	_
        4	n't	_	_	_	_	_	_	_	_
        4.1	really	really	ADV	RB	_	_	_	5:advmod	_
        5	know	_	_	_	_	_	_	_	_
        6	(	_	_	_	_	_	_	_	SpaceAfter=No
        7	yet	_	_	_	_	_	_	_	SpaceAfter=No
        8	)	_	_	_	_	_	_	_	SpaceAfter=No
        9	.	_	_	_	_	_	_	_	_

        # newdoc id = d2
        1	Ships	_	_	_	_	_	_	_	_
        2	wait	_	_	_	_	_	_	_	_

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_treebank_keeps_its_comments_rows_and_spaces_and_gets_our_columns()
    {
        Call call = await Call.StemmaAsync("annotate", "--format", "conllu", folder.File("x.conllu", Treebank));
        Assert.Equal((0, ""), (call.Status, call.Error));
        string[] lines = call.Output.Split('\n');
        Assert.Equal(Treebank.TrimEnd().Split('\n').Select(Kept), call.Output.TrimEnd().Split('\n').Select(Kept));
        string[][] rows = [.. lines.Where(l => l.Contains('\t', StringComparison.Ordinal)).Select(l => l.Split('\t'))];
        Assert.All(rows, r => Assert.Equal(10, r.Length));
        Assert.Equal("3-4\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_", string.Join('\t', rows[2]));
        Assert.Equal("4.1\treally\t_\t_\t_\t_\t_\t_\t_\t_", string.Join('\t', rows[5]));
        Assert.Equal(["PROPN", "PROPN", "_", "AUX", "PART"], rows[..5].Select(r => r[3]));
        Assert.Equal(["NER=B-PER", "NER=I-PER"], rows[..2].Select(r => r[9]));
        Assert.Equal("NER=O|SpaceAfter=No", rows[7][9]);

        // Heads count within their sentence: one root in each.
        Assert.Equal(2, rows.Count(r => r[6] == "0" && r[7] == "root"));
        Assert.Equal(["2", "0"], rows[^2..].Select(r => r[6]));
    }

    [Fact]
    public async Task What_a_treebank_gets_is_the_same_for_any_number_of_threads_and_line_end()
    {
        string path = folder.File("x.conllu", Treebank);
        Call one = await Call.StemmaAsync("annotate", "--format", "conllu", "--threads", "1", path);
        Call eight = await Call.StemmaAsync("annotate", "--format", "conllu", "--threads", "8", path);
        Call crlf = await Call.StemmaAsync("annotate", "--format", "conllu", folder.File("y.conllu", Treebank.ReplaceLineEndings("\r\n")));
        Call most = await Call.StemmaAsync("annotate", "--format", "conllu", "--threads", "1024", path);
        Assert.Equal(one.Output, eight.Output);
        Assert.Equal(one.Output, most.Output);
        Assert.Equal(one.Output, crlf.Output);
    }

    [Fact]
    public async Task A_broken_treebank_is_named_and_the_rest_is_done()
    {
        string broken = folder.File("a.conllu", Treebank.Replace("9\t.\t_", "9\t.", StringComparison.Ordinal));
        Call call = await Call.StemmaAsync("annotate", "--format", "conllu", broken, folder.File("b.conllu", Treebank));
        Assert.Equal(1, call.Status);
        Assert.Equal([$"stemma: rejected {broken}: broken CoNLL-U: line 13 has 9 columns, not ten"], call.ErrorLines);
        Assert.Contains("2\twait\t", call.Output, StringComparison.Ordinal);
    }

    /// <summary>The parts of a line that stay as they were read.</summary>
    private static string Kept(string line) =>
        line.Split('\t') is [var id, var form, .., var misc] ? $"{id} {form} {misc.Contains("SpaceAfter=No", StringComparison.Ordinal)}" : line;
}
