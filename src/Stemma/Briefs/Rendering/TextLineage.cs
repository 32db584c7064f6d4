using Stemma.Lineages;
using Stemma.Reports;

namespace Stemma.Briefs.Rendering;

/// <summary>The lineage of a story as an indented tree of lines.</summary>
internal static class TextLineage
{
    // Deeper than this the lines would be pushed off the page; the depth is then told by its figure.
    private const int MaxIndent = 8;

    /// <summary>With its heading; nothing where no report rests on another.</summary>
    public static void Write(TextPage page, StoryLookup lookup)
    {
        if (lookup.Story.Lineage.IsEmpty)
            return;
        page.Heading("Who rests on whom");
        Tree(page, lookup);
    }

    public static void Tree(TextPage page, StoryLookup lookup)
    {
        foreach (LineageNode node in LineageTree.Of(lookup.Story))
        {
            int depth = Math.Min(node.Depth, MaxIndent);
            string first = depth == 0 ? "" : new string(' ', (depth * 2) - 2) + "└ ";
            page.Paragraph(Line(lookup, node), first, new string(' ', first.Length + 2));
        }
    }

    internal static string Line(StoryLookup lookup, LineageNode node)
    {
        string line = lookup.Report(node.Id) is { } report
            ? $"{lookup.Name(report)}, {Dates.Short(report.Published)}{(report.Status is ReportStatus.Withdrawn ? ", withdrawn" : "")}"
            : $"{lookup.Name(node.Id)} (not at hand)";
        if (node.By is { } by)
            line += $" — {Sourcing.Verb(by.Kind)}{Share(by)}";
        if (node.By is null && node.Also.IsEmpty && node.Depth == 0 && lookup.Report(node.Id) is not null && !lookup.Story.Lineage.Any(d => d.To == node.Id))
            line += " — rests on none of these";
        if (!node.Also.IsEmpty)
            line += "; also " + string.Join(", ", node.Also.Select(d => $"{Sourcing.Verb(d.Kind)} {lookup.Name(d.To)}{Share(d)}"));
        return line;
    }

    private static string Share(Derivation derivation) =>
        derivation.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite && derivation.Share > 0 ? $" {Sourcing.Percent(derivation.Share)}" : "";
}
