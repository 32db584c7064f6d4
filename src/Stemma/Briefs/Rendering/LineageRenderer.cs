using System.Text;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>The family tree of each story alone, for <c>stemma lineage</c>.</summary>
public static class LineageRenderer
{
    private const string Style =
        "svg{font:13px system-ui,sans-serif;background:#fff}" +
        ".node rect{fill:#f4f6f8;stroke:#51606f}.absent rect{fill:#fff;stroke-dasharray:4 3}.name{font-weight:600;fill:#16202a}.when{font-size:12px;fill:#51606f}" +
        ".edge path{fill:none;stroke:#51606f;stroke-width:1.5}.verbatim path{stroke-width:3}.credits path{stroke-dasharray:7 4}.cites path{stroke-dasharray:2 4}.tip{fill:#51606f}";

    /// <returns>For each story its title and an indented tree; ended by <c>\n</c>.</returns>
    public static string Text(Picture picture, int width, bool color)
    {
        ArgumentNullException.ThrowIfNull(picture);
        TextPage page = new(width, color);
        foreach (Story story in picture.Stories)
        {
            page.Blank();
            page.Paragraph(story.Title, ink: TextPage.Ink.Bold);
            page.Paragraph(StoryCounts.Of(story), ink: TextPage.Ink.Dim);
            page.Blank();
            TextLineage.Tree(page, new StoryLookup(story));
        }

        return page.ToString();
    }

    /// <returns>One Graphviz digraph; a subgraph each story. An edge leads from what is rested on to what rests on it.</returns>
    public static string Dot(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        StringBuilder dot = new("digraph stemma {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
        for (int s = 0; s < picture.Stories.Length; s++)
        {
            Story story = picture.Stories[s];
            StoryLookup lookup = new(story);
            string prefix = $"s{Invariant(s + 1)}:";
            dot.Append("  subgraph ").Append(Quote("cluster_" + Invariant(s + 1))).Append(" {\n    label=").Append(Quote(story.Title)).Append(";\n");
            foreach (Report report in story.Reports)
                dot.Append("    ").Append(Quote(prefix + report.Id)).Append(" [label=").Append(Quote(lookup.Name(report) + "\n" + Dates.Short(report.Published) + (report.Status is ReportStatus.Withdrawn ? "\nwithdrawn" : ""))).Append("];\n");
            foreach (string item in story.Lineage.Select(d => d.To).Where(id => lookup.Report(id) is null).Distinct(StringComparer.Ordinal))
                dot.Append("    ").Append(Quote(prefix + item)).Append(" [label=").Append(Quote(lookup.Name(item) + "\nnot at hand")).Append(", style=dashed];\n");
            foreach (Derivation edge in story.Lineage)
            {
                string label = Sourcing.Verb(edge.Kind) + (edge.Share > 0 ? " " + Sourcing.Percent(edge.Share) : "");
                dot.Append("    ").Append(Quote(prefix + edge.To)).Append(" -> ").Append(Quote(prefix + edge.From)).Append(" [label=").Append(Quote(label)).Append(", style=").Append(LineOf(edge.Kind)).Append("];\n");
            }

            dot.Append("  }\n");
        }

        return dot.Append("}\n").ToString();
    }

    /// <returns>One SVG document for each story, in the picture's order.</returns>
    public static IEnumerable<string> Svg(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture.Stories.Select(story =>
        {
            string svg = new LineageDrawing(new StoryLookup(story), LineageLayout.Of(story)).Draw("", null);
            int end = svg.IndexOf('>', StringComparison.Ordinal) + 1;
            return $"{svg[..end]}<style>{Style}</style>{svg[end..]}\n";
        });
    }

    /// <summary>As the SVG draws them.</summary>
    private static string LineOf(DerivationKind kind) => kind switch
    {
        DerivationKind.Verbatim => "bold",
        DerivationKind.Rewrite => "solid",
        DerivationKind.Credits => "dashed",
        _ => "dotted",
    };

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Quote(string text) => "\"" + string.Join("\\n", text.Split('\n').Select(line =>
        PlainText.OneLine(line).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))) + "\"";
}
