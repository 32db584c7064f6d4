using System.Text.Json;

namespace Stemma.Evaluation.Cases;

/// <summary>Who rests on whom: every edge of the gold, and no copying between reports that are independent.</summary>
internal static class LineageRules
{
    public static void Ask(ScoredStory story, Tally tally)
    {
        JsonElement[] lineage = story.Node.Items("lineage");
        foreach (JsonElement gold in story.Gold.Items("lineage"))
            AskEdge(story, gold, lineage, tally);
        foreach (JsonElement gold in story.Gold.Items("independent"))
        {
            string[] ends = [.. gold.EnumerateArray().Select(p => Wording.Key(p.GetString())).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            string[] copies = [.. lineage
                .Where(d => IsCopy(d) && ends.SequenceEqual(Ends(story, d), StringComparer.Ordinal))
                .Select(d => d.Text("kind")!)];
            bool known = ends.All(e => story.ReportByKey[e] is not null);
            tally.Add("lineage: no false copies", lineage.Length > 0 && known && copies.Length == 0,
                $"{string.Join(", ", ends)} are independent", copies.Length > 0 ? string.Join(", ", copies) : "no lineage");
        }
    }

    private static bool IsCopy(JsonElement derivation) => derivation.Text("kind") is "verbatim" or "rewrite";

    private static string[] Ends(ScoredStory story, JsonElement derivation) =>
        [.. new[] { story.KeyOf(derivation.Text("from")) ?? "", story.KeyOf(derivation.Text("to")) ?? "" }
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void AskEdge(ScoredStory story, JsonElement gold, JsonElement[] lineage, Tally tally)
    {
        (string from, string to, string kind) = (gold.Text("from") ?? "", gold.Text("to") ?? "", gold.Text("kind") ?? "");

        // Another copy of the parent's text may stand for the parent.
        HashSet<string> parents = [Wording.Key(to)];
        if (kind is "verbatim" or "rewrite")
        {
            foreach (JsonElement copy in story.Gold.Items("lineage").Where(c => c.Text("kind") == "verbatim" && c.Text("to") == to && c.Text("from") != from))
                parents.Add(Wording.Key(copy.Text("from")));
        }

        JsonElement[] mine = [.. lineage.Where(d => story.KeyOf(d.Text("from")) == Wording.Key(from))];
        bool found = mine.Any(d => story.KeyOf(d.Text("to")) is { } key && parents.Contains(key));

        // For a citation, an origin or another report of the outlet that is cited will do.
        if (kind is "cites" or "credits" && Named(story, to) is { Length: > 0 } named)
            found = found || mine.Any(d => IsAlike(named, EndName(story, d.Text("to"))));
        tally.Add("lineage: edges", found, $"{from} {kind} {to}",
            string.Join(", ", mine.Select(d => $"{d.Text("kind")} {story.KeyOf(d.Text("to")) ?? EndName(story, d.Text("to"))}")));
    }

    /// <summary>The outlet of a report of the gold, else the words that the gold gives for the parent.</summary>
    private static string? Named(ScoredStory story, string to)
    {
        foreach (JsonElement report in story.Gold.Items("reports").Reverse())
        {
            if (Wording.Key(report.Text("file")) == Wording.Key(to))
                return report.Text("outlet");
        }

        return to;
    }

    private static string? EndName(ScoredStory story, string? id)
    {
        JsonElement? origin = story.Node.Items("origins").Select(o => (JsonElement?)o).LastOrDefault(o => o!.Value.Text("id") == id);
        string? name = origin is { } o ? string.Join(' ', o.Texts("via").Prepend(o.Text("name") ?? "")) : null;
        return !string.IsNullOrEmpty(name) ? name : story.KeyOf(id) is { } key ? Named(story, key) : null;
    }

    private static bool IsAlike(string named, string? name) =>
        !string.IsNullOrEmpty(name)
        && (Wording.Hit(named, name)
            || Wording.Words(name).Where(w => w is not ("the" or "of")).ToHashSet(StringComparer.Ordinal).IsSubsetOf(Wording.Words(named)));
}
