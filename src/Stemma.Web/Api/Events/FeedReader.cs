using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>Tells what happened in a store between two positions.</summary>
internal static class FeedReader
{
    /// <summary>Most of a kind that is told at once.</summary>
    private const int Most = 1000;

    private static readonly JsonSerializerOptions Line = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<List<FeedEvent>> ReadAsync(IStoryStore store, FeedPosition from, FeedPosition to, CancellationToken cancellation)
    {
        List<(string Type, string? Story, object Data)> told = [];
        HashSet<string> stories = new(StringComparer.Ordinal);
        if (to.Reports > from.Reports)
        {
            ImmutableArray<ReportHit> hits = await store.SearchAsync(new ReportQuery { After = from.Reports, Before = to.Reports + 1, Limit = Most }, cancellation);
            if (hits.Length == Most && hits[^1].Mark > from.Reports + 1)
                told.Add(("gap", null, new { missed = "reports", before = hits[^1].Id }));
            foreach (ReportHit hit in hits.Reverse())
            {
                told.Add(("report", hit.Story, ReportLine.Of(hit)));
                stories.Add(hit.Story);
            }
        }

        if (to.Corrections > from.Corrections)
        {
            foreach (Correction correction in (await store.CorrectionsAsync(cancellation)).Skip((int)from.Corrections).Take(Most))
            {
                foreach (string report in correction.What.Select(a => a.Report).OfType<string>().Distinct(StringComparer.Ordinal))
                {
                    if (await store.ReportAsync(report, cancellation) is { } stored)
                        stories.Add(stored.Story);
                }
            }
        }

        foreach (string[] some in stories.Chunk(Most))
        {
            foreach (StorySummary story in await store.StoriesAsync(new StoryQuery { Ids = [.. some], Limit = Most }, cancellation))
                told.Add(("story", story.Id, StoryLine.Of(story)));
        }

        if (to.Alerts > from.Alerts)
        {
            foreach ((long number, string alert, DateTimeOffset raised) in await store.Watch.AlertsAsync(from.Alerts, Most, cancellation))
            {
                JsonElement parsed = WatchRoutes.Parsed(alert);
                told.Add(("alert", parsed.ValueKind is JsonValueKind.Object && parsed.TryGetProperty("story", out JsonElement s) && s.ValueKind is JsonValueKind.String ? s.GetString() : null, new AlertView(number, raised, parsed)));
            }
        }

        // Only the last one moves on: who is cut off in the middle hears all of it again.
        return [.. told.Select((t, i) => new FeedEvent(t.Type, t.Story, i == told.Count - 1 ? to : from, JsonSerializer.Serialize(t.Data, Line)))];
    }
}
