using System.Text.Json;
using Stemma.Evaluation.Lineage;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class LineageEvaluationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Families_are_the_same_for_a_seed_and_others_for_another()
    {
        string data = Data();
        Call one = await Call.StemmaAsync("eval", "lineage", data, "--write", Path.Combine(folder.Path, "one.jsonl"));
        Call again = await Call.StemmaAsync("eval", "lineage", data, "--threads", "2", "--write", Path.Combine(folder.Path, "again.jsonl"));
        await Call.StemmaAsync("eval", "lineage", data, "--seed", "2", "--write", Path.Combine(folder.Path, "other.jsonl"));

        Assert.Equal(0, one.Status);
        Assert.Equal(one.Output, again.Output);
        Assert.Equal(Written("one"), Written("again"));
        Assert.NotEqual(Written("one"), Written("other"));
        Assert.Contains("2 families", one.Output, StringComparison.Ordinal);

        string Written(string name) => File.ReadAllText(Path.Combine(folder.Path, name + ".jsonl"));
    }

    [Fact]
    public void A_family_says_of_each_member_what_it_was_made_from()
    {
        using StringWriter made = new();
        LineageScore score = new LineageEvaluation { Families = 1, Made = made }.Run(Data(), null, CancellationToken.None);
        Dictionary<string, string[]> parents = made.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(o => o.GetProperty("id").GetString()!, o => o.GetProperty("parents").EnumerateArray().Select(p => p.GetString()!).ToArray());

        Assert.Equal(score.Gold, parents.Values.Sum(p => p.Length));
        Assert.Equal(2, parents.Single(p => p.Key.EndsWith("Merge", StringComparison.Ordinal)).Value.Length);
        Assert.EndsWith("LightEdit", Assert.Single(parents.Single(p => p.Key.EndsWith("CopyOfEdit", StringComparison.Ordinal)).Value), StringComparison.Ordinal);
        Assert.All(parents.Where(p => p.Key.EndsWith("Independent", StringComparison.Ordinal)), p => Assert.Empty(p.Value));
        Assert.All(parents.Values.SelectMany(p => p), p => Assert.Contains(p, parents.Keys));
    }

    [Fact]
    public async Task Data_of_which_no_family_can_be_made_are_named()
    {
        Call call = await Call.StemmaAsync("eval", "lineage", folder.File("short.jsonl", """{ "text": "Too short." }"""));
        Assert.Equal(2, call.Status);
        Assert.Contains("no two reports", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Paraphrases_keep_quotations_and_change_other_words()
    {
        Paraphraser paraphraser = new();
        string sentence = "Officials said the company began work in the city, and \"several people were killed before the company began work\", he said.";
        string reworded = paraphraser.Reword(sentence, 1, new Chance(3));

        Assert.Contains("\"several people were killed before the company began work\"", reworded, StringComparison.Ordinal);
        Assert.DoesNotContain("company began work in the city", reworded, StringComparison.Ordinal);
        Assert.Equal(["The bridge over the northern canal was closed for repairs, according to the harbour office."],
            paraphraser.Turn("According to the harbour office, the bridge over the northern canal was closed for repairs.", new Chance(3)));
    }

    /// <summary>Two invented reports of one flood, long enough to be copied from.</summary>
    private string Data()
    {
        string[] first = [.. Enumerable.Range(1, 14).Select(i => $"Sector {i} of the dyke at Orrin was raised by {i + 20} workers with {i * 30} bags of sand before the water of the Tell reached it.")];
        string[] second = [.. Enumerable.Range(1, 14).Select(i => $"Farmer number {i} from Orrin drove {i * 7} sheep up to the chapel while the river Tell rose over meadow {i + 3}.")];
        return folder.File("flood.jsonl",
            JsonSerializer.Serialize(new { id = "a", story_id = "flood", text = string.Join("\n", first.Chunk(2).Select(c => string.Join(' ', c))) }) + "\n"
            + JsonSerializer.Serialize(new { id = "b", story_id = "flood", text = string.Join("\n", second.Chunk(2).Select(c => string.Join(' ', c))) }) + "\n");
    }
}
