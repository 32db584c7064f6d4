using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>The story of a picture that holds most of the gold's reports, with its parts looked up by id.</summary>
internal sealed class ScoredStory
{
    private readonly Dictionary<string, JsonElement> reportById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keyById = new(StringComparer.Ordinal);

    public ScoredStory(JsonElement picture, JsonElement gold)
    {
        Gold = gold;
        GoldKeys = [.. gold.Items("reports").Select(r => Wording.Key(r.Text("file")))];
        using JsonDocument none = JsonDocument.Parse("{}");
        Node = picture.Items("stories").DefaultIfEmpty(none.RootElement.Clone()).MaxBy(Held);
        Reports = Node.Items("reports");
        Assertions = Node.Items("assertions");
        foreach (JsonElement report in Reports)
            reportById[report.Text("id") ?? ""] = report;
        foreach (string key in GoldKeys)
        {
            JsonElement? report = Reports.Select(r => (JsonElement?)r).FirstOrDefault(r => Wording.Key(r!.Value.Text("input")) == key);
            ReportByKey[key] = report;
            if (report is { } found)
                keyById[found.Text("id") ?? ""] = key;
        }

        foreach (JsonElement claim in Node.Items("claims"))
        {
            HashSet<string> ids = [.. claim.Texts("assertions")];
            MembersByClaim[claim.Text("id") ?? ""] = [.. Assertions.Where(a => ids.Contains(a.Text("id") ?? ""))];
        }
    }

    public JsonElement Gold { get; }

    public JsonElement Node { get; }

    public string[] GoldKeys { get; }

    public JsonElement[] Reports { get; }

    public JsonElement[] Assertions { get; }

    /// <summary>The gold's reports by key; null for one that is not in the story.</summary>
    public Dictionary<string, JsonElement?> ReportByKey { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, JsonElement[]> MembersByClaim { get; } = new(StringComparer.Ordinal);

    /// <summary>How many of the gold's reports a story holds.</summary>
    public int Held(JsonElement story) => story.Items("reports").Count(r => GoldKeys.Contains(Wording.Key(r.Text("input"))));

    /// <summary>The gold's name for a report of the story, or null for a stranger or an origin.</summary>
    public string? KeyOf(string? id) => id is not null && keyById.TryGetValue(id, out string? key) ? key : null;

    public bool IsIn(string? reportId, string key) => KeyOf(reportId) == key;

    public string Body(string? reportId) =>
        reportId is not null && reportById.TryGetValue(reportId, out JsonElement report) ? report.Text("body") ?? "" : "";

    public bool IsKnown(string? reportId) => reportId is not null && reportById.ContainsKey(reportId);

    /// <summary>The text about a span, <paramref name="reach"/> characters to either side.</summary>
    public string Around(string? reportId, JsonElement span, int reach = 120)
    {
        CodePointText body = new(Body(reportId));
        return body.Slice(Math.Max(0, span.Count("start") - reach), span.Count("end") + reach);
    }

    /// <summary>The words of an assertion's or another item's <c>at</c>.</summary>
    public static string Quote(JsonElement item) => item.Field("at")?.Text("quote") ?? "";

    public static JsonElement At(JsonElement item) => item.Field("at") ?? default;

    public string QuotesOf(IEnumerable<string> assertionIds)
    {
        HashSet<string> ids = [.. assertionIds];
        return string.Join(' ', Assertions.Where(a => ids.Contains(a.Text("id") ?? "")).Select(Quote));
    }
}
