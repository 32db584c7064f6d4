using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Claims: which reports assert them, how many origins stand behind them, and where they stand.</summary>
internal static class ClaimRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        foreach (JsonElement gold in story.Gold.Items("claims"))
            AskClaim(story, gold, tally);
    }

    private static void AskClaim(ScoredStory story, JsonElement gold, Tally tally)
    {
        string pattern = gold.Text("pattern") ?? "";
        HashSet<string> asked = [.. gold.Texts("reports").Select(Wording.Key)];
        List<(int Reports, JsonElement Claim)> found = [];
        foreach (JsonElement claim in story.Node.Items("claims"))
        {
            JsonElement[] members = Members(story, claim);
            if (Wording.Hit(pattern, claim.Text("statement")) || members.Any(a => SentenceReach.Says(story, a, pattern)))
                found.Add((asked.Count(k => members.Any(a => story.KeyOf(a.Text("report")) == k)), claim));
        }

        // The claims that gather most of the reports asked for.
        int most = found.Select(f => f.Reports).DefaultIfEmpty(0).Max();
        JsonElement[] best = [.. found.Where(f => f.Reports == most && f.Reports > 0).Select(f => f.Claim)];
        (int min, int max) = (gold.Count("originsMin"), gold.Count("originsMax"));
        string id = gold.Text("id") ?? "";
        string what = $"{id}: {min}..{max} {gold.Text("status")}";
        string got = string.Join("; ", best.Take(4).Select(c => $"{Low(c)}..{High(c)} {c.Text("status")}"));
        foreach (string key in asked.Order(StringComparer.Ordinal))
        {
            tally.Add("claim reports", best.Any(c => Members(story, c).Any(a => story.KeyOf(a.Text("report")) == key)),
                $"{id}: asserted by {key}", best.Length == 0 ? "no such claim" : "");
        }

        // Right: it meets the gold's interval and is at most one wider, so that "0 to 99" is no answer.
        tally.Add("origins interval", best.Any(c => Low(c) <= max && High(c) >= min && High(c) - Low(c) <= max - min + 1), what, got);
        tally.Add("origins exact", best.Any(c => Low(c) == min && High(c) == max), what, got);
        tally.Add("claim status", best.Any(c => (gold.Text("status") ?? "").Split('|').Contains(c.Text("status"))), what, got);
    }

    private static JsonElement[] Members(ScoredStory story, JsonElement claim) => story.MembersByClaim[claim.Text("id") ?? ""];

    private static int Low(JsonElement claim) => claim.Field("support")?.Count("originsAtLeast") ?? 0;

    private static int High(JsonElement claim) => claim.Field("support")?.Count("originsAtMost") ?? 0;
}
