using System.Collections.Immutable;

namespace Stemma.Store;

/// <summary>What watching keeps, in the store's own tables.</summary>
internal sealed class SqlWatchMemory(SqlStore store) : IWatchMemory
{
    public Task SaveFeedAsync(string url, string state, DateTimeOffset due, CancellationToken cancellation) => store.WriteAsync(s => s.RunAsync(
        "INSERT INTO feeds (url, state, due) VALUES (@url, @state, @due) ON CONFLICT (url) DO UPDATE SET state = excluded.state, due = excluded.due", cancellation,
        ("url", url), ("state", state), ("due", SqlSession.Time(due))), cancellation);

    public Task<ImmutableArray<(string Url, string State, DateTimeOffset Due)>> FeedsAsync(CancellationToken cancellation) =>
        store.ReadAsync<ImmutableArray<(string, string, DateTimeOffset)>>(async s => [.. await s.ListAsync(
            "SELECT url, state, due FROM feeds ORDER BY due, url", r => (r.GetString(0), r.GetString(1), SqlSession.Time(r.GetString(2))), cancellation)], cancellation);

    public Task SaveWatchAsync(string id, string? watch, CancellationToken cancellation) => store.WriteAsync(s => watch is null
        ? s.RunAsync("DELETE FROM watches WHERE id = @id", cancellation, ("id", id))
        : s.RunAsync("INSERT INTO watches (id, watch) VALUES (@id, @watch) ON CONFLICT (id) DO UPDATE SET watch = excluded.watch", cancellation, ("id", id), ("watch", watch)), cancellation);

    public Task<ImmutableArray<(string Id, string Watch)>> WatchesAsync(CancellationToken cancellation) =>
        store.ReadAsync<ImmutableArray<(string, string)>>(async s => [.. await s.ListAsync(
            "SELECT id, watch FROM watches ORDER BY id", r => (r.GetString(0), r.GetString(1)), cancellation)], cancellation);

    public Task<bool> AddAlertAsync(string key, string alert, DateTimeOffset raised, CancellationToken cancellation) => store.WriteAsync(async s =>
    {
        if (await s.NumberAsync("SELECT 1 FROM alerts WHERE key = @key", cancellation, ("key", key)) is not null)
            return false;
        return await s.RunAsync("INSERT INTO alerts (number, key, alert, raised) VALUES (@number, @key, @alert, @raised) ON CONFLICT DO NOTHING", cancellation,
            ("number", await s.CountUpAsync("alerts", cancellation)), ("key", key), ("alert", alert), ("raised", SqlSession.Time(raised))) > 0;
    }, cancellation);

    public Task<ImmutableArray<(long Number, string Alert, DateTimeOffset Raised)>> AlertsAsync(long after, int limit, CancellationToken cancellation) =>
        store.ReadAsync<ImmutableArray<(long, string, DateTimeOffset)>>(async s => [.. await s.ListAsync(
            "SELECT number, alert, raised FROM alerts WHERE number > @after ORDER BY number LIMIT @limit",
            r => (r.GetInt64(0), r.GetString(1), SqlSession.Time(r.GetString(2))), cancellation, ("after", after), ("limit", limit))], cancellation);
}
