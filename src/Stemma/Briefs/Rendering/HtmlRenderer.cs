using System.Collections.Immutable;
using System.Globalization;
using Stemma.Briefs.Rendering.Html;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>The picture as one page that stands alone: no script, nothing fetched, everything from a report escaped.</summary>
public static class HtmlRenderer
{
    /// <param name="grading">Prints Admiralty codes and a source summary statement; null: none.</param>
    /// <returns>A whole HTML document. The same bytes for the same picture.</returns>
    public static string Render(Picture picture, Grading? grading = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        HtmlPage html = new();
        string title = picture.Stories.Length == 1 ? picture.Stories[0].Title : Sourcing.Count(picture.Stories.Length, "story").Replace("storys", "stories", StringComparison.Ordinal);
        // The policy holds even if a passage were to slip through unescaped: nothing runs, nothing is fetched, nothing is sent.
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Element("title", PlainText.OneLine(title)).Raw("\n<style>\n").Raw(HtmlStyle.Sheet).Raw("\n</style>\n</head>\n<body>\n")
            .Raw("<a class=\"skip\" href=\"#main\">Skip to the brief</a>\n<div class=\"wrap\">\n<main id=\"main\">\n");
        int level = 1;
        if (picture.Stories.Length != 1)
        {
            html.Element("h1.title", title);
            Index(html, picture.Stories);
            level = 2;
        }

        for (int i = 0; i < picture.Stories.Length; i++)
            Write(new StoryPage(html, picture.Stories[i], i + 1, level, grading));
        Rejected(html, picture.Rejected, level);
        html.Raw("</main>\n<footer><p>Drawn by Stemma from the reports named above. Words are the reports' own; origins are counted where information enters, not where it is repeated.</p></footer>\n</div>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Index(HtmlPage html, ImmutableArray<Story> stories)
    {
        if (stories.IsEmpty)
        {
            html.Element("p", "No report was read.");
            return;
        }

        html.Raw("<ol>");
        for (int i = 0; i < stories.Length; i++)
        {
            html.Open("li").Jump("s" + (i + 1).ToString(CultureInfo.InvariantCulture) + "-top", stories[i].Title).Open("span.meta").Raw(" ");
            html.Words(StoryCounts.Of(stories[i])).Raw("</span></li>\n");
        }

        html.Raw("</ol>");
    }

    private static void Write(StoryPage page)
    {
        HtmlPage html = page.Html;
        string heading = "h" + page.Level.ToString(CultureInfo.InvariantCulture);
        string stretch = Dates.Stretch(page.Story.From, page.Story.To);
        html.Raw($"<article class=\"story\" aria-labelledby=\"{page.Id("top")}\">\n<header>");
        html.Raw($"<{heading} class=\"title\" id=\"{page.Id("top")}\">").Words(page.Story.Title).Raw($"</{heading}>");
        html.Element("p.counts", stretch.Length == 0 ? StoryCounts.Of(page.Story) : stretch + " · " + StoryCounts.Of(page.Story));
        if (CorrectionNote.Of(page.Story) is { } corrected)
            html.Element("p.counts", corrected);
        html.Raw("</header>\n");
        Contents(page);
        html.Raw("<div class=\"flow\">\n");
        BriefSection.Write(page);
        DifferencesSection.Write(page);
        TimelineSection.Write(page);
        LineageSection.Write(page);
        BriefSection.Who(page);
        ClaimsSection.Write(page);
        ReportsSection.Write(page);
        BriefSection.ReadOn(page);
        if (page.Grading is { } grading)
        {
            page.Section("rests", "What it rests on");
            html.Element("p", SourceSummary.Of(page.Story, grading));
            page.EndSection();
        }

        html.Raw("</div>\n</article>\n");
    }

    private static void Contents(StoryPage page)
    {
        Story story = page.Story;
        Brief brief = story.Brief;
        (string Name, string Words, bool Shown)[] parts =
        [
            ("new", "What is new", !brief.NewsPeg.IsEmpty),
            ("facts", "Key facts", !brief.KeyFacts.IsEmpty),
            ("disputed", "Disputed", !brief.Disputed.IsEmpty),
            ("unknown", "Not known", !brief.Unknown.IsEmpty),
            ("watch", "To watch", !brief.Watch.IsEmpty),
            ("number", "The number", brief.BigNumber is not null),
            ("differences", "Where they differ", !Disputes.Untold(page.Lookup).IsEmpty),
            ("timeline", "Timeline", !story.Timeline.IsEmpty),
            ("lineage", "Who rests on whom", !story.Lineage.IsEmpty),
            ("origins-list", "Where it comes from", !story.Origins.IsEmpty),
            ("who", "Who is who", !brief.Who.IsEmpty),
            ("claims", "Claims", !story.Claims.IsEmpty),
            ("reports", "Reports", true),
            ("more", "Read on", !brief.FurtherReading.IsEmpty),
            ("rests", "What it rests on", page.Grading is not null),
        ];
        page.Html.Raw("<nav aria-label=\"Sections\"><ul>");
        foreach ((string name, string words, bool shown) in parts)
        {
            if (shown)
                page.Html.Open("li").Jump(page.Id(name), words).Raw("</li>");
        }

        page.Html.Raw("</ul></nav>\n");
    }

    private static void Rejected(HtmlPage html, ImmutableArray<Rejection> rejected, int level)
    {
        if (rejected.IsEmpty)
            return;
        html.Raw("<section aria-labelledby=\"rejected\">").Element("h" + (level + 1).ToString(CultureInfo.InvariantCulture), "Not read", "rejected").Open("ul.plain");
        foreach (Rejection rejection in rejected)
            html.Open("li").Element("strong", rejection.Input).Words(": " + rejection.Reason).Raw("</li>\n");
        html.Raw("</ul></section>\n");
    }
}
