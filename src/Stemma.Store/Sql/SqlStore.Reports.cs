using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Store;

internal abstract partial class SqlStore
{
    public Task<Standing> StandingAsync(string report, string digest, string? item, string? outlet, CancellationToken cancellation) =>
        ReadAsync(s => StandingAsync(s, report, digest, item, outlet, cancellation), cancellation);

    private static async Task<Standing> StandingAsync(SqlSession session, string report, string digest, string? item, string? outlet, CancellationToken cancellation)
    {
        Tombstone? tombstone = await session.FirstAsync(
            "SELECT kind, name, forgotten, who, why FROM tombstones WHERE (kind = 'report' AND key = @id) OR digest = @digest" + (outlet is null ? "" : " OR (kind = 'outlet' AND key = @outlet)"),
            r => new Tombstone(r.GetString(0), r.GetString(1), SqlSession.Time(r.GetString(2)), r.GetString(3), SqlSession.Text(r, 4)),
            cancellation, ("id", report), ("digest", digest), ("outlet", outlet is null ? null : SearchWords.Fold(outlet)));
        if (tombstone is not null)
            return new Standing(StandingKind.Forgotten, null, tombstone);
        string? story = await session.FirstAsync(
            "SELECT story FROM reports WHERE id = @id AND digest = @digest UNION ALL SELECT r.story FROM revisions v JOIN reports r ON r.id = v.current WHERE v.id = @id AND v.digest = @digest",
            r => r.GetString(0), cancellation, ("id", report), ("digest", digest));
        if (story is not null)
            return new Standing(StandingKind.Known, story, null);
        story = await session.FirstAsync(
            "SELECT story FROM reports WHERE id = @id" + (item is null ? "" : " OR item = @item"), r => r.GetString(0), cancellation, ("id", report), ("item", item));
        return new Standing(story is null ? StandingKind.New : StandingKind.Revision, story, null);
    }

