using System.Globalization;
using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Grouping, the facts of each report, its date, and what cleaning keeps and drops.</summary>
internal static class ReportRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        foreach (string key in story.GoldKeys)
            tally.Add("grouping", story.ReportByKey[key] is not null, $"{key} in one story");
        string[] strangers = [.. story.Reports.Select(r => r.Text("input") ?? "").Where(i => !story.GoldKeys.Contains(Wording.Key(i)))];
        tally.Add("grouping: no strangers", story.Held(story.Node) > 0 && strangers.Length == 0,
            "reports of other events in the story", string.Join(", ", strangers.Take(5)));
        foreach (JsonElement gold in story.Gold.Items("reports"))
        {
            if (story.ReportByKey[Wording.Key(gold.Text("file"))] is { } report)
                AskReport(gold, report, tally);
        }
    }

    private static void AskReport(JsonElement gold, JsonElement report, Tally tally)
    {
        string file = gold.Text("file") ?? "";
        string? outlet = report.Text("outlet");
        if (gold.Text("outlet") is { } wanted)
            tally.Add("report facts", Wording.Hit(wanted, outlet), $"{file}: outlet {wanted}", outlet ?? "null");
        else if (gold.Has("outlet"))
            tally.Add("report facts", outlet is null, $"{file}: no outlet can be told", outlet ?? "null");
        foreach (string agency in gold.Texts("agencies"))
            AskList(tally, report, "agencies", agency, $"{file}: agency {agency}");
        foreach (string author in gold.Texts("authors"))
            AskList(tally, report, "authors", author, $"{file}: author {author}");
        if (gold.Text("dateline") is { } dateline)
        {
            string got = JsonReading.Dumped(report.Field("dateline"));
            tally.Add("report facts", Wording.Hit(dateline, got), $"{file}: dateline {dateline}", got);
        }

        if (gold.Text("note") is { } note)
        {
            // Not Regex.Escape, which escapes spaces: the note is a text, looked for as it stands in any case.
            bool found = report.Items("notes").Any(n =>
                Wording.PlainQuotes(n.Text("text")).Contains(note, StringComparison.OrdinalIgnoreCase));
            tally.Add("report facts", found, $"{file}: note {note}", JsonReading.Dumped(report.Field("notes")));
        }

        if (gold.Text("published") is { } published)
        {
            bool near = DaysApart(report.Text("published"), published) is { } days && days <= gold.Count("publishedTolerance");
            tally.Add("publication date", near, $"{file}: published {published}", report.Text("published") ?? "null");
        }

        string body = Wording.Norm(report.Text("body"));
        foreach (string kept in gold.Texts("bodyHas"))
            tally.Add("clean body", body.Contains(Wording.Norm(kept), StringComparison.Ordinal), $"{file}: keeps '{kept}'", "missing");
        foreach (string dropped in gold.Texts("bodyLacks"))
            tally.Add("clean body", !body.Contains(Wording.Norm(dropped), StringComparison.Ordinal), $"{file}: drops '{dropped}'", "kept");
    }

    private static void AskList(Tally tally, JsonElement report, string field, string pattern, string what)
    {
        string[] got = report.Texts(field);
        tally.Add("report facts", got.Any(g => Wording.Hit(pattern, g)), what, string.Join(", ", got));
    }

    private static int? DaysApart(string? a, string b) =>
        Day(a) is { } left && Day(b) is { } right ? Math.Abs(left.DayNumber - right.DayNumber) : null;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day : null;
}
