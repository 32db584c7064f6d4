using System.Globalization;
using Stemma.Lineages;
using Stemma.Reports;

namespace Stemma.Briefs.Rendering;

/// <summary>Draws the lineage of a story as SVG.</summary>
internal sealed class LineageDrawing(StoryLookup lookup, LineageLayout layout)
{
    private const int BoxWidth = 196;
    private const int BoxHeight = 50;
    private const int ColumnGap = 74;
    private const int RowGap = 30;
    private const int Margin = 16;
    private const int LegendHeight = 14;
    private const int LegendWidth = 120;

    // A label may take the box less its margins, in the widest of the usual sans serifs (DejaVu Sans Bold, 13 px).
    private const double LabelWidth = BoxWidth - 22;

    /// <param name="prefix">Begins every id, so that several drawings fit one page.</param>
    /// <param name="hrefOf">Where a report's box leads; null for a drawing that stands alone.</param>
    /// <returns>An <c>svg</c> element; its colours are CSS custom properties with a fallback.</returns>
    public string Draw(string prefix, Func<int, string>? hrefOf)
    {
        int width = (Margin * 2) + (layout.Columns * BoxWidth) + ((layout.Columns - 1) * ColumnGap);
        int height = (Margin * 2) + (layout.Rows * BoxHeight) + ((layout.Rows - 1) * RowGap) + RowGap;
        DerivationKind[] kinds = hrefOf is null ? [.. layout.Edges.Select(e => e.Kind).Distinct().Order()] : [];
        int legend = height;
        height += kinds.Length > 0 ? LegendHeight : 0;
        width = Math.Max(width, (Margin * 2) + (kinds.Length * LegendWidth));
        SvgWriter svg = new();
        svg.Open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "lineage", "role", "img", "viewBox", $"0 0 {N(width)} {N(height)}",
            "width", N(width), "height", N(height), "aria-labelledby", $"{prefix}lt {prefix}ld");
        svg.Words("title", "Who rests on whom", "id", prefix + "lt");
        svg.Words("desc", Description(), "id", prefix + "ld");
        svg.Open("defs");
        svg.Open("marker", "id", prefix + "arrow", "viewBox", "0 0 8 8", "refX", "7", "refY", "4", "markerUnits", "userSpaceOnUse", "markerWidth", "10", "markerHeight", "10", "orient", "auto");
        svg.Leaf("path", "d", "M0 0L8 4L0 8Z", "class", "tip").Close("marker").Close("defs");
        Dictionary<string, PlacedNode> nodes = layout.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        for (int i = 0; i < layout.Edges.Length; i++)
            Edge(svg, prefix, layout.Edges[i], nodes[layout.Edges[i].To], nodes[layout.Edges[i].From], i);
        foreach (PlacedNode node in layout.Nodes)
            Node(svg, node, hrefOf);
        for (int i = 0; i < kinds.Length; i++)
            LegendEntry(svg, kinds[i], Margin + (i * LegendWidth), legend);
        return svg.Close("svg").ToString();
    }

    /// <summary>What a kind of line means; a page that the drawing stands on says so itself.</summary>
    private static void LegendEntry(SvgWriter svg, DerivationKind kind, int x, int y)
    {
        svg.Open("g", "class", "edge " + kind.ToString().ToLowerInvariant());
        svg.Leaf("path", "d", $"M{N(x)} {N(y)}L{N(x + 40)} {N(y)}").Close("g");
        svg.Words("text", Sourcing.Verb(kind), "class", "when", "x", N(x + 48), "y", N(y + 4));
    }

    private string Description()
    {
        IEnumerable<string> lines = layout.Edges.Take(40).Select(d => $"{lookup.Name(d.From)} {Sourcing.Verb(d.Kind)} {lookup.Name(d.To)}");
        string text = string.Join("; ", lines);
        return text.Length == 0 ? "No report rests on another." : "Time runs from left to right. " + text + ".";
    }

    private void Node(SvgWriter svg, PlacedNode node, Func<int, string>? hrefOf)
    {
        (double x, double y) = Corner(node);
        Report? report = node.Report is { } i ? lookup.Story.Reports[i] : null;
        string name = lookup.Name(node.Id);
        bool linked = node.Report is not null && hrefOf is not null;
        if (linked)
            svg.Open("a", "href", hrefOf!(node.Report!.Value));
        svg.Open("g", "class", report is null ? "node absent" : "node", "transform", $"translate({SvgWriter.Number(x)} {SvgWriter.Number(y)})");
        svg.Words("title", report is null ? name + ": not at hand" : $"{name}, {Dates.Moment(report.Published)}: {report.Headline ?? report.Input}");
        svg.Leaf("rect", "width", N(BoxWidth), "height", N(BoxHeight), "rx", "6");
        svg.Words("text", Cut(name), "class", "name", "x", "12", "y", "21");
        svg.Words("text", report is null ? "not at hand" : Dates.Short(report.Published) + (report.Status is ReportStatus.Withdrawn ? ", withdrawn" : ""), "class", "when", "x", "12", "y", "39");
        svg.Close("g");
        if (linked)
            svg.Close("a");
    }

    private void Edge(SvgWriter svg, string prefix, Derivation edge, PlacedNode parent, PlacedNode child, int index)
    {
        string kind = edge.Kind.ToString().ToLowerInvariant();
        svg.Open("g", "class", "edge " + kind);
        string share = edge.Share > 0 ? ", " + Sourcing.Percent(edge.Share) + " of its text" : "";
        svg.Words("title", $"{lookup.Name(edge.From)} {Sourcing.Verb(edge.Kind)} {lookup.Name(edge.To)}{share}");
        svg.Leaf("path", "d", Path(parent, child, index), "marker-end", $"url(#{prefix}arrow)");
        svg.Close("g");
    }

    /// <summary>From the parent's right side to the child's left, through the lanes between the boxes of the columns that lie between.</summary>
    private static string Path(PlacedNode parent, PlacedNode child, int index)
    {
        (double px, double py) = Corner(parent);
        (double cx, double cy) = Corner(child);
        if (child.Column <= parent.Column)
            return Detour(px + (BoxWidth / 2d), py, cx + (BoxWidth / 2d), cy);
        double x = px + BoxWidth, y = py + (BoxHeight / 2d);
        double endX = cx - 1, endY = cy + (BoxHeight / 2d);
        string path = $"M{SvgWriter.Number(x)} {SvgWriter.Number(y)}";
        for (int column = parent.Column + 1; column < child.Column; column++)
        {
            double left = Margin + (column * (BoxWidth + ColumnGap)), right = left + BoxWidth;
            double straight = y + ((endY - y) * (left + (BoxWidth / 2d) - x) / (endX - x));
            // Edges that share a lane run beside each other, not over each other.
            double lane = Lane(straight) + (((index % 5) - 2) * 4);
            path += Curve(x, y, left - 4, lane) + $"L{SvgWriter.Number(right + 4)} {SvgWriter.Number(lane)}";
            (x, y) = (right + 4, lane);
        }

        return path + Curve(x, y, endX, endY);
    }

    /// <summary>A child whose clock says that it came first: an arc below.</summary>
    private static string Detour(double x, double y, double endX, double endY)
    {
        double low = Math.Max(y, endY) + BoxHeight + (RowGap * 0.7);
        return $"M{SvgWriter.Number(x)} {SvgWriter.Number(y + BoxHeight)}C{SvgWriter.Number(x)} {SvgWriter.Number(low)} {SvgWriter.Number(endX)} {SvgWriter.Number(low)} {SvgWriter.Number(endX)} {SvgWriter.Number(endY + BoxHeight)}";
    }

    private static string Curve(double x, double y, double endX, double endY)
    {
        double middle = (x + endX) / 2;
        return $"C{SvgWriter.Number(middle)} {SvgWriter.Number(y)} {SvgWriter.Number(middle)} {SvgWriter.Number(endY)} {SvgWriter.Number(endX)} {SvgWriter.Number(endY)}";
    }

    /// <summary>The middle of the gap between two rows that is nearest to a height; the lowest lane lies under the last row.</summary>
    private static double Lane(double y)
    {
        double pitch = BoxHeight + RowGap;
        double first = Margin + BoxHeight + (RowGap / 2d);
        return first + (pitch * Math.Max(0, Math.Round((y - first) / pitch)));
    }

    private static (double X, double Y) Corner(PlacedNode node) =>
        (Margin + (node.Column * (BoxWidth + ColumnGap)), Margin + (node.Row * (BoxHeight + RowGap)));

    private static string Cut(string name)
    {
        double width = 0;
        for (int i = 0; i < name.Length; i++)
        {
            width += name[i] switch
            {
                'i' or 'j' or 'l' or 'I' or '.' or ',' or ' ' or '\'' or '’' or '(' or ')' => 5.2,
                'f' or 'r' or 't' or '-' => 6.4,
                'm' or 'w' or 'M' or 'W' or '—' => 13.6,
                > '\u2e80' => 13.6,
                (>= 'A' and <= 'Z') or (>= '0' and <= '9') => 10,
                _ => 8.8,
            };
            if (width > LabelWidth)
                return name[..Math.Max(1, i - 2)].TrimEnd() + "…";
        }

        return name;
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
