using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stemma.Evaluation.Gate;

/// <summary>What each case reached when it was pinned, and how far a category may fall before the gate says no.</summary>
/// <param name="DefaultBand">How far a category may fall below its floor, 0 to 1, where <paramref name="Bands"/> does not name it.</param>
/// <param name="Bands">Bands of categories that have their own.</param>
/// <param name="Cases">By case.</param>
public sealed record Floors(
    double DefaultBand, ImmutableSortedDictionary<string, double> Bands, ImmutableSortedDictionary<string, CaseFloors> Cases)
{
    /// <summary>The name under which a case's mean of categories is pinned.</summary>
    public const string Mean = "mean of categories";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Nothing pinned yet.</summary>
    /// <remarks>
    /// The engine is deterministic, so a band forgives no chance: it forgives that a mended sentence boundary may cost one item of a category of
    /// ten. A whole case may not sink behind such swings, so the mean's band is narrow; what must always hold has none.
    /// </remarks>
    public static Floors Empty { get; } = new(
        0.10,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [
            new KeyValuePair<string, double>(Mean, 0.01),
            new("grouping", 0),
            new("grouping: no strangers", 0),
            new("points have evidence", 0),
            new("points stand in their evidence", 0.02),
            new("spans exact", 0),
        ]),
        ImmutableSortedDictionary.Create<string, CaseFloors>(StringComparer.Ordinal));

    public double BandOf(string category) => Bands.TryGetValue(category, out double band) ? band : DefaultBand;

    /// <exception cref="JsonException">The text is no file of floors.</exception>
    public static Floors Parse(string json)
    {
        try
        {
            JsonObject root = JsonNode.Parse(json)!.AsObject();
            return new Floors(
                root["defaultBand"]!.GetValue<double>(),
                Numbers(root["bands"]!),
                root["cases"]!.AsObject().ToImmutableSortedDictionary(
                    c => c.Key, c => new CaseFloors(c.Value!["digest"]!.GetValue<string>(), Numbers(c.Value["floors"]!)), StringComparer.Ordinal));
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new JsonException("This is no file of floors: it needs defaultBand, bands and cases with digest and floors.", e);
        }
    }

    public string ToJson() => new JsonObject
    {
        ["defaultBand"] = DefaultBand,
        ["bands"] = Object(Bands),
        ["cases"] = new JsonObject(Cases.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)new JsonObject
        {
            ["digest"] = c.Value.Digest,
            ["floors"] = Object(c.Value.Shares),
        }))),
    }.ToJsonString(Readable) + "\n";

    private static ImmutableSortedDictionary<string, double> Numbers(JsonNode node) =>
        node.AsObject().ToImmutableSortedDictionary(p => p.Key, p => p.Value!.GetValue<double>(), StringComparer.Ordinal);

    private static JsonObject Object(ImmutableSortedDictionary<string, double> numbers) =>
        new(numbers.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)JsonValue.Create(n.Value))));
}
