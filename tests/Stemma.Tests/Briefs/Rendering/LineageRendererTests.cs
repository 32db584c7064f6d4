using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Briefs.Rendering;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Tests.Briefs.Rendering;

public sealed class LineageRendererTests
{
    [Fact]
    public void No_two_boxes_share_a_place_and_no_arrow_points_back_in_time()
    {
        LineageLayout layout = LineageLayout.Of(Chain(12));
        Assert.Equal(12, layout.Nodes.Length);
        Assert.Equal(12, layout.Nodes.Select(n => (n.Column, n.Row)).Distinct().Count());
        Dictionary<string, PlacedNode> at = layout.Nodes.ToDictionary(n => n.Id);
        Assert.All(layout.Edges, e => Assert.True(at[e.To].Column < at[e.From].Column));
    }

    [Fact]
    public void A_story_of_a_thousand_reports_is_drawn_in_part_and_says_so()
    {
        LineageLayout layout = LineageLayout.Of(Chain(1000));
        Assert.Equal(LineageLayout.MaxNodes, layout.Nodes.Length);
        Assert.Equal(1000 - LineageLayout.MaxNodes, layout.LeftOut);
    }

    [Fact]
    public void Reports_that_cite_each_other_in_a_circle_are_all_told_once()
    {
        Story story = InventedStory.Story() with
        {
            Lineage = [Cites(InventedStory.Wire, InventedStory.Courier), Cites(InventedStory.Courier, InventedStory.Radio), Cites(InventedStory.Radio, InventedStory.Wire)],
        };
        ImmutableArray<LineageNode> nodes = LineageTree.Of(story);
        Assert.Equal(4, nodes.Length);
        Assert.Equal(4, nodes.Select(n => n.Id).Distinct().Count());
    }

    [Fact]
    public void Dot_quotes_whatever_stands_in_a_name()
    {
        string dot = LineageRenderer.Dot(InventedStory.Poisoned("a\" ];\nevil [label=\""));
        Assert.Contains("a\\\" ]; evil [label=\\\"", dot, StringComparison.Ordinal);
        Assert.All(dot.Split('\n'), line => Assert.Equal(0, Regex.Count(line, "(?<!\\\\)\"") % 2));
    }

    [Fact]
    public void The_drawing_stands_alone_and_names_itself()
    {
        string svg = Assert.Single(LineageRenderer.Svg(InventedStory.Picture()));
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"", svg, StringComparison.Ordinal);
        Assert.Contains("<title id=\"lt\">Who rests on whom</title>", svg, StringComparison.Ordinal);
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(svg).Root);
    }

    [Fact]
    public void The_drawing_says_what_its_lines_mean_where_no_page_does()
    {
        Story story = InventedStory.Story() with { Lineage = [Cites(InventedStory.Wire, InventedStory.Courier)] };
        string svg = Assert.Single(LineageRenderer.Svg(InventedStory.Picture() with { Stories = [story] }));
        string dot = LineageRenderer.Dot(InventedStory.Picture() with { Stories = [story] });

        Assert.Contains(">cites</text>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">copies</text>", svg, StringComparison.Ordinal);
        Assert.Contains("style=dotted", dot, StringComparison.Ordinal);
    }

    private static Derivation Cites(string from, string to) => new(from, to, DerivationKind.Cites, 0, [], []);

    private static Story Chain(int length)
    {
        Story story = InventedStory.Story();
        ImmutableArray<Report> reports = [.. Enumerable.Range(0, length).Select(i => story.Reports[0] with { Id = $"r{i}", Outlet = $"Outlet number {i}" })];
        return story with
        {
            Reports = reports,
            Lineage = [.. Enumerable.Range(1, length - 1).Select(i => Cites($"r{i}", $"r{i / 2}"))],
        };
    }
}
