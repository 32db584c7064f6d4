using System.Text.Json;
using Stemma.Intake.Carriers;
using Stemma.Intake.Feeds;
using Stemma.Intake.Files;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.JsonLines;

/// <summary>Reads JSON Lines with <c>id, url, outlet, published, title</c> and <c>text</c> or <c>html</c>, one report a line.</summary>
/// <remarks>A line may also be a ninjs item or a JSON Feed, and so may the file as a whole, spread over lines as people read it.</remarks>
internal sealed class JsonLinesReader(IntakeSink sink, PageReader pages, Carrier carrier, CancellationToken cancellation)
{
    private readonly JsonDocumentReader documents = new(sink, pages, carrier);

    /// <summary>Where each id was first met, by line.</summary>
    private readonly Dictionary<string, int> lineOfId = new(StringComparer.Ordinal);

    /// <exception cref="InputRejectedException">Not one line is a JSON object, or none holds a report.</exception>
    public void Read(string input, Stream stream)
    {
        ByteLines lines = new(stream, cancellation);
        List<(string Input, string Reason)> early = []; // until a line is good, all may turn out to be no JSON Lines at all
        bool anyLine = false, anyObject = false, anyReport = false;
        while (lines.Next())
        {
            ReadOnlyMemory<byte> line = lines.Current;
            if (!lines.IsTooLong && line.Span.Trim(" \t\r\f"u8).IsEmpty)
                continue;
            // One JSON value spread over lines, as a person reads it: no line of it is a report, however much it may look like one.
            if (!anyLine && !lines.IsTooLong && line.Span.Trim(" \t\r\f"u8) is [.., (byte)'{' or (byte)'[' or (byte)','])
            {
                documents.Read(input, lines.CurrentAndRest().Span);
                return;
            }

            string name = input + "#" + lines.Number;
            try
            {
                anyLine = true;
                if (lines.IsTooLong)
                    throw new InputRejectedException("a line longer than 16 MB, the most that is read as one report");
                using JsonDocument json = Parse(line);
                anyObject = true;
                if (documents.Knows(json.RootElement))
                {
                    anyReport = true;
                    Flush(early);
                    documents.Read(JsonFeedReader.IsFeed(json.RootElement) ? input : name, json.RootElement);
                    continue;
                }

                JsonReport fields = JsonReport.Of(json.RootElement);
                anyReport |= fields.HasContent;
                name = fields.Id is null ? name : input + "#" + fields.Id;
                RawReport report = ReportOf(fields, name, lines.Number);
                Flush(early);
                sink.Add(report, line);
            }
            catch (InputRejectedException e)
            {
                if (anyReport)
                {
                    Flush(early);
                    sink.Reject(name, e.Message);
                }
                else
                    early.Add((name, e.Message));
                if (early.Count > IntakeLimits.MaxBrokenLines)
                    break;
            }
        }

        if (anyReport)
            Flush(early);
        else if (anyObject && early.Count > 1)
            throw new InputRejectedException("JSON without reports: no line has a field text or html");
        else if (anyObject)
            sink.Reject(input, early[0].Reason);
        else
            throw new InputRejectedException("JSON, but not JSON Lines: no line is an object by itself");
    }

    private void Flush(List<(string Input, string Reason)> early)
    {
        foreach ((string name, string reason) in early)
            sink.Reject(name, reason);
        early.Clear();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            JsonDocument json = JsonDocumentReader.Parse(line.Span);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
            throw new InputRejectedException("a JSON line that is no object");
        }
        catch (JsonException)
        {
            throw new InputRejectedException("a broken JSON line");
        }
    }

    private RawReport ReportOf(JsonReport fields, string name, int line)
    {
        if (fields.Id is { } id)
        {
            if (lineOfId.TryGetValue(id, out int first))
                throw new InputRejectedException($"line {line}: a second report with the id {id}; the first stands in line {first}");
            lineOfId.Add(id, line);
        }

        if (!fields.HasContent)
            throw new InputRejectedException($"line {line}: neither text nor html in it");
        RawReport report = fields.ToRaw(name, carrier);
        return string.IsNullOrWhiteSpace(fields.Text) && fields.Html is { } html ? pages.Read(html, report) : report;
    }
}
