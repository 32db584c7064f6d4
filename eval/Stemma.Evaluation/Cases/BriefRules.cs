using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>What the brief tells, and that everything told stands in the reports.</summary>
internal static class BriefRules
{
    private const int PointsRead = 12; // of a section: an editor reads no more
    private const int PointLength = 400; // characters: a point, not a page

    /// <summary>Words that join names and figures without saying anything.</summary>
    private const string Glue =
        "according to citing said says a an the unnamed named of in on by and or from as not it is was were are has have had that this with for at one two its their";

    public static void Ask(ScoredStory story, Tally tally)
    {
        JsonElement brief = story.Node.Field("brief") ?? default;
        if (story.Gold.Field("brief") is { } asked)
        {
            foreach (JsonProperty section in asked.EnumerateObject())
            {
                JsonElement[] points = [.. (brief.Field(section.Name) is { } value ? Listed(value) : []).Take(PointsRead)];
                foreach (string pattern in section.Value.EnumerateArray().Select(p => p.GetString()!))
                {
                    tally.Add($"brief: {section.Name}",
                        points.Any(p => Wording.Hit(pattern, new CodePointText(p.Text("text") ?? "").Slice(0, PointLength))), pattern);
                }
            }
        }

        AskSpans(story, tally);
        AskPoints(story, brief, tally);
    }

    private static IEnumerable<JsonElement> Listed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [value],
    };

    private static void AskSpans(ScoredStory story, Tally tally)
    {
        (int bad, int total) = (0, 0);
        Stack<JsonElement> open = new([story.Node]);
        while (open.TryPop(out JsonElement node))
        {
            if (node.ValueKind == JsonValueKind.Object)
            {
                if (node.Has("report") && node.Has("start") && node.Has("end") && node.Has("quote"))
                {
                    total++;
                    bad += IsExact(story, node) ? 0 : 1;
                }

                foreach (JsonProperty property in node.EnumerateObject())
                    open.Push(property.Value);
            }
            else if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in node.EnumerateArray())
                    open.Push(item);
            }
        }

        tally.Add("spans exact", total > 0 && bad == 0, $"{bad} of {total} spans differ from the body");
    }

    private static bool IsExact(ScoredStory story, JsonElement span)
    {
        (string? report, int start, int end) = (span.Text("report"), span.Count("start"), span.Count("end"));
        if (!story.IsKnown(report))
            return false;
        string body = story.Body(report);
        end = Math.Min(end, body.Length);
        string words = start >= 0 && start < end ? body[start..end] : "";
        return words == span.Text("quote");
    }

    private static void AskPoints(ScoredStory story, JsonElement brief, Tally tally)
    {
        JsonElement[] points = brief.ValueKind != JsonValueKind.Object ? [] :
            [.. brief.EnumerateObject().Where(p => p.Name is not ("headline" or "furtherReading")).SelectMany(p => Listed(p.Value))];
        tally.Add("points have evidence", points.Length > 0 && points.All(p => p.Items("evidence").Length > 0), "a point without evidence");

        // Words of a point come from its evidence or from a source's or outlet's resolved name.
        HashSet<string> free = new(Glue.Split(' '), StringComparer.Ordinal);
        free.UnionWith(story.Assertions.SelectMany(a => a.Items("attribution")).SelectMany(s => Wording.Words(s.Text("name"))));
        free.UnionWith(story.Reports.SelectMany(r => Wording.Words(r.Text("outlet"))));
        foreach (JsonElement point in points)
        {
            string text = point.Text("text") ?? "";
            string[] said = [.. Wording.Words(text).Where(w => !free.Contains(w) && !w.All(char.IsAsciiDigit))];
            HashSet<string> known = [.. point.Items("evidence").SelectMany(e => Wording.Words(e.Text("quote")))];
            double share = said.Length == 0 ? 1 : (double)said.Count(known.Contains) / said.Length;
            tally.Add("points stand in their evidence", share >= .7, text.Length > 80 ? text[..80] : text,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * share:0} % of its words"));
        }
    }
}
