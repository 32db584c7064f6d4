using System.Text;
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
        Field("outlet", report.Outlet);
        Field("agencies", string.Join(", ", report.Agencies));
        Field("authors", string.Join(", ", report.Authors));
        Field("dateline", report.Dateline is { } d ? $"{d.Place} ({d.Text})" : null);
        Field("published", report.Published is { } p ? $"{p} ({report.PublishedBasis?.ToString().ToLowerInvariant()})" : null);
        Field("updated", report.Updated?.ToString());
        Field("language", report.Language);
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
