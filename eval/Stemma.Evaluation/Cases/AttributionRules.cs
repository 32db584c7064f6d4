using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Whose word each statement is, how firm it is, and what is the report's own voice.</summary>
internal static class AttributionRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        foreach (JsonElement gold in story.Gold.Items("attributions"))
            AskAttribution(story, gold, tally);
        foreach (JsonElement gold in story.Gold.Items("ownVoice"))
            AskOwnVoice(story, gold, tally);
    }

    private static void AskAttribution(ScoredStory story, JsonElement gold, Tally tally)
    {
        string file = Wording.Key(gold.Text("file"));
        string content = gold.Text("content") ?? "";
        string[] sources = gold.Texts("sources");
        string what = $"{file}: {string.Join(" <- ", sources)}: {(content.Length > 70 ? content[..70] : content)}";
        int contentWords = Wording.Words(content).Length;

        // The best of the assertions that overlap: most sources in order, then overlap; the first of equals.
        (double Chain, double Overlap, JsonElement Assertion)? best = null;
        foreach (JsonElement assertion in story.Assertions.Where(a => story.IsIn(a.Text("report"), file)))
        {
            double overlap = Overlap(content, contentWords, ScoredStory.Quote(assertion));
            if (gold.Text("contentNear") is { Length: > 0 } near && overlap >= .5
                && !Wording.Norm(story.Around(assertion.Text("report"), ScoredStory.At(assertion), 200)).Contains(Wording.Norm(near), StringComparison.Ordinal))
                overlap = 0;
            if (overlap < .5)
                continue;
            double chain = Chain(assertion, sources);
            if (best is not { } b || chain > b.Chain || (chain == b.Chain && overlap > b.Overlap))
                best = (chain, overlap, assertion);
        }

        string got = best is { } found ? string.Join(" <- ", found.Assertion.Items("attribution").Select(s => s.Text("name"))) : "no assertion";
        tally.Add("attribution: some source", best is { Chain: > 0 }, what, got);
        tally.Add("attribution: whole chain", best is { } whole && whole.Chain >= sources.Length, what, got);
        if (best is not { } top)
            return;
        foreach (string field in (string[])["certainty", "stance", "polarity"])
        {
            if (gold.Text(field) is { } wanted)
                tally.Add(field, top.Assertion.Text(field) == wanted, $"{what} is {wanted}", top.Assertion.Text(field) ?? "null");
        }

        if (gold.Field("anonymous") is { } anonymous)
        {
            bool any = top.Assertion.Items("attribution").Any(s => s.Field("anonymous") is { ValueKind: JsonValueKind.True });
            tally.Add("anonymity", any == (anonymous.ValueKind == JsonValueKind.True), what, any ? "anonymous" : "named");
        }
    }

    private static double Overlap(string content, int contentWords, string quote)
    {
        double f1 = Wording.F1(content, quote);
        if (contentWords >= 3)
            return Math.Max(f1, Wording.Recall(content, quote) * 0.75);
        return f1 > .3 && Wording.Norm(quote).Contains(Wording.Norm(content), StringComparison.Ordinal) ? 1 : f1;
    }

    /// <summary>How many of the gold's sources the chain names in order; half a point each for sources out of order.</summary>
    /// <remarks>A chain that names everybody is no attribution: more than two sources beyond the gold's count for nothing.</remarks>
    private static double Chain(JsonElement assertion, string[] sources)
    {
        string[] texts = [.. assertion.Items("attribution").Select(s =>
            $"{s.Printed("name", missing: "")} | {s.Field("at")?.Printed("quote", missing: "") ?? ""}")];
        if (texts.Length > sources.Length + 2)
            return 0;
        int inOrder = 0;
        foreach (string text in texts)
        {
            if (inOrder < sources.Length && Wording.Hit(sources[inOrder], text))
                inOrder++;
        }

        return inOrder > 0 ? inOrder : sources.Count(p => texts.Any(t => Wording.Hit(p, t))) * .5;
    }

    private static void AskOwnVoice(ScoredStory story, JsonElement gold, Tally tally)
    {
        string file = Wording.Key(gold.Text("file"));
        string content = gold.Text("content") ?? "";
        JsonElement[] over = [.. story.Assertions.Where(a => story.IsIn(a.Text("report"), file) && Wording.F1(content, ScoredStory.Quote(a)) >= .5)];
        JsonElement[] wrong = [.. over.Where(a => a.Items("attribution").Length > 0)];
        tally.Add("the report's own voice", over.Length > 0 && wrong.Length == 0, $"{file}: {(content.Length > 70 ? content[..70] : content)}",
            over.Length == 0 ? "no assertion" : string.Join("; ", wrong.SelectMany(a => a.Items("attribution")).Select(s => s.Text("name"))));
    }
}
