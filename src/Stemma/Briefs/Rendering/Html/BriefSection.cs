using System.Collections.Immutable;
using Stemma.Claims;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>The points of the brief, section by section.</summary>
internal static class BriefSection
{
    private static readonly ImmutableArray<(string Name, string Heading)> Sections =
        [("new", "What is new"), ("facts", "Key facts"), ("disputed", "Disputed"), ("unknown", "Not known"), ("watch", "To watch"), ("number", "The number")];

    public static void Write(StoryPage page)
    {
        for (int i = 0; i < Sections.Length; i++)
            Points(page, Sections[i].Name, Sections[i].Heading, page.Points[i]);
    }

    public static void Who(StoryPage page)
    {
        ImmutableArray<NumberedPoint> who = page.Points[6];
        if (who.IsEmpty)
            return;
        page.Section("who", "Who is who");
        page.Html.Open("ul.plain");
        foreach (NumberedPoint point in who)
        {
            string name = point.Point.Text;
            int comma = name.IndexOf(',', StringComparison.Ordinal);
            page.Html.Open("li", page.PointId(point.Number)).Element("strong", comma < 0 ? name : name[..comma]).Words(comma < 0 ? "" : name[comma..]);
            page.Html.Open("span.meta").Raw(" ");
            page.Evidence(point.Point.Evidence);
            page.Html.Close("span").Raw("</li>\n");
        }

        page.Html.Raw("</ul>");
        page.EndSection();
    }

    public static void ReadOn(StoryPage page)
    {
        if (page.Story.Brief.FurtherReading.IsEmpty)
            return;
        page.Section("more", "Read on");
        page.Html.Open("ul.plain");
        foreach (Reading reading in page.Story.Brief.FurtherReading)
        {
            page.Html.Open("li").Link(reading.Text, reading.Url).Open("span.meta").Raw(" ");
            page.Html.Words(page.Lookup.Name(reading.Report)).Raw("</span></li>\n");
        }

        page.Html.Raw("</ul>");
        page.EndSection();
    }

    private static void Points(StoryPage page, string name, string heading, ImmutableArray<NumberedPoint> points)
    {
        if (points.IsEmpty)
            return;
        page.Section(name, heading);
        page.Html.Raw($"<ol class=\"points\" start=\"{points[0].Number}\">");
        foreach (NumberedPoint point in points)
        {
            page.Html.Open("li", page.PointId(point.Number));
            if (name == "disputed" && Disputes.Of(page.Lookup, point.Point) is { } difference)
            {
                page.Html.Element("p.text", Disputes.Question(difference));
                DifferencesSection.Sides(page, difference);
            }
            else
            {
                page.Html.Element("p.text", point.Point.Text);
                Tail(page, point.Point);
            }

            page.Html.Raw("</li>\n");
        }

        page.Html.Raw("</ol>");
        page.EndSection();
    }

    private static void Tail(StoryPage page, Point point)
    {
        HtmlPage html = page.Html;
        html.Open("p.meta");
        if (page.Grading is { } grading)
            html.Element("span.grade", grading.Code(page.Lookup, point)).Raw(" · ");
        Claim? claim = point.Claims.IsEmpty ? null : page.Lookup.Claim(point.Claims[0]);
        if (point.Support is { } support)
        {
            if (claim is not null)
            {
                html.Raw($"<a class=\"to-claim\" href=\"#{page.ClaimId(claim.Id)}\">");
                string? status = Sourcing.StatusOf(page.Lookup, point);
                if (status == Sourcing.Status(claim.Status))
                    page.Status(claim.Status);
                else
                    html.Words(status ?? "claim");
                html.Raw("</a> ");
            }

            html.Words(Sourcing.Count(support.Reports, "report")).Raw(" · ");
            page.Origins(support);
            html.Raw(support.AnonymousOnly ? ", unnamed · " : " · ");
        }

        page.Evidence(point.Evidence);
        html.Close("p");
    }
}
