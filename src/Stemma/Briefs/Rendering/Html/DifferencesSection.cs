using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Differences;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>Where the reports do not say the same: the positions side by side, each with its holders.</summary>
internal static class DifferencesSection
{
    public static void Write(StoryPage page)
    {
        ImmutableArray<Difference> untold = Disputes.Untold(page.Lookup);
        if (untold.IsEmpty)
            return;
        page.Section("differences", "Where they differ");
        foreach (Difference difference in untold)
            Write(page, difference);
        page.EndSection();
    }

    private static void Write(StoryPage page, Difference difference)
    {
        HtmlPage html = page.Html;
        string verdict = Sourcing.Verdict(difference.Verdict);
        html.Open("div.difference").Open("p.about").Element("strong", difference.About);
        html.Raw($" <span class=\"meta\">{Sourcing.Kind(difference.Kind)} · <span class=\"verdict {verdict}\">{verdict}</span></span></p>");
        Sides(page, difference);
        html.Raw("</div>\n");
    }

    /// <summary>Each side with its value, words and passages, then why it was judged so.</summary>
    public static void Sides(StoryPage page, Difference difference)
    {
        HtmlPage html = page.Html;
        html.Raw("<div class=\"sides\">");
        foreach (Position position in difference.Positions)
        {
            html.Open("div.side").Element("p.value", Figures.Shown(position.Value)).Element("p.words", position.Text).Open("p.meta");
            page.Evidence([.. position.Assertions.Select(page.Lookup.Assertion).OfType<Assertion>().Take(12).Select(a => a.At)]);
            html.Raw("</p></div>");
        }

        html.Raw("</div>").Element("p.why", difference.Why);
    }
}
