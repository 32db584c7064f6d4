using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Stemma.Watch;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>What is watched, and what watching has told.</summary>
internal static class WatchRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/watches",
            Name = "listWatches",
            Tag = "watching",
            Summary = "The claims and stories that are watched.",
            Answers = [("application/json", nameof(WatchList))],
            Serve = async call => await call.JsonAsync(new WatchList([.. (await call.Store.Watch.WatchesAsync(call.Cancellation)).Select(w => new WatchView(w.Id, Parsed(w.Watch)))])),
        },
        new()
        {
            Method = HttpMethods.Delete,
            Path = "/api/v1/watches/{id}",
            Name = "endWatch",
            Tag = "watching",
            Summary = "Ends a watch; what it has told stays.",
            Success = StatusCodes.Status204NoContent,
            Answers = [],
            Problems = [Problem.NotFound, Problem.ReadOnly],
            Serve = async call =>
            {
                string id = call.Part("id");
                if (!(await call.Store.Watch.WatchesAsync(call.Cancellation)).Any(w => w.Id == id))
                    throw new ProblemException(Problem.NotFound, "There is no watch of that id.");
                await call.Store.Watch.SaveWatchAsync(id, null, call.Cancellation);
                call.Response.StatusCode = StatusCodes.Status204NoContent;
            },
        },
        new()
        {
            Path = "/api/v1/alerts",
            Name = "listAlerts",
            Tag = "watching",
            Summary = "What watching has told, oldest first.",
            Parameters = [ApiParameter.Number("after", "Number of the last alert that was seen.", 0, int.MaxValue, 0), ApiParameter.Limit],
            Answers = [("application/json", nameof(AlertPage))],
            Serve = async call =>
            {
                int after = call.Number("after", 0, 0, int.MaxValue), limit = call.Limit;
                ImmutableArray<AlertView> alerts = [.. (await call.Store.Watch.AlertsAsync(after, limit, call.Cancellation)).Select(a => new AlertView(a.Number, a.Raised, Parsed(a.Alert)))];
                long last = alerts.IsEmpty ? after : alerts[^1].Number;
                if (alerts.Length == limit)
                    call.Response.Headers.Link = FormattableString.Invariant($"</api/v1/alerts?after={last}&limit={limit}>; rel=\"next\"");
                await call.JsonAsync(new AlertPage(alerts, last.ToString(CultureInfo.InvariantCulture)));
            },
        },
        new()
        {
            Path = "/api/v1/alerts.atom",
            Name = "feedAlerts",
            Tag = "watching",
            Summary = "The latest alerts as an Atom feed, for any feed reader.",
            Parameters = [ApiParameter.Limit],
            Answers = [("application/atom+xml", "Text")],
            Serve = async call =>
            {
                ImmutableArray<LoggedAlert> alerts = await new AlertLog(call.Store.Watch).LatestAsync(call.Limit, call.Cancellation);
                string self = $"{call.Request.Scheme}://{call.Request.Host}/api/v1/alerts.atom";
                byte[] body = Encoding.UTF8.GetBytes(AlertAtom.Write(alerts, self, self, DateTimeOffset.UnixEpoch));
                await ApiAnswer.SendAsync(call.Context, body, "application/atom+xml", ApiAnswer.TagOf(body));
            },
        },
    ];

    /// <summary>The store keeps what the watcher wrote; what is no JSON is shown as text rather than lost.</summary>
    internal static JsonElement Parsed(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}

internal sealed record WatchList(ImmutableArray<WatchView> Watches);

/// <param name="Watch">In the watcher's own form.</param>
internal sealed record WatchView(string Id, JsonElement Watch);

/// <param name="Last">Number to ask for what comes after.</param>
internal sealed record AlertPage(ImmutableArray<AlertView> Alerts, string Last);

/// <param name="Alert">In the watcher's own form.</param>
internal sealed record AlertView(long Number, DateTimeOffset Raised, JsonElement Alert);
