using System.Text.Json;

namespace Stemma.Cli.Tests.Exporting;

public sealed class ExportCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Checkout.Root, "samples", "minister", "reports.jsonl");
    private readonly TemporaryFolder folder = new();

    private string Store => Path.Combine(folder.Path, "store.db");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("jsonld", "\"@context\"")]
    [InlineData("prov", "prov:wasDerivedFrom")]
    [InlineData("annotations", "TextPositionSelector")]
    [InlineData("claims", "\"statement\"")]
    [InlineData("csv", "story,title,claim")]
    [InlineData("stix", "\"bundle\"")]
    [InlineData("ninjs", "\"ninjs\"")]
    [InlineData("markdown", "# ")]
    [InlineData("html", "<!doctype html>")]
    public async Task A_story_of_a_store_and_the_same_of_files_are_the_same_in_each_form(string format, string sign)
    {
        await Call.StemmaAsync("ingest", Sample, "--store", Store);
        string story = JsonDocument.Parse((await Call.StemmaAsync("stories", "--store", Store, "--format", "json")).Output).RootElement.GetProperty("stories")[0].GetProperty("id").GetString()!;
        Call kept = await Call.StemmaAsync("export", story, "--store", Store, "--format", format);
        Call read = await Call.StemmaAsync("export", Sample, "--format", format, "--story", "1");
        Assert.Equal((ExitStatus.Done, ExitStatus.Done), (kept.Status, read.Status));
        Assert.Contains(sign, kept.Output, StringComparison.Ordinal);
        Assert.Equal(kept.Output, read.Output);
    }

    [Fact]
    public async Task A_call_that_cannot_be_answered_says_why()
    {
        await Call.StemmaAsync("ingest", Sample, "--store", Store);
        Call unknown = await Call.StemmaAsync("export", "s-none", "--store", Store);
        Assert.Equal(ExitStatus.BadCall, unknown.Status);
        Assert.Contains("no story s-none", unknown.Error, StringComparison.Ordinal);
        Call several = await Call.StemmaAsync("export", Path.Combine(Checkout.Root, "samples"), "--format", "ninjs");
        Assert.Equal(ExitStatus.BadCall, several.Status);
        Assert.Contains("holds one story", several.Error, StringComparison.Ordinal);
        Call number = await Call.StemmaAsync("export", Sample, "--story", "9");
        Assert.Contains("--story 9", number.Error, StringComparison.Ordinal);
        Call start = await Call.StemmaAsync("export", Sample, "--base", "javascript:");
        Assert.Equal(ExitStatus.BadCall, start.Status);
        Assert.Contains("--base", start.Error, StringComparison.Ordinal);
    }
}
