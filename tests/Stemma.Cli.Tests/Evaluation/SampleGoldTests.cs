using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stemma.Evaluation.Cases;
using Stemma.Evaluation.Gate;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>The gold of our own stories says nothing that does not stand in them, so that a miss is the engine's and not the gold's.</summary>
public sealed class SampleGoldTests
{
    private static readonly EvaluationCase[] Cases =
        [.. ((string[])["gold", "cases"]).SelectMany(folder => EvaluationCase.Find(Path.Combine(Checkout.Root, "eval", folder)))];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_words_of_the_gold_stand_in_the_reports(string name)
    {
        EvaluationCase evaluationCase = Cases.Single(c => c.Name == name);
        Dictionary<string, string> texts = Texts(evaluationCase);
        JsonElement gold = evaluationCase.Gold();

        Assert.Empty(Absent(gold, texts));
        Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), gold.Items("reports").Select(r => r.Text("file")!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_pattern_of_a_claim_finds_it_in_each_report_that_asserts_it(string name)
    {
        EvaluationCase evaluationCase = Cases.Single(c => c.Name == name);
        Dictionary<string, string> texts = Texts(evaluationCase);

        Assert.Empty(
            from claim in evaluationCase.Gold().Items("claims")
            let pattern = new Regex(claim.Text("pattern")!, RegexOptions.IgnoreCase | RegexOptions.Singleline)
            from report in claim.Texts("reports")
            where !pattern.IsMatch(texts[report])
            select $"{claim.Text("id")} in {report}");
    }

    [Fact]
    public void The_floors_of_all_our_own_stories_are_pinned_on_their_gold_as_it_is()
    {
        Floors floors = Floors.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "eval", "floors.json")));

        Assert.Equal(
            Cases.Select(c => $"{c.Name} {c.Digest()}").Order(StringComparer.Ordinal),
            floors.Cases.Select(c => $"{c.Key} {c.Value.Digest}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Absent(JsonElement gold, Dictionary<string, string> texts)
    {
        foreach (JsonElement report in gold.Items("reports"))
        {
            foreach (string words in report.Texts("bodyHas").Concat(report.Texts("bodyLacks")).Append(report.Text("note") ?? ""))
            {
                if (!texts[report.Text("file")!].Contains(Wording.Norm(words), StringComparison.Ordinal))
                    yield return $"reports {report.Text("file")}: {words}";
            }
        }

        foreach (string list in (string[])["attributions", "ownVoice", "times", "quantities", "quotes"])
        {
            foreach (JsonElement item in gold.Items(list))
            {
                foreach (string? words in (string?[])[item.Text("content"), item.Text("text"), item.Text("near"), item.Text("contentNear")])
                {
                    if (!texts[item.Text("file")!].Contains(Wording.Norm(words), StringComparison.Ordinal))
                        yield return $"{list} {item.Text("file")}: {words}";
                }
            }
        }
    }

    /// <summary>Each report's raw title and text, folded, by the gold's name for it: read without the engine, whose mistakes must not hide here.</summary>
    private static Dictionary<string, string> Texts(EvaluationCase evaluationCase)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (string file in evaluationCase.Inputs)
        {
            if (!file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                texts.Add(Wording.Key(file), Plain(File.ReadAllText(file)));
                continue;
            }

            foreach (string line in File.ReadLines(file))
            {
                using JsonDocument report = JsonDocument.Parse(line);
                JsonElement r = report.RootElement;
                texts.Add(r.Text("id")!, Plain($"{r.Text("title")} {r.Text("text")} {r.Text("html")}"));
            }
        }

        return texts;
    }

    private static string Plain(string text) => Wording.Norm(WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]+>", " ")));
}
