using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Watch;

/// <summary>What watching keeps and sends, as JSON on one line.</summary>
public static class WatchJson
{
    public static string Write(Alert alert) => JsonSerializer.Serialize(alert, WatchContext.Lines.Alert);

    /// <exception cref="JsonException">It is no alert.</exception>
    public static Alert ReadAlert(string json) => JsonSerializer.Deserialize(json, WatchContext.Lines.Alert) ?? throw new JsonException("Expected an alert, got null.");

    internal static string Write(FeedState state) => JsonSerializer.Serialize(state, WatchContext.Lines.FeedState);

    internal static FeedState ReadFeed(string json) => JsonSerializer.Deserialize(json, WatchContext.Lines.FeedState) ?? throw new JsonException("Expected a feed's state, got null.");

    internal static string Write(StorySnapshot snapshot) => JsonSerializer.Serialize(snapshot, WatchContext.Lines.StorySnapshot);

    internal static StorySnapshot ReadSnapshot(string json) => JsonSerializer.Deserialize(json, WatchContext.Lines.StorySnapshot) ?? throw new JsonException("Expected a snapshot, got null.");

    internal static string Write(DeliveryState state) => JsonSerializer.Serialize(state, WatchContext.Lines.DeliveryState);

    internal static DeliveryState ReadDelivery(string json) => JsonSerializer.Deserialize(json, WatchContext.Lines.DeliveryState) ?? throw new JsonException("Expected a delivery's state, got null.");

    public static string Write(StandingWatch watch) => JsonSerializer.Serialize(watch, WatchContext.Lines.StandingWatch);

    /// <exception cref="JsonException">It is no watch.</exception>
    public static StandingWatch ReadWatch(string json) => JsonSerializer.Deserialize(json, WatchContext.Lines.StandingWatch) ?? throw new JsonException("Expected a watch, got null.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(StorySnapshot))]
[JsonSerializable(typeof(DeliveryState))]
[JsonSerializable(typeof(StandingWatch))]
internal sealed partial class WatchContext : JsonSerializerContext
{
    internal static WatchContext Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
