using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Evaluation.Cases;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class CaseScorerTests
{
    [Fact]
    public void A_picture_that_finds_everything_scores_full_in_every_category()
    {
        CaseScore score = Score(HandMade.Picture());

        Assert.Empty(score.Categories.Where(c => c.Found < c.Asked).SelectMany(c => c.Misses.Select(m => $"{c.Category}: {m}")));
        Assert.Equal(1, score.Mean);
    }

    [Fact]
    public void Every_category_of_the_gold_is_asked() => Assert.Equal(
        ["grouping", "grouping: no strangers", "report facts", "publication date", "clean body", "attribution: some source",
         "attribution: whole chain", "certainty", "anonymity", "polarity", "the report's own voice", "times", "quantities", "quotes: found",
         "quotes: speaker", "differences", "support", "lineage: edges", "lineage: no false copies", "claim reports", "origins interval",
         "origins exact", "claim status", "distortions caught", "false conflicts", "brief: keyFacts", "brief: bigNumber", "spans exact",
         "points have evidence", "points stand in their evidence"],
        Score(HandMade.Picture()).Categories.Select(c => c.Category));

    /// <summary>Each spoils one thing, and exactly the categories that ask for it must notice.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "assertions/0/attribution/0/name", "\"a fisherman\"", "" },
        { "assertions/0/certainty", "\"possible\"", "certainty" },
        { "assertions/2/polarity", "\"positive\"", "polarity" },
        { "assertions/1/attribution", """[ { "name": "the harbour master" } ]""", "the report's own voice" },
        { "assertions/0/at/start", "1", "spans exact" },
        { "times/0/to", "\"2026-05-05\"", "times" },
        { "quantities/0/low", "13", "quantities" },
        { "quantities/0/comparator", "\"about\"", "quantities" },
        { "quotes/0/speaker", "null", "quotes: speaker" },
        { "differences/0/verdict", "\"compatible\"", "differences" },
        { "differences/0/kind", "\"number\"", "differences" },
        { "lineage/0/to", "\"r2\"", "lineage: edges" },
        { "claims/0/status", "\"confirmed\"", "claim status" },
        { "claims/0/support/originsAtMost", "2", "origins exact,support" },
        { "claims/0/support/originsAtLeast", "5", "origins exact,origins interval" },
        { "claims/0/assertions", """["a1", "a4"]""", "" },
        { "reports/0/outlet", "\"Echo\"", "report facts" },
        { "reports/1/outlet", "\"Echo\"", "report facts" },
        { "reports/0/published", "\"2026-05-06\"", "publication date" },
        { "brief/keyFacts/0/evidence", "[]", "points have evidence,points stand in their evidence" },
        { "brief/keyFacts/0/text", "\"A whale swallowed the keeper's boat\"", "brief: keyFacts,points stand in their evidence" },
        { "brief/bigNumber", "null", "brief: bigNumber" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_is_seen_by_the_categories_that_ask_for_it(string path, string value, string categories)
    {
        JsonNode picture = HandMade.Picture();
        string[] steps = path.Split('/');
        JsonNode node = picture["stories"]![0]!;
        foreach (string step in steps[..^1])
            node = Step(node, step)!;
        if (node is JsonArray list)
            list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else
            node[steps[^1]] = JsonNode.Parse(value);

        string[] fallen = [.. Score(picture).Categories.Where(c => c.Found < c.Asked).Select(c => c.Category).Order(StringComparer.Ordinal)];

        // A source's words may still name it where its resolved name is wrong, and a mixed claim is forgiven where a difference holds both sides.
        Assert.Equal(categories.Length == 0 ? [] : categories.Split(',').Order(StringComparer.Ordinal), fallen);
    }

    [Fact]
    public void A_report_of_another_event_in_the_story_is_a_stranger()
    {
        JsonNode picture = HandMade.Picture();
        picture["stories"]![0]!["reports"]!.AsArray().Add(new JsonObject { ["id"] = "r9", ["input"] = "noise.txt", ["body"] = "" });

        Assert.Equal(["grouping: no strangers"], Score(picture).Categories.Where(c => c.Found < c.Asked).Select(c => c.Category));
    }

    [Fact]
    public void An_empty_picture_scores_nothing_but_what_it_does_not_have_to_drop()
    {
        CaseScore score = Score(JsonNode.Parse("""{ "stemma": "1", "stories": [], "rejected": [] }""")!);

        Assert.Equal(0, score.Categories.Sum(c => c.Found));
    }

    [Theory]
    [InlineData("about 1.2 million crowns", "1200000", true)]
    [InlineData("86,000,000", "86000000", true)]
    [InlineData("86 million", "86", false)]
    [InlineData("3 bn", "3000000000", true)]
    [InlineData("12 | twelve", "12", true)]
    [InlineData("Port Elgin", "elgin", true)]
    [InlineData("", "12", false)]
    public void Words_hold_a_number_as_a_number_and_all_else_as_text(string text, string value, bool holds) =>
        Assert.Equal(holds, Wording.Holds(text, value));

    [Theory]
    [InlineData("in/reports.jsonl#m1", "m1")]
    [InlineData("in/01_wire.txt", "01")]
    [InlineData(@"in\02.html", "02")]
    [InlineData("01", "01")]
    public void A_report_is_known_by_its_id_or_the_start_of_its_file_name(string input, string key) => Assert.Equal(key, Wording.Key(input));

    [Theory]
    [InlineData("the dam broke at noon", "the dam broke at noon", 1.0)]
    [InlineData("the dam broke", "at noon the dam", 4.0 / 7)]
    [InlineData("noon", "midnight", 0.0)]
    public void Overlap_counts_the_words_that_run_alike(string a, string b, double f1) => Assert.Equal(f1, Wording.F1(a, b), 6);

    private static JsonNode? Step(JsonNode node, string step) =>
        node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step];

    private static CaseScore Score(JsonNode picture)
    {
        using JsonDocument document = JsonDocument.Parse(picture.ToJsonString());
        using JsonDocument gold = JsonDocument.Parse(HandMade.Gold.ToJsonString());
        return CaseScorer.Score(document.RootElement, gold.RootElement);
    }
}
