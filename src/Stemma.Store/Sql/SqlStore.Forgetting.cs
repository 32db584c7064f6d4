using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Store;

internal abstract partial class SqlStore
{
    public async Task<ImmutableArray<string>> ForgetAsync(ForgetRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<string> gone = await WriteAsync(s => ForgetAsync(s, request, cancellation), cancellation);
        if (gone.Length > 0)
            await WipeAsync(cancellation);
        return gone;
    }

    private async Task<ImmutableArray<string>> ForgetAsync(SqlSession session, ForgetRequest request, CancellationToken cancellation)
    {
        List<string> reports = [];
        foreach (string id in request.Reports)
            reports.AddRange(await session.ListAsync("SELECT id FROM reports WHERE id = @id UNION SELECT current FROM revisions WHERE id = @id", r => r.GetString(0), cancellation, ("id", id)));
        if (request.Outlet is { } outlet)
        {
            reports.AddRange(await session.ListAsync("SELECT id FROM reports WHERE outlet_key = @outlet ORDER BY seq", r => r.GetString(0), cancellation, ("outlet", SearchWords.Fold(outlet))));
            await BuryAsync(session, "outlet", outlet, SearchWords.Fold(outlet), null, request, cancellation);
        }

        if (request.Before is { } before)
            reports.AddRange(await session.ListAsync("SELECT id FROM reports WHERE sorted < @before ORDER BY seq", r => r.GetString(0), cancellation, ("before", SqlSession.Time(before))));

        HashSet<string> touched = new(StringComparer.Ordinal);
        ImmutableArray<string> gone = [.. reports.Distinct(StringComparer.Ordinal)];
        foreach (string id in gone)
            await ForgetAsync(session, id, request, touched, cancellation);
        if (gone.IsEmpty)
            return gone;

        await session.RunAsync("DELETE FROM blobs WHERE NOT EXISTS (SELECT 1 FROM receipts r WHERE r.digest = blobs.digest)", cancellation);
        await session.RunAsync("DELETE FROM groups WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.grouped = groups.id) AND NOT EXISTS (SELECT 1 FROM revisions v WHERE v.grouped = groups.id)", cancellation);
        await ForgetWordsAsync(session, [.. gone], cancellation);
        await RefreshAsync(session, touched, cancellation);

        // The picture has their words; it is drawn anew from what is left.
        foreach (string story in touched)
        {
            string? title = await session.FirstAsync("SELECT headline, input FROM reports WHERE story = @id ORDER BY seq LIMIT 1", r => SqlSession.Text(r, 0) ?? r.GetString(1), cancellation, ("id", story));
            await session.RunAsync("UPDATE stories SET picture = NULL, title = @title WHERE id = @id", cancellation, ("id", story), ("title", title ?? ""));
            await UnrecordAsync(session, story, cancellation);
        }

        // Whoever groups has these reports in memory.
        await session.CountUpAsync("epoch", cancellation);
        return gone;
    }

    private async Task ForgetAsync(SqlSession session, string id, ForgetRequest request, HashSet<string> touched, CancellationToken cancellation)
    {
        var (seq, story, digest) = await session.FirstAsync("SELECT seq, story, digest FROM reports WHERE id = @id", r => (r.GetInt64(0), r.GetString(1), r.GetString(2)), cancellation, ("id", id));
        touched.Add(story!);
        await BuryAsync(session, "report", id, id, digest, request, cancellation);
        foreach ((string version, string its) in await session.ListAsync("SELECT id, digest FROM revisions WHERE current = @id", r => (r.GetString(0), r.GetString(1)), cancellation, ("id", id)))
            await BuryAsync(session, "report", version, version == id ? its : version, its, request, cancellation);
        await session.RunAsync("DELETE FROM revisions WHERE current = @id", cancellation, ("id", id));
        await session.RunAsync("DELETE FROM receipts WHERE report = @id", cancellation, ("id", id));
        await session.RunAsync("DELETE FROM facets WHERE seq = @seq", cancellation, ("seq", seq));
        await UnindexAsync(session, seq, cancellation);
        await session.RunAsync("DELETE FROM reports WHERE id = @id", cancellation, ("id", id));
    }

    private static Task BuryAsync(SqlSession session, string kind, string name, string key, string? digest, ForgetRequest request, CancellationToken cancellation) => session.RunAsync(
        "INSERT INTO tombstones (kind, name, key, digest, forgotten, who, why) VALUES (@kind, @name, @key, @digest, @when, @who, @why) ON CONFLICT DO NOTHING", cancellation,
        ("kind", kind), ("name", name), ("key", key), ("digest", digest), ("when", SqlSession.Time(request.When)), ("who", request.Who), ("why", request.Why));

    /// <summary>Corrections and alerts that quote a forgotten report go too; a correction that still stands without it loses that anchor alone.</summary>
    private static async Task ForgetWordsAsync(SqlSession session, HashSet<string> gone, CancellationToken cancellation)
    {
        foreach (Correction correction in await LogAsync(session, cancellation))
        {
            if (!correction.What.Any(a => a.Report is { } r && gone.Contains(r)))
                continue;
            Correction left = correction with { What = [.. correction.What.Where(a => a.Report is not { } r || !gone.Contains(r))] };
            if (CorrectionRules.Fault(left) is null)
                await session.RunAsync("UPDATE corrections SET line = @line WHERE id = @id", cancellation, ("id", left.Id), ("line", CorrectionJson.Line(left)));
            else
                await session.RunAsync("DELETE FROM corrections WHERE id = @id", cancellation, ("id", left.Id));
        }

        // The log has changed without growing: whoever remembers it reads it again.
        await session.CountUpAsync("corrections", cancellation);
        foreach (string id in gone)
            await session.RunAsync("DELETE FROM alerts WHERE alert LIKE '%' || @id || '%'", cancellation, ("id", id));
    }

    public Task<ImmutableArray<Tombstone>> TombstonesAsync(CancellationToken cancellation) => ReadAsync<ImmutableArray<Tombstone>>(async s =>
        [.. await s.ListAsync("SELECT kind, name, forgotten, who, why FROM tombstones ORDER BY forgotten, kind, key",
            r => new Tombstone(r.GetString(0), r.GetString(1), SqlSession.Time(r.GetString(2)), r.GetString(3), SqlSession.Text(r, 4)), cancellation)], cancellation);
}
