using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stemma.Evaluation.Real;

namespace Stemma.Cli.Tests.Evaluation;

public sealed partial class RealCaseTests : IDisposable
{
    private const string Text = "Lea\u00a0Roth (mayor) said on Sunday that “three boats” sank off St. Ives. No one was hurt.";

    private readonly TemporaryFolder folder = new();

    private static string Committed => Path.Combine(Checkout.Root, "eval", "real");

    private string Corpora => Path.Combine(folder.Path, "shared", "corpora");

    private string Cases => Path.Combine(folder.Path, "repository", "eval", "real");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Offsets_become_the_words_that_stand_there()
    {
        RealCase real = Load(Gold($$"""
            "attributions": [ { "file": "r1", "content": "{{At("three boats", "sank")}}", "sources": ["{{At("Lea", "(mayor)")}}"], "certainty": "certain" } ],
            "sharedPassages": [ { "files": ["r1", "r2"], "text": "@r2:0-3" } ],
            "claims": [ { "id": "c", "pattern": "@r1:0-8.*(sank|sunk)", "reports": ["r1"], "originsMin": 1, "originsMax": 1, "status": "asserted" } ]
            """));

        JsonElement attribution = real.Gold.GetProperty("attributions")[0];
        Assert.Equal("three boats” sank", attribution.GetProperty("content").GetString());
        string source = attribution.GetProperty("sources")[0].GetString()!;
        Assert.Equal(@"Lea\s+Roth\s+\(mayor\)", source);
        Assert.Matches(source, Text);
        Assert.Equal("certain", attribution.GetProperty("certainty").GetString());
        Assert.Equal("Lea", real.Gold.GetProperty("sharedPassages")[0].GetProperty("text").GetString());
        Assert.Equal(@"Lea\s+Roth.*(sank|sunk)", real.Gold.GetProperty("claims")[0].GetProperty("pattern").GetString());
    }

    [Fact]
    public void Typographic_quotes_in_a_pattern_are_folded_as_the_scorer_folds_those_of_the_text()
    {
        RealCase real = Load(Gold($$""" "support": [ { "claim": "@r1:{{At("“three", "boats”")[1..]}}" } ] """));

        Assert.Equal("\"three\\s+boats\"", real.Gold.GetProperty("support")[0].GetProperty("claim").GetString());
    }

    [Fact]
    public void Reports_carry_the_text_outlet_and_day_of_the_corpus_and_the_name_that_the_gold_has()
    {
        RealCase real = Load(Gold(""" "quotes": [] """));

        Assert.Equal(["boats.jsonl#r1", "boats.jsonl#r2"], real.Reports.Select(r => r.Input));
        Assert.Equal((Text, "Harbour Post", "2026-03-09"), (real.Reports[0].Text, real.Reports[0].Outlet, real.Reports[0].Published?.ToString()));
        Assert.Null(real.Reports[1].Outlet);
    }

