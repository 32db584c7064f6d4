namespace Stemma.Cli.Tests.Evaluation;

public sealed class EvalCommandTests : IDisposable
{
    private const string Gold = """{ "reports": [ { "file": "a1" } ], "quantities": [ { "file": "a1", "text": "12 boats", "value": 12, "unit": "boat" } ] }""";

    private readonly TemporaryFolder folder = new();

    public EvalCommandTests()
    {
        folder.File("eval/gold/regatta.json", Gold);
        folder.File("eval/cases/README.md", "None beyond the samples.");
        folder.File("samples/regatta/a1_post.txt", "The wind rose at noon on Sunday and 12 boats turned over, the harbour office said.");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cases_prints_each_category_and_the_mean()
    {
        Call call = await Call.StemmaAsync("eval", "cases", Path.Combine(folder.Path, "eval", "gold"), "--misses");

        Assert.Equal(0, call.Status);
        Assert.Matches(@"== regatta\ngrouping +1/1 +100\.0 %", call.Output);
        Assert.Matches(@"\nquantities +[01]/1 ", call.Output);
        Assert.Matches(@"\nregatta +\d+\.\d %", call.Output);
    }

    [Fact]
    public async Task A_picture_that_the_command_printed_is_scored_like_the_case_itself()
    {
        string report = Path.Combine(folder.Path, "samples", "regatta", "a1_post.txt");
        string picture = folder.File("picture.json", (await Call.StemmaAsync("brief", report, "--format", "json")).Output);
        Call one = await Call.StemmaAsync("eval", "cases", picture, "--gold", Path.Combine(folder.Path, "eval", "gold", "regatta.json"));
        Call all = await Call.StemmaAsync("eval", "cases", Path.Combine(folder.Path, "eval", "gold"));

        Assert.Equal(0, one.Status);
        Assert.Contains(one.Output, all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_pins_passes_and_notices_a_changed_report()
    {
        Call unpinned = await Gate();
        Call pinned = await Gate("--repin");
        Call held = await Gate();
        folder.File("samples/regatta/a1_post.txt", "Nothing happened, the harbour office said.");
        Call changed = await Gate();

        Assert.Equal((0, 0, 0, 1), (unpinned.Status, pinned.Status, held.Status, changed.Status));
        Assert.Contains("regatta has no floors yet", unpinned.Output, StringComparison.Ordinal);
        Assert.Contains("0 figures fell", held.Output, StringComparison.Ordinal);
        Assert.Contains("changed since its floors were pinned", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_or_holds_no_gold_is_a_wrong_call()
    {
        Call missing = await Call.StemmaAsync("eval", "cases", Path.Combine(folder.Path, "nowhere"));
        Call empty = await Call.StemmaAsync("eval", "cases", Path.Combine(folder.Path, "samples"));

        Assert.Equal((2, 2), (missing.Status, empty.Status));
        Assert.Contains("nowhere", missing.Error, StringComparison.Ordinal);
        Assert.Contains("holds no case with gold", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gold_whose_reports_are_missing_is_named()
    {
        folder.File("eval/gold/lost.json", Gold);
        Call call = await Call.StemmaAsync("eval", "cases", Path.Combine(folder.Path, "eval", "gold"));

        Assert.Equal(2, call.Status);
        Assert.Contains("lost.json are missing", call.Error, StringComparison.Ordinal);
    }

    private Task<Call> Gate(params string[] options) => Call.StemmaAsync(["eval", "gate", "--root", folder.Path, .. options]);
}
