using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>What happens in the store, as it happens: server-sent events.</summary>
internal static class EventRoutes
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/events",
            Name = "streamEvents",
            Tag = "events",
            Summary = "New reports, changed stories and alerts, as server-sent events.",
            Details = "Types: `report` and `story` (as in lists), `alert`, `gap` (more was missed than is told again: read the lists). With Last-Event-ID, or `after`, what happened since is told first; an event may come twice, "
                + "never not at all. A comment comes every 15 seconds.",
            Parameters =
            [
                ApiParameter.Text("types", "Only these, parted by commas.", "report,alert"), ApiParameter.Text("story", "Only what concerns this story."),
                ApiParameter.Text("after", "As Last-Event-ID, for who cannot set a header."),
            ],
            Answers = [("text/event-stream", "Text")],
            Problems = [Problem.TooMany],
            IsStream = true,
            Serve = ServeAsync,
        },
    ];

    private static async Task ServeAsync(ApiCall call)
    {
        ImmutableArray<string> types = [.. (call.Text("types") ?? "report,story,alert,gap").Split(',', StringSplitOptions.TrimEntries)];
        if (types.Except(["report", "story", "alert", "gap"]).Any())
            throw new ProblemException(Problem.BadQuery, "types holds report, story, alert and gap, parted by commas.");
        string? story = call.Text("story");
        string? last = call.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : call.Text("after");
        FeedPosition since = default;
        if (last is not null && !FeedPosition.TryParse(last, out since))
            throw new ProblemException(Problem.BadQuery, "That is no id of an event of this server.");

        call.Response.ContentType = "text/event-stream";
        call.Response.Headers.CacheControl = "no-store";
        call.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(call.Request.Method))
            return;
        using ChangeFeed.Listener listener = call.Service<ChangeFeed>().Join(ClientLimits.Client(call.Context)) ?? throw Full(call);
        // Who opens a stream has just read something: whatever comes after the first line of this answer is told, though the feed itself takes up to a second to begin.
        if (last is null)
            since = FeedPosition.Of(await call.Store.MarksAsync(call.Cancellation));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation, call.Service<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            call.Context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await WriteAsync(call, "retry: 3000\n: welcome\n\n", stop.Token);
            FeedPosition begin = await listener.Begin.WaitAsync(stop.Token);
            if (since.AtMost(begin) is var from && from != begin)
            {
                foreach (FeedEvent told in await FeedReader.ReadAsync(call.Store, from, begin, stop.Token))
                    await TellAsync(told);
            }

            while (true)
            {
                Task<bool> more = listener.Events.WaitToReadAsync(stop.Token).AsTask();
                while (await Task.WhenAny(more, Task.Delay(Heartbeat, stop.Token)) != more)
                    await WriteAsync(call, ": still here\n\n", stop.Token);
                if (!await more)
                    return;
                while (listener.Events.TryRead(out FeedEvent? told))
                    await TellAsync(told);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // One side has gone: the end of every stream.
        }

        Task TellAsync(FeedEvent told) => types.Contains(told.Type) && (story is null || told.Story is null || told.Story == story)
            ? WriteAsync(call, $"id: {told.Id}\nevent: {told.Type}\ndata: {told.Data}\n\n", stop.Token)
            : Task.CompletedTask;
    }

    private static ProblemException Full(ApiCall call)
    {
        call.Response.ContentType = null;
        call.Response.Headers.RetryAfter = "30";
        return new ProblemException(Problem.TooMany, "As many streams of events are open as this server, or one client, may have.");
    }

    private static async Task WriteAsync(ApiCall call, string text, CancellationToken cancellation)
    {
        await call.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await call.Response.Body.FlushAsync(cancellation);
    }
}