    [Fact]
    public void A_text_that_is_not_the_annotated_one_is_refused_by_name()
    {
        string file = Gold(""" "quotes": [] """);
        Corpus(Text + " Two were.");

        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => RealCase.Load(file, Corpora));
        Assert.Contains("the text of r1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@0-5000")]
    [InlineData("@9-9")]
    [InlineData("@r7:0-3")]
    public void An_offset_that_stands_nowhere_is_refused(string place) =>
        Assert.Throws<InvalidDataException>(() => Load(Gold($$""" "ownVoice": [ { "file": "r1", "content": "{{place}}" } ] """)));

    [Fact]
    public void A_report_that_the_corpus_lacks_is_named()
    {
        string file = Gold(""" "quotes": [] """);
        File.WriteAllText(Path.Combine(Corpora, "boats.jsonl"), "\n");

        Assert.Contains("harbour_1", Assert.Throws<InvalidDataException>(() => RealCase.Load(file, Corpora)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_scores_the_cases_and_says_that_it_skipped_them_where_the_corpora_are_absent()
    {
        Gold($$""" "attributions": [ { "file": "r1", "content": "{{At("three boats", "Ives")}}", "sources": ["@0-8"] } ] """);
        Call scored = await Call.StemmaAsync("eval", "cases", Cases);
        Call elsewhere = await Call.StemmaAsync("eval", "cases", Cases, "--corpora", Corpora);
        Call changed = await ChangedAsync();
        Directory.Delete(Corpora, recursive: true);
        Call skipped = await Call.StemmaAsync("eval", "cases", Cases);

        Assert.Equal(0, scored.Status);
        Assert.Matches(@"== boats\ngrouping +\d/2 ", scored.Output);
        Assert.Matches(@"attribution: whole chain +[01]/1 ", scored.Output);
        Assert.Equal(scored.Output, elsewhere.Output);
        Assert.NotEqual(0, changed.Status);
        Assert.Contains("not the one that was annotated", changed.Error, StringComparison.Ordinal);
        Assert.Equal(0, skipped.Status);
        Assert.StartsWith("skipped: ", skipped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_gold_of_ours_holds_the_words_of_a_report()
    {
        string[] files = [.. RealCase.FilesIn(Committed)];
        Assert.True(files.Length >= 4);
        foreach (string file in files)
        {
            JsonObject gold = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
            _ = gold.Remove("about");
            foreach (string text in TextsIn(gold))
            {
                foreach (string piece in Alternative().Split(Offset().Replace(text, "|")))
                    Assert.True(Word().Count(piece) <= 3, $"{Path.GetFileName(file)} holds words: {text}");
            }
        }
    }

    [CorpusFact("polnear/train.jsonl.gz", "ecbplus/stories.jsonl.gz")]
    public void All_gold_of_ours_fits_the_corpora()
    {
        foreach (string file in RealCase.FilesIn(Committed))
        {
            RealCase real = RealCase.Load(file, RealCase.CorporaBeside(Committed));
            Assert.DoesNotContain("@", real.Gold.GetProperty("attributions").GetRawText(), StringComparison.Ordinal);
            Assert.True(real.Gold.GetProperty("attributions").GetArrayLength() >= 20);
        }
    }

    /// <summary>The fields that may hold words of our own are left out: what a note says, and the names of things.</summary>
    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject item => item.Where(p => p.Key is not ("note" or "id" or "sha256" or "corpus")).SelectMany(p => TextsIn(p.Value)),
        JsonArray list => list.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static string At(string first, string last)
    {
        int start = Text.IndexOf(first, StringComparison.Ordinal);
        return $"@{start}-{Text.IndexOf(last, start, StringComparison.Ordinal) + last.Length}";
    }

    private RealCase Load(string file) => RealCase.Load(file, Corpora);

    private async Task<Call> ChangedAsync()
    {
        Corpus(Text + " Two were.");
        return await Call.StemmaAsync("eval", "cases", Cases);
    }

    private string Gold(string fields)
    {
        Corpus(Text);
        return folder.File("repository/eval/real/boats.json", $$"""
            { "name": "boats", "corpus": "boats.jsonl", "reports": [
              { "file": "r1", "id": "harbour_1", "sha256": "{{RealCase.DigestOf(Text)}}" },
              { "file": "r2", "id": "quay_2", "sha256": "{{RealCase.DigestOf(Second)}}" } ],
            {{fields}} }
            """);
    }

    private const string Second = "Lea Roth spoke of three boats that sank off St. Ives on Sunday.";

    private void Corpus(string first) => folder.File("shared/corpora/boats.jsonl", string.Join('\n',
        new JsonObject { ["doc_id"] = "harbour_1", ["publisher"] = "Harbour Post", ["date"] = "2026-03-09", ["text"] = first }.ToJsonString(),
        "",
        new JsonObject { ["id"] = "quay_2", ["text"] = Second }.ToJsonString()));

    [GeneratedRegex(@"@[A-Za-z0-9:]*[0-9]+-[0-9]+")]
    private static partial Regex Offset();

    [GeneratedRegex(@"[|()\[\]]")]
    private static partial Regex Alternative();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();
}
