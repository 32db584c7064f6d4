using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>Each report in full, with the passages that the brief and the claims stand on marked and linked back.</summary>
internal static class ReportsSection
{
    public static void Write(StoryPage page)
    {
        page.Section("reports", "Reports", "Marked: passages that a point of the brief stands on; the figure leads back to it. Underlined with dots: words that hedge. The sign › behind a statement tells on whose word it stands.");
        Dictionary<string, List<(TextSpan, int)>> evidence = [];
        foreach (NumberedPoint point in page.Points.SelectMany(p => p))
        {
            foreach (ReportSpan span in point.Point.Evidence)
            {
                if (!evidence.TryGetValue(span.Report, out List<(TextSpan, int)>? list))
                    evidence.Add(span.Report, list = []);
                list.Add((span.Span, point.Number));
            }
        }

        ILookup<string, Assertion> assertions = page.Story.Assertions.ToLookup(a => a.Report, StringComparer.Ordinal);
        for (int i = 0; i < page.Story.Reports.Length; i++)
        {
            Report report = page.Story.Reports[i];
            Write(page, i, report, new MarkedText(page, report, evidence.GetValueOrDefault(report.Id) ?? [], [.. assertions[report.Id]]));
        }

        page.EndSection();
    }

    private static void Write(StoryPage page, int index, Report report, MarkedText body)
    {
        HtmlPage html = page.Html;
        string heading = "h" + (page.Level + 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
        html.Open("article.report", page.ReportId(index));
        html.Open(heading).Link(report.Headline is { Length: > 0 } h ? h : report.Input, report.Url).Close(heading);
        html.Open("p.meta").Words($"{page.Lookup.Name(report)} · {Dates.Moment(report.Published, report.PublishedBasis)}");
        if (!report.Agencies.IsEmpty)
            html.Words(" · credits " + string.Join(", ", report.Agencies));
        if (!report.Authors.IsEmpty)
            html.Words(" · by " + string.Join(", ", report.Authors));
        html.Close("p");
        foreach (EditorNote note in report.Notes)
            html.Element("p.editor", $"{note.Kind}: {note.Text}");
        if (report.Status is ReportStatus.Withdrawn)
            html.Element("p.editor", "Withdrawn by its publisher: in no count.");
        if (!report.IsReadable)
            html.Element("p.editor", $"Listed only: nothing is drawn from reports in this language ({report.Language}) yet.");
        html.Raw($"<div class=\"body\" lang=\"").Words(report.Language).Raw("\">");
        if (report.Dateline is { } line)
            html.Raw("<p class=\"dateline\">").Words(line.Text).Raw("</p>");
        body.Write();
        html.Raw("</div></article>\n");
    }
}
