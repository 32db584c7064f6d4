using System.Text.Json;

namespace Stemma.Cli.Tests.Commands;

public sealed class BriefCommandTests
{
    private const string Article =
        "LOWHAVEN, Ostmark, June 3 (ONA) - A footbridge over the river Senn collapsed on Wednesday morning, the city police said.\n\n" +
        "Two people were injured, police spokesman Ivar Lund told reporters. The cause was not immediately known.\n";

    [Fact]
    public async Task A_report_becomes_a_story_in_the_published_form()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("bridge.txt", Article);

        Call call = await Call.StemmaAsync("brief", "--format", "json", path);

        Assert.Equal(ExitStatus.Done, call.Status);
        JsonElement story = Assert.Single(call.Picture().GetProperty("stories").EnumerateArray().ToArray());
        Assert.Equal(path, story.GetProperty("reports")[0].GetProperty("input").GetString());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("json")]
    public async Task The_same_input_prints_the_same_bytes_with_one_thread_and_with_eight(string format)
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 12; i++)
            folder.File($"r{i}.txt", Article.Replace("Two people", $"{i + 2} people", StringComparison.Ordinal));

        Call one = await Call.StemmaAsync("brief", "--format", format, "--threads", "1", folder.Path);
        Call eight = await Call.StemmaAsync("brief", "--format", format, "--threads", "8", folder.Path);

        Assert.Equal(one.Output, eight.Output);
        Assert.NotEmpty(one.Output);
    }

    [Fact]
    public async Task A_bad_input_is_named_with_its_reason_and_the_rest_is_done()
    {
        using TemporaryFolder folder = new();
        folder.File("a.txt", Article);
        folder.File("empty.txt", "");
        folder.File("binary.dat", [0, 1, 2, 3, 0, 255, 254, 0, 9, 0]);
        folder.File("lines.jsonl", "{\"id\":\"1\",\"text\":\"" + "A barge ran aground on Monday, the harbour master said." + "\"}\n{\"id\":\"2\"}\n{broken\n");

        Call call = await Call.StemmaAsync("brief", "--format", "json", folder.Path, Path.Combine(folder.Path, "missing.txt"));

        Assert.Equal(ExitStatus.SomeRejected, call.Status);
        JsonElement picture = call.Picture();
        string[] rejected = [.. picture.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("input").GetString()!)];
        Assert.Equal(5, rejected.Length);
        Assert.Contains(rejected, r => r.EndsWith("empty.txt", StringComparison.Ordinal));
        Assert.Contains(rejected, r => r.EndsWith("binary.dat", StringComparison.Ordinal));
        Assert.Contains(rejected, r => r.EndsWith("missing.txt", StringComparison.Ordinal));
        Assert.Equal(2, rejected.Count(r => r.Contains("lines.jsonl#", StringComparison.Ordinal)));
        Assert.Equal(5, call.ErrorLines.Count(l => l.Contains("rejected", StringComparison.Ordinal)));
        int reports = picture.GetProperty("stories").EnumerateArray().Sum(s => s.GetProperty("reports").GetArrayLength());
        Assert.Equal(2, reports);
    }

    [Fact]
    public async Task A_report_in_another_language_is_kept_and_listed_without_assertions()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("de.txt",
            "Die Brücke über den Fluss ist am Mittwoch eingestürzt, teilte die Polizei mit. Zwei Menschen wurden verletzt. " +
            "Die Ursache ist noch nicht bekannt, sagte ein Sprecher der Stadt. Die Bergung soll am Donnerstag beginnen.");

        Call call = await Call.StemmaAsync("brief", "--format", "json", path);

        Assert.Equal(ExitStatus.Done, call.Status);
        JsonElement story = call.Picture().GetProperty("stories")[0];
        Assert.Equal("de", story.GetProperty("reports")[0].GetProperty("language").GetString());
        Assert.Equal(0, story.GetProperty("assertions").GetArrayLength());
        Assert.Contains("language not read yet (de)", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_published_later_are_left_out_on_request()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("r.jsonl",
            Line("1", "2031-06-03T08:00:00Z", "A footbridge over the river Senn collapsed, the city police said.") +
            Line("2", "2031-06-05T08:00:00Z", "The footbridge over the river Senn that collapsed was built in 1971, the city police said."));

        Call call = await Call.StemmaAsync("brief", "--format", "json", "--as-of", "2031-06-04", path);

        JsonElement[] inputs = [.. call.Picture().GetProperty("stories").EnumerateArray()
            .SelectMany(s => s.GetProperty("reports").EnumerateArray()).Select(r => r.GetProperty("input"))];
        Assert.Equal(path + "#1", Assert.Single(inputs).GetString());
    }

    [Theory]
    [InlineData("brief")]
    [InlineData("brief", "--format", "pdf", "x")]
    [InlineData("brief", "--as-of", "yesterday", "x")]
    [InlineData("brief", "--threads", "0", "x")]
    [InlineData("nonsense")]
    public async Task A_wrong_call_says_so_and_does_nothing(params string[] args)
    {
        Call call = await Call.StemmaAsync(args);

        Assert.Equal(ExitStatus.BadCall, call.Status);
        Assert.Empty(call.Output);
        Assert.NotEmpty(call.Error);
    }

    private static string Line(string id, string published, string text) =>
        JsonSerializer.Serialize(new { id, published, text }) + "\n";
}
