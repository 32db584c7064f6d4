using System.Text.Json;

namespace Stemma.Cli.Tests.Storing;

/// <summary>The commands that work on a store, from the first report to the last tombstone.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => Path.Combine(folder.Path, "store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_ingested_is_listed_found_and_shown_as_brief_shows_it()
    {
        string reports = Reports();
        Call ingest = await Call.StemmaAsync("ingest", reports, "--store", Store);
        Assert.Equal(ExitStatus.Done, ingest.Status);
        JsonElement[] lines = [.. ingest.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(["new", "new", "new"], lines.Select(l => l.GetProperty("status").GetString()));
        Assert.Equal(reports + "#b1", lines[0].GetProperty("input").GetString());
        string story = lines[0].GetProperty("story").GetString()!;

        Call list = await Call.StemmaAsync("stories", "--store", Store, "--format", "json");
        JsonElement[] stories = [.. JsonDocument.Parse(list.Output).RootElement.GetProperty("stories").EnumerateArray()];
        Assert.Equal([2, 1], stories.Select(s => s.GetProperty("reports").GetInt32()).OrderDescending());
        Call found = await Call.StemmaAsync("search", "footbridge", "--outlet", "ona", "--store", Store);
        Assert.Contains(story, Assert.Single(found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        Call show = await Call.StemmaAsync("show", story, "--store", Store, "--format", "json");
        Call brief = await Call.StemmaAsync("brief", reports, "--format", "json", "--min-reports", "2");
        Assert.Equal(brief.Output, show.Output);
        show.Picture();
        Assert.Equal((await Call.StemmaAsync("brief", reports, "--min-reports", "2")).Output, (await Call.StemmaAsync("show", story, "--store", Store)).Output);
    }

    [Fact]
    public async Task The_same_call_again_adds_nothing_and_weighs_nothing()
    {
        string reports = Reports();
        await Call.StemmaAsync("ingest", reports, "--store", Store);
        Call again = await Call.StemmaAsync("ingest", reports, "--store", Store, "--format", "text");

        Assert.Equal(ExitStatus.Done, again.Status);
        Assert.All(again.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.StartsWith("known", l, StringComparison.Ordinal));
        Assert.Contains("0 stories weighed", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bytes_of_a_line_are_kept_as_they_came()
    {
        string reports = Reports();
        await Call.StemmaAsync("ingest", reports, "--store", Store);
        await using Store.IStoryStore store = await Stemma.Store.StoryStores.OpenAsync(Store, create: false, readOnly: true, default);
        string id = (await store.SearchAsync(new Stemma.Store.ReportQuery { Text = "footbridge", Outlet = "ONA" }, default))[0].Id;
        byte[] bytes = (await store.BytesAsync((await store.ReceiptsAsync(id, default))[0].Digest, default))!;

        Assert.Equal((await File.ReadAllLinesAsync(reports))[0], System.Text.Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Corrections_are_added_listed_undone_and_honoured_by_brief_as_by_the_store()
    {
        string reports = Reports();
        Call ingest = await Call.StemmaAsync("ingest", reports, "--store", Store);
        JsonElement first = JsonDocument.Parse(ingest.Output.Split('\n')[0]).RootElement;
        string id = first.GetProperty("id").GetString()!, story = first.GetProperty("story").GetString()!;
        Call plain = await Call.StemmaAsync("show", story, "--store", Store, "--format", "json");
        int at = plain.Picture().GetProperty("stories")[0].GetProperty("reports").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id)
            .GetProperty("body").GetString()!.IndexOf("Two people were injured", StringComparison.Ordinal);

        Call add = await Call.StemmaAsync("corrections", "add", "reject", "claim", $"{id}:{at}-{at + 23}", "--who", "ana", "--why", "not so", "--store", Store);
        Assert.Equal(ExitStatus.Done, add.Status);
        Call shown = await Call.StemmaAsync("show", story, "--store", Store, "--format", "json");
        Assert.Contains(id, Injured(plain));
        Assert.DoesNotContain(id, Injured(shown));

        string file = folder.File("log.jsonl", (await Call.StemmaAsync("corrections", "export", "--store", Store)).Output);
        Call brief = await Call.StemmaAsync("brief", reports, "--corrections", file, "--format", "json", "--min-reports", "2");
        Assert.Equal(shown.Output, brief.Output);
        Call import = await Call.StemmaAsync("corrections", "import", file, "--store", Store);
        Assert.Contains("0 of 1 corrections added", import.Error, StringComparison.Ordinal);

        Call undo = await Call.StemmaAsync("corrections", "undo", add.Output.Trim(), "--who", "ben", "--store", Store);
        Assert.Equal(ExitStatus.Done, undo.Status);
        Assert.Equal(plain.Output, (await Call.StemmaAsync("show", story, "--store", Store, "--format", "json")).Output);
    }

    [Fact]
    public async Task A_users_grade_of_an_outlet_stands_in_graded_briefs()
    {
        string reports = Reports();
        string log = folder.File("log.jsonl", """{"id":"k1","kind":"grade","target":"outlet","what":[{"name":"ONA"}],"to":"B","who":"ana","when":"2026-06-04T00:00:00Z"}""");
        Call graded = await Call.StemmaAsync("brief", reports, "--grades", "--corrections", log);
        Assert.Matches(@"\bB[1-6]\b", graded.Output);
    }

    [Fact]
    public async Task A_broken_line_of_corrections_stops_the_call_with_its_number()
    {
        string log = folder.File("log.jsonl", "# by hand\n\n{\"id\":\"k1\",\"kind\":\"merge\"}\n");
        Call call = await Call.StemmaAsync("brief", Reports(), "--corrections", log);
        Assert.Equal(ExitStatus.BadCall, call.Status);
        Assert.Contains($"{log}, line 3: not a correction", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_forgotten_is_refused_by_its_date_when_it_comes_again()
    {
        string reports = Reports();
        Call ingest = await Call.StemmaAsync("ingest", reports, "--store", Store);
        string id = JsonDocument.Parse(ingest.Output.Split('\n')[0]).RootElement.GetProperty("id").GetString()!;
        Call forget = await Call.StemmaAsync("forget", id, "--who", "ana", "--why", "court order", "--store", Store);
        Assert.Equal((ExitStatus.Done, id), (forget.Status, forget.Output.Trim()));

        Call again = await Call.StemmaAsync("ingest", reports, "--store", Store);
        Assert.Equal(ExitStatus.SomeRejected, again.Status);
        Assert.Contains("forgotten on 20", again.Error, StringComparison.Ordinal);
        Assert.Contains("by ana: court order", again.Error, StringComparison.Ordinal);
        Assert.Contains(id, (await Call.StemmaAsync("forget", "--list", "--store", Store)).Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Done, (await Call.StemmaAsync("verify", "--store", Store)).Status);
        Assert.Equal(ExitStatus.BadCall, (await Call.StemmaAsync("forget", "--store", Store)).Status);
        Assert.Equal(ExitStatus.SomeRejected, (await Call.StemmaAsync("forget", "r0000000000", "--store", Store)).Status);
    }

    [Fact]
    public async Task A_store_is_copied_compacted_and_verified()
    {
        await Call.StemmaAsync("ingest", Reports(), "--store", Store);
        string copy = Path.Combine(folder.Path, "copy.db");
        Assert.Equal(ExitStatus.Done, (await Call.StemmaAsync("backup", copy, "--store", Store)).Status);
        Assert.Equal(ExitStatus.BadCall, (await Call.StemmaAsync("backup", copy, "--store", Store)).Status);
        Assert.Equal(ExitStatus.Done, (await Call.StemmaAsync("compact", "--store", copy)).Status);
        Call verify = await Call.StemmaAsync("verify", "--store", copy);
        Assert.Equal(ExitStatus.Done, verify.Status);
        Assert.Contains("3 reports, 2 stories", verify.Error, StringComparison.Ordinal);
        Assert.Contains("all is well", verify.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_or_story_that_is_not_there_is_told_with_what_helps()
    {
        Call none = await Call.StemmaAsync("stories", "--store", Store);
        Assert.Equal(ExitStatus.BadCall, none.Status);
        Assert.Contains("there is no such store", none.Error, StringComparison.Ordinal);
        await Call.StemmaAsync("ingest", Reports(), "--store", Store);
        Call story = await Call.StemmaAsync("show", "s-none", "--store", Store);
        Assert.Equal(ExitStatus.BadCall, story.Status);
        Assert.Contains("no story s-none", story.Error, StringComparison.Ordinal);
    }

    /// <summary>The reports of which a story of one picture has an assertion that somebody was injured.</summary>
    private static string?[] Injured(Call shown) =>
        [.. shown.Picture().GetProperty("stories")[0].GetProperty("assertions").EnumerateArray()
            .Where(a => a.GetProperty("at").GetProperty("quote").GetString()!.Contains("injured", StringComparison.Ordinal))
            .Select(a => a.GetProperty("report").GetString())];

    private string Reports() => folder.File("reports.jsonl", string.Join('\n',
        Line("b1", "ONA", "Footbridge collapses in Lowhaven", "A footbridge over the river Senn collapsed in Lowhaven on Wednesday morning, the city police said. Two people were injured, police spokesman Ivar Lund told reporters."),
        Line("b2", "Senn Courier", "Two hurt as Lowhaven footbridge gives way", "A footbridge over the river Senn gave way in Lowhaven on Wednesday morning. Police spokesman Ivar Lund said that two people were injured when the footbridge collapsed."),
        Line("f1", "Coast Weekly", "Herring festival breaks record", "The herring festival in Tangen drew record crowds on Saturday. Children queued for smoked fish and a brass band played until midnight.")) + "\n");

    private static string Line(string id, string outlet, string title, string text) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = id, ["outlet"] = outlet, ["published"] = "2026-06-03", ["title"] = title, ["text"] = text });
}
