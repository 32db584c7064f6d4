using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Changed details must be told apart, and values that agree must not be called a conflict.</summary>
internal static class DistortionRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        foreach (JsonElement gold in story.Gold.Items("distortions"))
            AskDistortion(story, gold, tally);
        foreach (JsonElement gold in story.Gold.Items("compatible"))
            AskCompatible(story, gold, tally);
    }

    private static void AskDistortion(ScoredStory story, JsonElement gold, Tally tally)
    {
        string file = Wording.Key(gold.Text("file"));
        (string right, string wrong, string pattern) = (gold.Text("right") ?? "", gold.Text("wrong") ?? "", gold.Text("claim") ?? "");
        JsonElement[] own = [.. story.Assertions.Where(a => story.IsIn(a.Text("report"), file))];
        JsonElement[] holders = [.. own.Where(a => Wording.Norm(ScoredStory.Quote(a)).Contains(Wording.Norm(wrong), StringComparison.Ordinal))];
        if (holders.Length == 0)
            holders = [.. own.Where(a => IsNear(story, a, wrong))];
        HashSet<string> wrongIds = [.. holders.Select(a => a.Text("id") ?? "")];
        HashSet<string> rightIds = [.. story.Assertions
            .Where(a => !story.IsIn(a.Text("report"), file) && IsNear(story, a, right) && SentenceReach.Says(story, a, pattern))
            .Select(a => a.Text("id") ?? "")];

        // Read, and not counted towards the right claim; or else a difference holds both values.
        string[] mixed = [.. story.Node.Items("claims")
            .Where(c => c.Texts("assertions").Any(wrongIds.Contains) && c.Texts("assertions").Any(rightIds.Contains))
            .Select(c => c.Text("statement") ?? "")];
        bool caught = story.Node.Items("differences").Any(d => d.Text("verdict") is "conflict" or "superseded" && IsApart(d, wrongIds, rightIds));
        tally.Add("distortions caught", wrongIds.Count > 0 && (caught || mixed.Length == 0),
            $"{file}: {gold.Text("kind")}: '{wrong}' for '{right}'", wrongIds.Count > 0 ? string.Join("; ", mixed.Take(2)) : "not read");
    }

    private static bool IsApart(JsonElement difference, HashSet<string> wrongIds, HashSet<string> rightIds)
    {
        string[][] sides = [.. difference.Items("positions").Select(p => p.Texts("assertions"))];
        for (int i = 0; i < sides.Length; i++)
        {
            for (int j = 0; j < sides.Length; j++)
            {
                if (i != j && sides[i].Any(wrongIds.Contains) && sides[j].Any(rightIds.Contains))
                    return true;
            }
        }

        return false;
    }

    private static bool IsNear(ScoredStory story, JsonElement assertion, string value)
    {
        string wanted = Wording.Norm(value);
        return Wording.Norm(ScoredStory.Quote(assertion)).Contains(wanted, StringComparison.Ordinal)
            || Wording.Norm(story.Around(assertion.Text("report"), ScoredStory.At(assertion), 40)).Contains(wanted, StringComparison.Ordinal);
    }

    private static void AskCompatible(ScoredStory story, JsonElement gold, Tally tally)
    {
        (string[] values, string? kind) = (gold.Texts("values"), gold.Text("kind"));

        // A difference that also holds a true conflict of the gold is not held against the pair.
        JsonElement[] trueConflicts = [.. story.Gold.Items("differences")
            .Where(g => g.Text("kind") == kind && SharedRules.Verdicts(g).Contains("conflict") && g.Items("values").Length == 2)];
        string[] bad = [.. story.Node.Items("differences")
            .Where(d => d.Text("kind") == kind && d.Text("verdict") == "conflict"
                && (gold.Text("about") is not { } about || Wording.Hit(about, d.Text("about"))))
            .Where(d => HoldsAll(d, values) && !trueConflicts.Any(t => HoldsAll(d, t.Texts("values"))))
            .Select(d => d.Text("about") ?? "")];
        IEnumerable<string> read = story.Node.Items("quantities").Select(q => $"{q.Printed("low")} {q.Printed("high")}")
            .Concat(story.Node.Items("times").Select(t => $"{t.Printed("from")} {t.Printed("to")}"));
        bool seen = values.All(v => read.Any(x => Wording.Holds(x, v)));
        tally.Add("false conflicts", seen && bad.Length == 0, $"{kind} {string.Join(", ", values)} agree", bad.Length > 0 ? string.Join("; ", bad) : "not read");
    }

    private static bool HoldsAll(JsonElement difference, string[] values)
    {
        string[] positions = [.. difference.Items("positions").Select(p => $"{p.Printed("value")} | {p.Printed("text")}")];
        return values.All(v => positions.Any(p => Wording.Holds(p, v)));
    }
}
