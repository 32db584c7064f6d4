using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>What crosses reports: shared passages, differences, and the support of claims.</summary>
internal static class SharedRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        foreach (JsonElement gold in story.Gold.Items("sharedPassages"))
            AskPassage(story, gold, tally);
        foreach (JsonElement gold in story.Gold.Items("differences"))
            AskDifference(story, gold, tally);
        foreach (JsonElement gold in story.Gold.Items("support"))
            AskSupport(story, gold, tally);
    }

    private static void AskPassage(ScoredStory story, JsonElement gold, Tally tally)
    {
        HashSet<string> pair = [.. gold.Texts("files").Select(Wording.Key)];
        string text = Wording.Norm(gold.Text("text"));
        string start = text.Length > 25 ? text[..25] : text;
        bool Shows(string? words) => Wording.Norm(words).Contains(start, StringComparison.Ordinal);
        bool found = false;
        foreach (JsonElement derivation in story.Node.Items("lineage"))
        {
            found |= pair.IsSubsetOf(Known(story.KeyOf(derivation.Text("from")), story.KeyOf(derivation.Text("to"))))
                && derivation.Items("passages").Any(p => Shows(p.Field("from")?.Text("quote") + " " + p.Field("to")?.Text("quote")));
        }

        foreach (JsonElement[] members in story.MembersByClaim.Values)
        {
            found = found || (pair.IsSubsetOf(Known([.. members.Select(a => story.KeyOf(a.Text("report")))]))
                && members.Any(a => Shows(story.Around(a.Text("report"), ScoredStory.At(a)))));
        }

        found = found || story.Node.Items("quotes").Any(q => Shows(q.Text("text")) && q.Items("sameAs").Length > 0
            && story.KeyOf(ScoredStory.At(q).Text("report")) is { } key && pair.Contains(key));
        tally.Add("shared passages", found, $"{string.Join(", ", pair.Order(StringComparer.Ordinal))}: {start}");
    }

    private static HashSet<string> Known(params string?[] keys) => [.. keys.OfType<string>()];

    private static void AskDifference(ScoredStory story, JsonElement gold, Tally tally)
    {
        bool found = false;
        List<string> got = [];
        HashSet<string> files = [.. gold.Texts("files").Select(Wording.Key)];
        foreach (JsonElement difference in story.Node.Items("differences").Where(d => d.Text("kind") == gold.Text("kind")))
        {
            JsonElement[] positions = difference.Items("positions");
            string about = difference.Text("about") ?? "";
            string text = (difference.Has("positions") ? JsonReading.Dumped(difference.Field("positions")) : "[]") + " " + about;
            got.Add($"{about} [{string.Join(", ", positions.Select(p => p.Text("value")))}] {difference.Text("verdict")}");
            if (!gold.Texts("values").All(v => text.Contains(v, StringComparison.Ordinal) || Wording.Holds(text, v)))
                continue;
            string quotes = string.Join(' ', positions.Select(p => story.QuotesOf(p.Texts("assertions"))).Where(q => q.Length > 0));
            if (gold.Text("about") is { } pattern && !Wording.Hit(pattern, about + " " + quotes))
                continue;
            HashSet<string> ids = [.. positions.SelectMany(p => p.Texts("assertions"))];
            HashSet<string> sayers = Known([.. story.Assertions.Where(a => ids.Contains(a.Text("id") ?? "")).Select(a => story.KeyOf(a.Text("report")))]);
            if (sayers.Count(files.Contains) < (files.Count > 1 ? 2 : 1))
                continue;
            found = found || Verdicts(gold).Contains(difference.Text("verdict"));
        }

        tally.Add("differences", found,
            $"{gold.Text("kind")} {string.Join(", ", gold.Texts("values"))} {gold.Text("about")} {gold.Text("verdict")}", string.Join("; ", got.Take(4)));
    }

    public static string[] Verdicts(JsonElement gold) => (gold.Text("verdict") ?? "").Split('|');

    private static void AskSupport(ScoredStory story, JsonElement gold, Tally tally)
    {
        string pattern = gold.Text("claim") ?? "";
        bool found = false;
        string? got = null;
        foreach (JsonElement claim in story.Node.Items("claims"))
        {
            JsonElement[] members = story.MembersByClaim[claim.Text("id") ?? ""];
            if (!Wording.Hit(pattern, claim.Text("statement") + " " + string.Join(' ', members.Select(ScoredStory.Quote))))
                continue;
            JsonElement support = claim.Field("support") ?? default;
            bool right = support.Count("reports") >= gold.Count("reportsAtLeast")
                && support.Count("originsAtMost") <= gold.Count("originsAtMost", missing: 1_000_000)
                && support.Count("originsAtLeast") >= gold.Count("originsAtLeast")
                && gold.Texts("confirmedBy").All(p => members.Any(a =>
                    Wording.Hit(p, string.Join(' ', a.Items("attribution").Select(s => s.Text("name") ?? "")))));
            if (got is null || right)
                got = JsonReading.Dumped(support.ValueKind == JsonValueKind.Undefined ? null : support);
            found = found || right;
        }

        tally.Add("support", found, pattern, got ?? "no such claim");
    }
}
