using System.Globalization;
using System.Text.Json;
using Stemma.Intake.Carriers;
using Stemma.Intake.Feeds;
using Stemma.Intake.Files;
using Stemma.Intake.NewsFormats;
using Stemma.Intake.Pages;

namespace Stemma.Intake.JsonLines;

/// <summary>Reads what comes as one JSON value: a ninjs item, an array of them, a JSON Feed.</summary>
internal sealed class JsonDocumentReader(IntakeSink sink, PageReader pages, Carrier carrier)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    private readonly NinjsReader ninjs = new(sink, pages);
    private readonly JsonFeedReader feeds = new(sink, pages);

    /// <summary>Whether a value is one of the forms that this reads.</summary>
    /// <exception cref="InputRejectedException">One of its names holds half a character.</exception>
    public bool Knows(JsonElement json)
    {
        try
        {
            return JsonFeedReader.IsFeed(json) || NinjsReader.IsItem(json);
        }
        catch (InvalidOperationException)
        {
            throw new InputRejectedException("a JSON object with a broken character in a name");
        }
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InputRejectedException">It is no text.</exception>
    public static JsonDocument Parse(ReadOnlySpan<byte> bytes) =>
        // Decoded first: text in Windows-1252 is read right, and broken UTF-8 has its own reason.
        JsonDocument.Parse(TextDecoder.Decode(bytes).AsMemory(), Options);

    /// <exception cref="InputRejectedException">It is none of the forms, or holds no report.</exception>
    public void Read(string input, ReadOnlySpan<byte> bytes)
    {
        JsonDocument json;
        try
        {
            json = Parse(bytes);
        }
        catch (JsonException)
        {
            throw new InputRejectedException("JSON, but not JSON Lines: no line is an object by itself");
        }

        using (json)
        {
            if (json.RootElement.ValueKind == JsonValueKind.Array)
                ReadAll(input, json.RootElement);
            else if (Knows(json.RootElement))
                Read(input, json.RootElement);
            else
                throw new InputRejectedException("JSON, but not JSON Lines: no line is an object by itself");
        }
    }

    /// <summary>One of the forms that <see cref="Knows"/> knows.</summary>
    /// <exception cref="InputRejectedException">It holds no report.</exception>
    public void Read(string input, JsonElement json)
    {
        if (JsonFeedReader.IsFeed(json))
            feeds.Read(input, json, carrier);
        else
            ninjs.Read(input, json, carrier);
    }

    private void ReadAll(string input, JsonElement array)
    {
        if (array.GetArrayLength() == 0 || !array.EnumerateArray().All(NinjsReader.IsItem))
            throw new InputRejectedException("a JSON array: reports come as JSON Lines, one object a line");
        int number = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{input}#{++number}");
            try
            {
                ninjs.Read(name, item, carrier);
            }
            catch (InputRejectedException e)
            {
                sink.Reject(name, e.Message);
            }
        }
    }
}
