namespace Stemma.Web.Api;

/// <summary>Examples for the description; a test holds each against its schema.</summary>
internal static class Examples
{
    private const string Correction = """
        { "id": "k3f1c9d20ab", "kind": "rename", "target": "entity", "what": [{ "name": "J. Marek" }], "to": "Jana Marek", "anonymous": false, "who": "desk", "when": "2026-03-10T09:30:00+00:00", "why": "same person" }
        """;

    /// <summary>By name of the route.</summary>
    public static IReadOnlyDictionary<string, string> Answers { get; } = new Dictionary<string, string>
    {
        ["listStories"] = """
            { "stories": [{ "id": "s-r16252b46bf", "title": "Road authority: charge set off avalanche", "from": "2026-02-05", "to": "2026-02-06", "reports": 9, "latest": "2026-02-06T18:20:00+00:00", "isStale": false }], "next": "MTo4MTI" }
            """,
        ["searchReports"] = """
            { "reports": [{ "id": "r16252b46bf", "story": "s-r16252b46bf", "outlet": "Pass Courier", "headline": "Charge set off avalanche", "published": "2026-02-06T18:20:00Z", "input": "feed.xml#12" }], "next": null }
            """,
        ["listPeople"] = """{ "kind": "person", "names": [{ "name": "jana marek", "reports": 4 }], "next": null }""",
        ["listCorrections"] = $$"""{ "corrections": [{{Correction}}], "standing": ["k3f1c9d20ab"], "next": null }""",
        ["addCorrection"] = Correction,
        ["getCorrection"] = Correction,
        ["listAlerts"] = """{ "alerts": [{ "number": 7, "raised": "2026-03-10T09:30:00+00:00", "alert": { "story": "s-r16252b46bf" } }], "last": "7" }""",
        ["getCounts"] = """{ "reports": 41, "stories": 4, "stale": 0, "corrections": 1, "tombstones": 0, "bytes": 1335296 }""",
    };

    public static IReadOnlyDictionary<string, string> Bodies { get; } = new Dictionary<string, string>
    {
        ["addCorrection"] = """{ "kind": "rename", "target": "entity", "what": [{ "name": "J. Marek" }], "to": "Jana Marek", "who": "desk", "why": "same person" }""",
        ["undoCorrection"] = """{ "who": "desk", "why": "they are two" }""",
        ["analyse"] = """[{ "id": "1", "outlet": "Pass Courier", "published": "2026-02-06", "title": "Charge set off avalanche", "text": "KORVEL — The road authority said on Friday that a charge had set off the avalanche." }]""",
    };
}
