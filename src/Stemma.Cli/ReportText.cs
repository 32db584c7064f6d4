using System.Globalization;
using System.Text;
using Stemma.Intake;
using Stemma.Reports;

namespace Stemma.Cli;

/// <summary>A cleaned report for reading on a screen.</summary>
internal static class ReportText
{
    public static string Of(Report report, int width)
    {
        StringBuilder text = new();
        text.Append("== ").Append(report.Input).Append('\n');
        Field("headline", report.Headline);
        Field("deck", report.Deck);
        Field("outlet", report.Outlet);
        Field("agencies", string.Join(", ", report.Agencies));
        Field("authors", string.Join(", ", report.Authors));
        Field("dateline", report.Dateline is { } d ? $"{d.Place} ({d.Text})" : null);
        Field("published", report.Published is { } p ? $"{p} ({report.PublishedBasis?.ToString().ToLowerInvariant()})" : null);
        Field("updated", report.Updated?.ToString());
        Field("language", report.Language);
        Field("status", report.Status is ReportStatus.Withdrawn ? "withdrawn" : null);
        Field("version", report.Version?.ToString(CultureInfo.InvariantCulture));
        Field("urgency", report.Urgency?.ToString(CultureInfo.InvariantCulture));
        Field("evidence", report.Evidence);
        foreach (EditorNote note in report.Notes)
            Field(note.Kind.ToString().ToLowerInvariant(), note.Text);
        foreach (RelatedLink link in report.Links)
            Field("link", link.Url is null ? link.Text : $"{link.Text} <{link.Url}>");
        text.Append('\n');
        foreach (string paragraph in report.Body.Split("\n\n"))
            text.Append(Wrap(paragraph, width)).Append('\n');
        return text.ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(name.PadRight(12)).Append(value).Append('\n');
        }
    }

    /// <summary>A file of addresses: one a line, with what the list says of it.</summary>
    public static string Of(LinkList list)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"== {list.Input}\n{list.Kind}: {list.Links.Length} {(list.Links.Length == 1 ? "address" : "addresses")}, none of them fetched\n\n");
        foreach (ListedLink link in list.Links)
        {
            string said = string.Join(", ", new[] { link.Title, link.Outlet == link.Title ? null : link.Outlet, link.Published?.ToString() }.OfType<string>());
            text.Append(link.Url).Append(said.Length > 0 ? "  " + said : "").Append('\n');
        }

        return text.Append('\n').ToString();
    }

    private static string Wrap(string paragraph, int width)
    {
        StringBuilder text = new(paragraph.Length + 16);
        int column = 0;
        foreach (string word in paragraph.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                text.Append('\n');
                column = 0;
            }
            else if (column > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }

        return text.Append('\n').ToString();
    }
}
