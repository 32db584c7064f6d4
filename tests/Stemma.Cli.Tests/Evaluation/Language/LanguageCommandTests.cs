namespace Stemma.Cli.Tests.Evaluation.Language;

public sealed class LanguageCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_file_is_printed_with_intervals_genres_and_raw_text()
    {
        string path = SmallTreebank.Write(folder);
        Call call = await Call.StemmaAsync("eval", "language", path, path);
        Assert.Equal((0, ""), (call.Status, call.Error));
        Assert.Equal(2, call.Output.Split($"== {path}\n3 sentences, 14 tokens\nUPOS ").Length - 1);
        Assert.Contains("95 % intervals from 1000 resamples of 3 sentences:\nUPOS ", call.Output, StringComparison.Ordinal);
        Assert.Matches(@"\ngold tokens +drawn  UPOS +XPOS +lemma +UAS +LAS +entities\nnews +2 sentences +\d", call.Output);
        Assert.Matches(@"\nraw text +drawn  tokens +sentences +UPOS +UAS +LAS\nnews +2 sentences +100.0 100.0-100.0 +100.0 ", call.Output);
    }

    [Fact]
    public async Task One_genre_has_no_table()
    {
        Call call = await Call.StemmaAsync("eval", "language", SmallTreebank.Write(folder), "--genre", "poem,news");
        Assert.Contains("\n2 sentences, 11 tokens\n", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gold tokens", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_is_missing_broken_or_no_treebank_is_a_wrong_call_that_names_it()
    {
        string broken = folder.File("broken.conllu", SmallTreebank.Text.Replace("5\tknow\t", "6\tknow\t", StringComparison.Ordinal));
        string prose = folder.File("prose.txt", "The harbour bridge was closed on Tuesday.");
        string cut = Path.Combine(folder.Path, "nowhere.conllu");
        Assert.Equal((2, $"stemma: {broken}: broken CoNLL-U: line 11 has the id '6', which does not follow the one before it\n"), await Error(broken));
        Assert.Equal((2, $"stemma: {prose}: not CoNLL-U\n"), await Error(prose));
        Assert.Equal((2, $"stemma: {cut}: no such file\n"), await Error(cut));
    }

    private static async Task<(int Status, string Error)> Error(string path)
    {
        Call call = await Call.StemmaAsync("eval", "language", path);
        return (call.Status, call.Error);
    }
}
