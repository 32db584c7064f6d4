using System.Collections.Immutable;
using System.Text.Json;
using Stemma.Intake.Carriers;
using Stemma.Intake.Files;
using Stemma.Reports;

namespace Stemma.Intake.JsonLines;

/// <summary>The fields of one line; null where it has none, or an empty one.</summary>
internal sealed record JsonReport
{
    public string? Id { get; private init; }

    public string? Url { get; private init; }

    public string? Outlet { get; private init; }

    public string? Published { get; private init; }

    public string? Title { get; private init; }

    public string? Text { get; private init; }

    public string? Html { get; private init; }

    public string? Language { get; private init; }

    public ImmutableArray<string> Authors { get; private init; } = [];

    public bool HasContent => Text is not null || Html is not null;

    /// <exception cref="InputRejectedException">A string holds half a character.</exception>
    public static JsonReport Of(JsonElement line)
    {
        try
        {
            string? text = Field(line, "text"), html = Field(line, "html");
            if (html is null && text is not null && FormSniffer.IsWholePage(text))
                (text, html) = (null, text);
            return new JsonReport
            {
                Id = Field(line, "id"),
                Url = Field(line, "url"),
                Outlet = Field(line, "outlet"),
                Published = Field(line, "published"),
                Title = Field(line, "title"),
                Text = text,
                Html = html,
                Language = Field(line, "language"),
                Authors = line.TryGetProperty("authors", out JsonElement authors) && authors.ValueKind == JsonValueKind.Array
                    ? [.. authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!.Trim()).Where(a => a.Length > 0)]
                    : [],
            };
        }
        catch (InvalidOperationException)
        {
            throw new InputRejectedException("a JSON line with a broken character in a string");
        }
    }

    public RawReport ToRaw(string input, Carrier carrier) => carrier.Part(input) with
    {
        Id = Id,
        Url = Url,
        Outlet = Outlet,
        Published = CarrierTime.Read(Published),
        Headline = Title,
        Authors = Authors,
        Language = Language,
        Text = Text ?? "",
    };

    private static string? Field(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out JsonElement value))
            return null;
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : name is "text" or "html" ? text : text.Trim();
    }
}
