using Stemma.Attributions;
using Stemma.Claims;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>Every claim with its support, its status and each assertion word for word with its chain.</summary>
internal static class ClaimsSection
{
    public static void Write(StoryPage page)
    {
        if (page.Story.Claims.IsEmpty)
            return;
        page.Section("claims", "Claims", "Filled dots are origins that must be different ones; hollow dots may be the same. Open a claim to read who said it.");
        foreach (Claim claim in page.Story.Claims)
            Write(page, claim);
        page.EndSection();
    }

    private static void Write(StoryPage page, Claim claim)
    {
        HtmlPage html = page.Html;
        html.Open("details.claim", page.ClaimId(claim.Id)).Open("summary").Element("span.statement", claim.Statement).Raw(" <span class=\"meta\">");
        page.Status(claim.Status);
        html.Raw(" ");
        page.Origins(claim.Support);
        html.Raw(claim.Support.AnonymousOnly ? ", unnamed · " : " · ").Words(Sourcing.Count(claim.Support.Reports, "report"));
        html.Raw("</span></summary><ul class=\"assertions\">");
        foreach (string id in claim.Assertions)
        {
            if (page.Lookup.Assertion(id) is { } assertion)
                Write(page, assertion);
        }

        html.Raw("</ul>");
        History(page, claim);
        html.Raw("</details>\n");
    }

    private static void Write(StoryPage page, Assertion assertion)
    {
        HtmlPage html = page.Html;
        html.Open("li").Open("p.chain");
        html.Words(page.Lookup.Name(assertion.Report));
        foreach (Source source in assertion.Attribution)
        {
            html.Raw(" <span aria-hidden=\"true\">›</span><span class=\"aside\"> citing</span> ").Words(source.Name);
            if (source.Anonymous)
                html.Raw(" <span class=\"unnamed\">unnamed</span>");
        }

        if (assertion.Attribution.IsEmpty)
            html.Raw(" <span class=\"aside\">in its own voice</span>");
        html.Close("p").Open("blockquote").Words(assertion.At.Quote).Close("blockquote").Open("p.meta");
        html.Words(Sourcing.Said(assertion)).Raw(" · ");
        Ladder(html, assertion.Certainty);
        if (assertion.Hedges.Length > 0)
            html.Words($" (“{string.Join("”, “", assertion.Hedges.Select(h => h.Quote).Distinct(StringComparer.Ordinal))}”)");
        if (page.PassageId(assertion.At) is { } place)
            html.Raw(" · ").Jump(place, "in the report");
        html.Raw("</p></li>\n");
    }

    /// <summary>Four steps from uncommitted to certain; the word beside them says which.</summary>
    private static void Ladder(HtmlPage html, Certainty certainty)
    {
        html.Raw("<span class=\"ladder\" aria-hidden=\"true\">");
        for (int step = 1; step <= 3; step++)
            html.Raw(step <= (int)certainty ? "<i class=\"on\"></i>" : "<i></i>");
        html.Raw("</span> ").Raw(Sourcing.Certainty(certainty));
    }

    private static void History(StoryPage page, Claim claim)
    {
        if (claim.History.Length < 2)
            return;
        page.Html.Open("p.meta").Raw("History: ");
        for (int i = 0; i < claim.History.Length; i++)
        {
            StatusChange change = claim.History[i];
            page.Html.Raw(i > 0 ? ", then " : "");
            page.Status(change.Status);
            page.Html.Words($" ({page.Lookup.Name(change.Report)}, {Dates.Short(change.Time)})");
        }

        page.Html.Close("p");
    }
}