    public Task<(long Epoch, ImmutableArray<PlacedReport> Open)> GroupingAsync(CancellationToken cancellation) => WriteAsync(async s =>
    {
        // In a transaction, so that the count and the reports are of one moment.
        long epoch = await s.NumberAsync("SELECT value FROM meta WHERE name = 'epoch'", cancellation) ?? 0;
        List<PlacedReport> open = await s.ListAsync(
            """
            SELECT p.id, p.grouped, g.slot, p.seq, p.fingerprint
            FROM groups g JOIN (SELECT id, grouped, seq, fingerprint FROM reports UNION ALL SELECT id, grouped, seq, fingerprint FROM revisions WHERE fingerprint IS NOT NULL) p ON p.grouped = g.id
            WHERE g.slot IS NOT NULL
            """,
            r => new PlacedReport(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), [.. r.GetFieldValue<byte[]>(4)]), cancellation);
        return (epoch, open.OrderBy(p => p.Arrival).ToImmutableArray());
    }, cancellation);

    public Task<StoredReport?> ReportAsync(string id, CancellationToken cancellation) => ReadAsync(s => s.FirstAsync(
        "SELECT form, digest, revision, story, arrived FROM reports WHERE id = @id", Stored, cancellation, ("id", id)), cancellation);

    public Task<ImmutableArray<StoredReport>> RevisionsAsync(string id, CancellationToken cancellation) => ReadAsync<ImmutableArray<StoredReport>>(async s =>
        [.. await s.ListAsync("SELECT form, digest, revision, story, arrived FROM revisions WHERE current = @id ORDER BY revision", Stored, cancellation, ("id", id))], cancellation);

    private static StoredReport Stored(System.Data.Common.DbDataReader row) => new(
        ReportForm.Read(row.GetFieldValue<byte[]>(0)), row.GetString(1), (int)row.GetInt64(2), row.GetString(3), SqlSession.Time(row.GetString(4)));

    public Task<ImmutableArray<Receipt>> ReceiptsAsync(string report, CancellationToken cancellation) => ReadAsync<ImmutableArray<Receipt>>(async s =>
        [.. await s.ListAsync("SELECT report, digest, input, received FROM receipts WHERE report = @report ORDER BY received, digest, input",
            r => new Receipt(r.GetString(0), r.GetString(1), r.GetString(2), SqlSession.Time(r.GetString(3))), cancellation, ("report", report))], cancellation);

    public Task<byte[]?> BytesAsync(string digest, CancellationToken cancellation) => ReadAsync(s => s.FirstAsync(
        "SELECT packed FROM blobs WHERE digest = @digest", r => Packing.Unpack(r.GetFieldValue<byte[]>(0)), cancellation, ("digest", digest)), cancellation);

    public Task AddReceiptAsync(string report, ReadOnlyMemory<byte> bytes, string input, DateTimeOffset received, CancellationToken cancellation) => WriteAsync(async s =>
    {
        await AddReceiptAsync(s, report, bytes, input, received, cancellation);
        return true;
    }, cancellation);

    private static async Task AddReceiptAsync(SqlSession session, string report, ReadOnlyMemory<byte> bytes, string input, DateTimeOffset received, CancellationToken cancellation)
    {
        if (bytes.IsEmpty)
            return;
        if (await session.FirstAsync("SELECT id FROM reports WHERE id = @id UNION ALL SELECT current FROM revisions WHERE id = @id", r => r.GetString(0), cancellation, ("id", report)) is not { } holder)
            return; // forgotten meanwhile
        report = holder;
        string digest = ReportForm.DigestOf(bytes.Span);
        if (await session.NumberAsync("SELECT 1 FROM blobs WHERE digest = @digest", cancellation, ("digest", digest)) is null)
        {
            await session.RunAsync("INSERT INTO blobs (digest, length, packed) VALUES (@digest, @length, @packed) ON CONFLICT DO NOTHING", cancellation,
                ("digest", digest), ("length", bytes.Length), ("packed", Packing.Pack(bytes.Span)));
        }

        await session.RunAsync("INSERT INTO receipts (report, digest, input, received) VALUES (@report, @digest, @input, @received) ON CONFLICT DO NOTHING", cancellation,
            ("report", report), ("digest", digest), ("input", input), ("received", SqlSession.Time(received)));
    }

    public Task<ImmutableArray<ReportHit>> SearchAsync(ReportQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        (string sql, (string, object?)[] values) = SearchSql(query);
        return ReadAsync<ImmutableArray<ReportHit>>(async s => [.. await s.ListAsync(sql, r => new ReportHit(
            r.GetString(0), r.GetString(1), SqlSession.Text(r, 2), SqlSession.Text(r, 3),
            ReportTime.TryParse(SqlSession.Text(r, 4), out ReportTime time) ? time : null, r.GetString(5), r.GetInt64(6)), cancellation, values)], cancellation);
    }

    public Task<ImmutableArray<NameCount>> NamesAsync(string kind, string? prefix, string? after, int limit, CancellationToken cancellation)
    {
        (string from, string column) = kind is "outlet" ? ("reports WHERE outlet_key IS NOT NULL", "outlet_key") : ("facets WHERE kind = @kind", "name");
        string name = Bytewise(column);
        List<(string, object?)> values = [("limit", Math.Clamp(limit, 1, 1000))];
        if (kind is not "outlet")
            values.Add(("kind", kind));
        if (prefix is not null && SearchWords.Fold(prefix) is { Length: > 0 } begin)
        {
            // A range rather than LIKE: it is answered from the index, and nothing in it is syntax.
            from += $" AND {name} >= @begin AND {name} < @end";
            values.Add(("begin", begin));
            values.Add(("end", begin + "\U0010FFFF"));
        }

        if (after is not null)
        {
            from += $" AND {name} > @after";
            values.Add(("after", after));
        }

        return ReadAsync<ImmutableArray<NameCount>>(async s => [.. await s.ListAsync(
            $"SELECT {name}, count(*) FROM {from} GROUP BY {column} ORDER BY {name} LIMIT @limit", r => new NameCount(r.GetString(0), r.GetInt64(1)), cancellation, [.. values])], cancellation);
    }

    /// <summary>The rarest condition leads, newest first, so that the first page costs the same however many reports there are.</summary>
    private (string Sql, (string, object?)[] Values) SearchSql(ReportQuery query)
    {
        List<string> where = [];
        List<(string, object?)> values = [("limit", Math.Clamp(query.Limit, 1, 1000))];
        (string Kind, string? Name)[] facets = [.. new[] { ("person", query.Person), ("organisation", query.Organisation), ("place", query.Place), ("origin", query.Origin) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2))];
        SearchWords words = SearchWords.Read(query.Text);
        string from = "reports r", order = "r.seq";
        if (!words.IsEmpty)
        {
            (from, string match, order, string value) = Matching(string.IsNullOrWhiteSpace(query.Outlet) ? words : words.Of(query.Outlet));
            where.Add(match);
            values.Add(("words", value));
        }

        for (int i = 0; i < facets.Length; i++)
        {
            string name = "name" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            values.Add((name, SearchWords.Fold(facets[i].Name!)));
            if (i == 0 && words.IsEmpty)
            {
                (from, order) = ("facets f JOIN reports r ON r.seq = f.seq", "f.seq");
                where.Add($"f.kind = '{facets[i].Kind}' AND f.name = @{name}");
            }
            else
            {
                where.Add($"EXISTS (SELECT 1 FROM facets x WHERE x.kind = '{facets[i].Kind}' AND x.name = @{name} AND x.seq = r.seq)");
            }
        }

        Add("r.outlet_key = @outlet", "outlet", string.IsNullOrWhiteSpace(query.Outlet) ? null : SearchWords.Fold(query.Outlet));
        Add("r.sorted >= @from", "from", query.From is { } begin ? SqlSession.Time(begin) : null);
        Add("r.sorted < @until", "until", query.Until is { } end ? SqlSession.Time(end) : null);
        Add("r.story = @story", "story", query.Story);
        Add(order + " < @before", "before", query.Before);
        Add(order + " > @after", "after", query.After);
        return ($"SELECT r.id, r.story, r.outlet, r.headline, r.published, r.input, r.seq FROM {from}{(where.Count == 0 ? "" : " WHERE " + string.Join(" AND ", where))} ORDER BY {order} DESC LIMIT @limit", [.. values]);

        void Add(string condition, string name, object? value)
        {
            if (value is null)
                return;
            where.Add(condition);
            values.Add((name, value));
        }
    }
}
