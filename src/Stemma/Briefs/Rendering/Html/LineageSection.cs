using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Lineages;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>Who rests on whom: the drawing, the same as a list, and the origins.</summary>
internal static class LineageSection
{
    private const int Foremost = 12;

    public static void Write(StoryPage page)
    {
        if (page.Story.Lineage.IsEmpty)
        {
            Origins(page);
            return;
        }

        page.Section("lineage", "Who rests on whom", "Time runs from left to right; an arrow leads from a text to one that rests on it.");
        LineageLayout layout = LineageLayout.Of(page.Story);
        page.Html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Drawing of who rests on whom\">");
        page.Html.Raw(new LineageDrawing(page.Lookup, layout).Draw(page.Id("g"), i => "#" + page.ReportId(i)));
        page.Html.Raw("</div>");
        Legend(page.Html);
        if (layout.LeftOut > 0)
            page.Html.Element("p.note", $"{Sourcing.Count(layout.LeftOut, "report")} more in the list below.");
        page.Html.Raw("<details><summary>As a list</summary><ul class=\"plain\">");
        foreach (Derivation derivation in page.Story.Lineage)
        {
            string share = derivation.Share > 0 ? $", {Sourcing.Percent(derivation.Share)} of its text" : "";
            page.Html.Open("li").Words($"{page.Lookup.Name(derivation.From)} {Sourcing.Verb(derivation.Kind)} {page.Lookup.Name(derivation.To)}{share}");
            foreach (Alteration change in derivation.Alterations.Take(6))
                page.Html.Open("span.change").Words($"“{change.To.Quote}” became “{change.From.Quote}”").Close("span");
            page.Html.Raw("</li>\n");
        }

        page.Html.Raw("</ul></details>");
        page.EndSection();
        Origins(page);
    }

    private static void Legend(HtmlPage html)
    {
        html.Raw("<ul class=\"legend\">");
        foreach ((string kind, string words) in ((string, string)[])[("verbatim", "copies"), ("rewrite", "rewrites"), ("credits", "credits"), ("cites", "cites")])
            html.Raw($"<li><svg aria-hidden=\"true\" width=\"36\" height=\"10\" class=\"lineage\"><g class=\"edge {kind}\"><path d=\"M1 5H35\"/></g></svg> {words}</li>");
        html.Raw("</ul>");
    }

    private static void Origins(StoryPage page)
    {
        ImmutableArray<Origin> origins = page.Story.Origins;
        if (origins.IsEmpty)
            return;
        page.Section("origins-list", "Where it comes from", "Where information enters the reporting: the ends of the chains.");
        page.Html.Open("ul.plain");
        for (int i = 0; i < origins.Length; i++)
        {
            Origin origin = origins[i];
            if (i == Foremost)
                page.Html.Raw("</ul><details><summary>").Words($"{origins.Length - Foremost} more").Raw("</summary><ul class=\"plain\">");
            page.Html.Open("li").Element("strong", origin.Name).Open("span.meta").Raw(" ").Words(Basis(origin.Basis));
            if (!origin.Via.IsEmpty)
                page.Html.Words(", through " + string.Join(", ", origin.Via));
            if (!origin.MayBe.IsEmpty)
                page.Html.Words(" · may be the same as " + string.Join(", ", origin.MayBe.Select(page.Lookup.Name)));
            page.Html.Raw("</span></li>\n");
        }

        page.Html.Raw(origins.Length > Foremost ? "</ul></details>" : "</ul>");
        page.EndSection();
    }

    private static string Basis(OriginBasis basis) => basis switch
    {
        OriginBasis.FirstHand => "first hand",
        OriginBasis.NamedOfficial => "named official",
        OriginBasis.UnnamedOfficial => "unnamed official",
        OriginBasis.Document => "document or data",
        OriginBasis.OtherMedia => "other media",
        OriginBasis.SocialPost => "social post",
        _ => "basis not told",
    };
}
