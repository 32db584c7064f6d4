using System.Text.Json.Nodes;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>A story of two small reports, what should be found in it, and a picture that finds it all.</summary>
internal static class HandMade
{
    private const string First = "The lighthouse went dark on Monday, the harbour master said. It may stay so for 12 nights.";
    private const string Second = "\"We have no lamp,\" Edda Roskam said. The lighthouse did not go dark.";

    public static JsonNode Gold => JsonNode.Parse("""
        {
          "reports": [
            { "file": "p1", "outlet": "Quay Post", "published": "2026-05-04", "bodyHas": ["went dark"], "bodyLacks": ["Subscribe"] },
            { "file": "p2", "outlet": null }
          ],
          "attributions": [
            { "file": "p1", "content": "The lighthouse went dark on Monday", "sources": ["harbour master"], "certainty": "certain", "anonymous": false },
            { "file": "p2", "content": "We have no lamp", "sources": ["Edda Roskam"], "polarity": "negative" }
          ],
          "ownVoice": [ { "file": "p1", "content": "It may stay so for 12 nights" } ],
          "times": [ { "file": "p1", "text": "Monday", "start": "2026-05-04", "end": "2026-05-04" } ],
          "quantities": [ { "file": "p1", "text": "12 nights", "value": 12, "unit": "night", "comparator": "exactly" } ],
          "quotes": [ { "file": "p2", "text": "We have no lamp", "speaker": "Edda Roskam" } ],
          "differences": [ { "kind": "existence", "files": ["p1", "p2"], "about": "lighthouse", "verdict": "conflict" } ],
          "support": [ { "claim": "lighthouse went dark", "reportsAtLeast": 1, "originsAtMost": 1, "originsAtLeast": 1 } ],
          "lineage": [ { "from": "p2", "to": "Quay Post", "kind": "cites" } ],
          "independent": [ ["p1", "p2"] ],
          "claims": [ { "id": "dark", "pattern": "went dark", "reports": ["p1"], "originsMin": 1, "originsMax": 1, "status": "disputed|asserted" } ],
          "distortions": [ { "file": "p2", "kind": "polarity", "claim": "lighthouse", "right": "went dark", "wrong": "did not go dark" } ],
          "compatible": [ { "values": ["12"], "kind": "number", "about": "nights" } ],
          "brief": { "keyFacts": ["lighthouse"], "bigNumber": ["12"] }
        }
        """)!;

    /// <param name="before">Characters put before each body; every span moves with them.</param>
    public static JsonNode Picture(string before = "")
    {
        (string one, string two) = (before + First, before + Second);
        return new JsonObject
        {
            ["stemma"] = "1",
            ["rejected"] = new JsonArray(),
            ["stories"] = new JsonArray(new JsonObject
            {
                ["id"] = "s1",
                ["reports"] = new JsonArray(
                    new JsonObject { ["id"] = "r1", ["input"] = "in/reports.jsonl#p1", ["outlet"] = "Quay Post", ["published"] = "2026-05-04T10:00:00Z", ["body"] = one },
                    new JsonObject { ["id"] = "r2", ["input"] = "in/p2_page.txt", ["outlet"] = null, ["published"] = null, ["body"] = two }),
                ["assertions"] = new JsonArray(
                    Assertion("a1", Span("r1", one, "The lighthouse went dark on Monday"), Source("harbour master", Span("r1", one, "the harbour master")), "certain", "positive"),
                    Assertion("a2", Span("r1", one, "It may stay so for 12 nights"), null, "possible", "positive"),
                    Assertion("a3", Span("r2", two, "We have no lamp"), Source("Edda Roskam", Span("r2", two, "Edda Roskam")), "certain", "negative"),
                    Assertion("a4", Span("r2", two, "The lighthouse did not go dark"), null, "certain", "negative")),
                ["claims"] = new JsonArray(Claim("c1", "The lighthouse went dark on Monday", "disputed", "a1"), Claim("c2", "The lighthouse did not go dark", "asserted", "a4")),
                ["quotes"] = new JsonArray(new JsonObject
                {
                    ["id"] = "q1",
                    ["text"] = "We have no lamp",
                    ["speaker"] = "Edda Roskam",
                    ["at"] = Span("r2", two, "We have no lamp"),
                    ["sameAs"] = new JsonArray(),
                }),
                ["times"] = new JsonArray(new JsonObject
                {
                    ["id"] = "t1",
                    ["at"] = Span("r1", one, "Monday"),
                    ["value"] = "2026-05-04",
                    ["from"] = "2026-05-04",
                    ["to"] = "2026-05-04",
                    ["bound"] = null,
                    ["duration"] = null,
                }),
                ["quantities"] = new JsonArray(new JsonObject
                {
                    ["id"] = "n1",
                    ["at"] = Span("r1", one, "12 nights"),
                    ["low"] = 12,
                    ["high"] = 12,
                    ["unit"] = "night",
                    ["comparator"] = "exactly",
                    ["of"] = null,
                }),
                ["origins"] = new JsonArray(new JsonObject { ["id"] = "o1", ["name"] = "Quay Post", ["via"] = new JsonArray() }),
                ["lineage"] = new JsonArray(new JsonObject { ["from"] = "r2", ["to"] = "o1", ["kind"] = "cites", ["passages"] = new JsonArray() }),
                ["differences"] = new JsonArray(new JsonObject
                {
                    ["id"] = "d1",
                    ["kind"] = "existence",
                    ["about"] = "lighthouse",
                    ["verdict"] = "conflict",
                    ["positions"] = new JsonArray(
                        new JsonObject { ["value"] = "did", ["text"] = "went dark", ["assertions"] = new JsonArray("a1") },
                        new JsonObject { ["value"] = "did not", ["text"] = "did not go dark", ["assertions"] = new JsonArray("a4") }),
                }),
                ["brief"] = new JsonObject
                {
                    ["headline"] = "Lighthouse dark",
                    ["keyFacts"] = new JsonArray(Point("The lighthouse went dark on Monday", Span("r1", one, "The lighthouse went dark on Monday"))),
                    ["bigNumber"] = Point("12 nights", Span("r1", one, "12 nights")),
                    ["furtherReading"] = new JsonArray(),
                },
            }),
        };
    }

    private static JsonObject Span(string report, string body, string words)
    {
        int start = body.IndexOf(words, StringComparison.Ordinal);
        return new JsonObject { ["report"] = report, ["start"] = start, ["end"] = start + words.Length, ["quote"] = words };
    }

    private static JsonObject Source(string name, JsonObject at) => new() { ["name"] = name, ["at"] = at, ["kind"] = "person", ["anonymous"] = false, ["origin"] = "o1" };

    private static JsonObject Assertion(string id, JsonObject at, JsonObject? source, string certainty, string polarity) => new()
    {
        ["id"] = id,
        ["report"] = at["report"]!.DeepClone(),
        ["at"] = at,
        ["attribution"] = source is null ? [] : new JsonArray(source),
        ["stance"] = "asserts",
        ["certainty"] = certainty,
        ["polarity"] = polarity,
    };

    private static JsonObject Claim(string id, string statement, string status, string assertion) => new()
    {
        ["id"] = id,
        ["statement"] = statement,
        ["status"] = status,
        ["assertions"] = new JsonArray(assertion),
        ["support"] = new JsonObject { ["reports"] = 1, ["outlets"] = 1, ["originsAtLeast"] = 1, ["originsAtMost"] = 1 },
    };

    private static JsonObject Point(string text, JsonObject evidence) => new() { ["text"] = text, ["evidence"] = new JsonArray(evidence) };
}
