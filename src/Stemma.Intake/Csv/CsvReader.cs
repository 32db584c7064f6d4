using System.Globalization;
using Stemma.Intake.Carriers;
using Stemma.Intake.Files;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Csv;

/// <summary>Reads a table with named columns, a report a row.</summary>
internal sealed class CsvReader(IntakeSink sink, PageReader pages, CancellationToken cancellation)
{
    private readonly Dictionary<string, int> lineOfId = new(StringComparer.Ordinal);

    /// <exception cref="InputRejectedException">There is no row behind the header.</exception>
    public void Read(string input, Stream stream, byte delimiter, Carrier carrier)
    {
        CsvRows rows = new(stream, delimiter, cancellation);
        if (!rows.Next() || rows.Problem is not null)
            throw new InputRejectedException("a table whose first row cannot be read");
        CsvColumns columns = new(Enumerable.Range(0, rows.Count).Select(rows.Field));
        if (!columns.IsReports)
            throw new InputRejectedException("a table whose columns are not named as reports are: a column text or html is needed");
        bool any = false;
        while (rows.Next())
        {
            any = true;
            string name = string.Create(CultureInfo.InvariantCulture, $"{input}#{rows.Line}");
            try
            {
                if (rows.Problem is { } problem)
                    throw new InputRejectedException($"line {rows.Line}: {problem}");
                if (rows.Count != columns.Count)
                    throw new InputRejectedException($"line {rows.Line}: {rows.Count} {(rows.Count == 1 ? "field" : "fields")} where the header names {columns.Count}");
                if (Field("id") is { } id)
                {
                    name = input + "#" + id;
                    if (lineOfId.TryGetValue(id, out int first))
                        throw new InputRejectedException($"line {rows.Line}: a second report with the id {id}; the first stands in line {first}");
                    lineOfId.Add(id, rows.Line);
                }

                sink.Add(ReportOf(name, carrier));
            }
            catch (InputRejectedException e)
            {
                sink.Reject(name, e.Message);
            }
        }

        if (!any)
            throw new InputRejectedException("a table without rows");

        string? Field(string field) => columns.Of(field) is >= 0 and int at && rows.Field(at) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        RawReport ReportOf(string name, Carrier from)
        {
            string? text = Field("text"), html = Field("html");
            if (html is null && text is not null && FormSniffer.IsWholePage(text))
                (text, html) = (null, text);
            if (text is null && html is null)
                throw new InputRejectedException($"line {rows.Line}: neither text nor html in it");
            RawReport report = from.Part(name) with
            {
                Id = Field("id"),
                Url = Field("url"),
                Outlet = Field("outlet"),
                Published = CarrierTime.Read(Field("published"), zero => sink.Remark(name, zero)),
                Headline = Field("title"),
                Authors = Field("authors") is { } authors ? [.. authors.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [],
                Language = Field("language"),
                Text = text ?? "",
            };
            return text is null ? pages.Read(html!, report) : report;
        }
    }
}
