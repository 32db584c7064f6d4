using System.Globalization;
using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Times, quantities, quotes and their speakers.</summary>
internal static class ValueRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        foreach (JsonElement gold in story.Gold.Items("times"))
            AskTime(story, gold, tally);
        foreach (JsonElement gold in story.Gold.Items("quantities"))
            AskQuantity(story, gold, tally);
        foreach (JsonElement gold in story.Gold.Items("quotes"))
            AskQuote(story, gold, tally);
    }

    private static void AskTime(ScoredStory story, JsonElement gold, Tally tally)
    {
        JsonElement? got = null;
        bool right = false;
        foreach (JsonElement time in At(story, story.Node.Items("times"), gold))
        {
            got = time;
            right = IsRight(time, gold);
            if (right)
                break;
        }

        if (got is null && gold.Field("optional") is { ValueKind: JsonValueKind.True })
            return;
        tally.Add("times", right, $"{Wording.Key(gold.Text("file"))}: {gold.Text("text")} = {gold.Text("start") ?? gold.Text("duration")}",
            got is { } g ? $"{g.Text("value")} {g.Text("from")}..{g.Text("to")} {g.Text("bound")} {g.Text("duration")}" : "none");
    }

    private static bool IsRight(JsonElement time, JsonElement gold)
    {
        (string from, string to, string? start) = (Day(time, "from"), Day(time, "to"), gold.Text("start"));
        if (gold.Has("duration"))
            return time.Text("duration") == gold.Text("duration");
        return gold.Text("bound") switch
        {
            "notBefore" => from == start && time.Text("bound") == "notBefore",
            "notAfter" => (to == start || from == start) && time.Text("bound") == "notAfter",
            _ => from == start && to == gold.Text("end"),
        };
    }

    private static string Day(JsonElement time, string field)
    {
        string text = time.Text(field) ?? "";
        return text.Length > 10 ? text[..10] : text;
    }

    private static void AskQuantity(ScoredStory story, JsonElement gold, Tally tally)
    {
        string? got = null;
        bool right = false;
        double value = gold.Number("value") ?? gold.Number("low") ?? double.NaN;
        foreach (JsonElement quantity in At(story, story.Node.Items("quantities"), gold))
        {
            string unit = $"{quantity.Printed("unit")} {quantity.Printed("of")}";
            got = string.Create(CultureInfo.InvariantCulture, $"{quantity.Number("low")}..{quantity.Number("high")} {unit} {quantity.Text("comparator")}");
            right = quantity.Number("low") is { } low && Math.Abs(low - value) < 1e-6
                && Wording.Hit(gold.Text("unit") ?? "", Wording.Norm(unit))
                && (!gold.Has("comparator") || quantity.Text("comparator") == gold.Text("comparator"));
            if (right)
                break;
        }

        tally.Add("quantities", right, $"{Wording.Key(gold.Text("file"))}: {gold.Text("text")}", got ?? "none");
    }

    /// <summary>The items of the gold's report whose words the gold's contain or are contained in, near the words it names.</summary>
    private static IEnumerable<JsonElement> At(ScoredStory story, JsonElement[] items, JsonElement gold)
    {
        string file = Wording.Key(gold.Text("file"));
        string text = Wording.Norm(gold.Text("text"));
        foreach (JsonElement item in items)
        {
            JsonElement at = ScoredStory.At(item);
            string? report = at.Text("report");
            if (!story.IsIn(report, file))
                continue;
            string quote = Wording.Norm(at.Text("quote"));
            if (!text.Contains(quote, StringComparison.Ordinal) && !quote.Contains(text, StringComparison.Ordinal))
                continue;
            if (gold.Text("near") is { Length: > 0 } near
                && !Wording.Norm(story.Around(report, at)).Contains(Wording.Norm(near), StringComparison.Ordinal))
                continue;
            yield return item;
        }
    }

    private static void AskQuote(ScoredStory story, JsonElement gold, Tally tally)
    {
        string file = Wording.Key(gold.Text("file"));
        string text = gold.Text("text") ?? "";
        JsonElement? best = null;
        double recall = -1;
        foreach (JsonElement quote in story.Node.Items("quotes").Where(q => story.IsIn(ScoredStory.At(q).Text("report"), file)))
        {
            double found = Wording.Recall(text, quote.Text("text"));
            if (found > recall)
                (best, recall) = (quote, found);
        }

        bool right = recall >= .8;
        string start = text.Length > 60 ? text[..60] : text;
        tally.Add("quotes: found", right, $"{file}: {start}", best?.Text("text") ?? "none");
        string speaker = gold.Text("speaker") ?? "";
        tally.Add("quotes: speaker", right && Wording.Hit(speaker, best?.Text("speaker")), $"{file}: {speaker}: {start}", best?.Text("speaker") ?? "none");
    }
}
