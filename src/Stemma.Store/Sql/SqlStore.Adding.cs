using System.Globalization;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Weighing;

namespace Stemma.Store;

internal abstract partial class SqlStore
{
    private const int FacetsAtOnce = 16;

    public Task<long?> AddAsync(IReadOnlyList<GroupedReport> reports, long epoch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return WriteAsync(async s =>
        {
            // Also takes the lock: whoever comes second finds another epoch.
            if (await s.RunAsync("UPDATE meta SET value = value + 1 WHERE name = 'epoch' AND value = @epoch", cancellation, ("epoch", epoch)) == 0)
                return (long?)null;
            HashSet<string> touched = new(StringComparer.Ordinal);
            CorrectionSet corrections = await StandingAsync(s, cancellation);
            foreach (GroupedReport report in reports)
                await AddAsync(s, report, corrections, touched, cancellation);
            await RefreshAsync(s, touched, cancellation);
            return epoch + 1;
        }, cancellation);
    }

    private async Task AddAsync(SqlSession session, GroupedReport grouped, CorrectionSet corrections, HashSet<string> touched, CancellationToken cancellation)
    {
        (NewReport added, Placement placement) = (grouped.New, grouped.Placement);
        Report report = added.Report;
        string digest = added.Digest;
        Standing known = await StandingAsync(session, report.Id, digest, added.Item, report.Outlet, cancellation);
        if (known.Kind is StandingKind.Known or StandingKind.Forgotten)
            return;
        if (added.Forms.Report.IsEmpty)
            throw new ArgumentException($"{report.Input} was not read, and the store does not know it.");
        int revision = 1;
        if (known.Kind is StandingKind.Revision)
        {
            (int Number, bool IsSame, bool IsLater, string Current) before = await BeforeAsync(session, added, cancellation);
            if (before.IsLater)
            {
                // A version that has been overtaken already: kept, and no more.
                await session.RunAsync(
                    "INSERT INTO revisions (id, digest, current, revision, story, arrived, form, seq, grouped, fingerprint) VALUES (@id, @digest, @current, 0, @story, @arrived, @form, 0, NULL, NULL) ON CONFLICT DO NOTHING",
                    cancellation, ("id", report.Id), ("digest", digest), ("current", before.Current), ("story", known.Story), ("arrived", SqlSession.Time(added.Arrived)), ("form", added.Forms.Report.ToArray()));
                await AddReceiptAsync(session, before.Current, added.Bytes, report.Input, added.Arrived, cancellation);
                return;
            }

            revision = before.Number + 1;
            touched.Add(known.Story!);
            await ReplaceAsync(session, before.Current, report.Id, before.IsSame, cancellation);
            if (before.IsSame)
            {
                await RewriteAsync(session, added, digest, revision, cancellation);
                return;
            }
        }

        long seq = await session.CountUpAsync("seq", cancellation);
        await session.RunAsync(
            """
            INSERT INTO reports (seq, id, story, sorted, outlet, outlet_key, headline, published, input, digest, item, revision, arrived, grouped, stages, form, annotation, fingerprint)
            VALUES (@seq, @id, @story, @sorted, @outlet, @outletKey, @headline, @published, @input, @digest, @item, @revision, @arrived, @story, @stages, @form, @annotation, @fingerprint)
            """,
            cancellation,
            ("seq", seq), ("id", report.Id), ("story", placement.Story), ("sorted", SqlSession.Time(report.Published?.SortKey ?? added.Arrived)),
            ("outlet", report.Outlet), ("outletKey", report.Outlet is { } o ? SearchWords.Fold(o) : null), ("headline", report.Headline), ("published", report.Published?.ToString()),
            ("input", report.Input), ("digest", digest), ("item", added.Item), ("revision", revision), ("arrived", SqlSession.Time(added.Arrived)), ("stages", added.Stages),
            ("form", added.Forms.Report.ToArray()), ("annotation", added.Forms.Annotation.ToArray()), ("fingerprint", placement.Memory.ToArray()));
        await DescribeAsync(session, seq, added, cancellation);
        await FollowAsync(session, grouped, corrections, touched, cancellation);
    }

    private static async Task<(int, bool, bool, string)> BeforeAsync(SqlSession session, NewReport added, CancellationToken cancellation)
    {
        var (form, revision, id) = await session.FirstAsync(
            "SELECT form, revision, id FROM reports WHERE id = @id" + (added.Item is null ? "" : " OR item = @item") + " ORDER BY revision DESC, seq DESC",
            r => (r.GetFieldValue<byte[]>(0), (int)r.GetInt64(1), r.GetString(2)), cancellation, ("id", added.Report.Id), ("item", added.Item));
        Report current = ReportForm.Read(form!);
        ReportTime? then = current.Updated ?? current.Published, now = added.Report.Updated ?? added.Report.Published;
        return (revision, id == added.Report.Id, then is { } t && now is { } n && t > n, id);
    }

    /// <summary>Moves the version at hand among the earlier ones.</summary>
    private async Task ReplaceAsync(SqlSession session, string current, string next, bool isSame, CancellationToken cancellation)
    {
        long seq = await session.NumberAsync("SELECT seq FROM reports WHERE id = @id", cancellation, ("id", current)) ?? 0;
        string place = isSame ? "NULL, NULL" : "grouped, fingerprint";
        await session.RunAsync(
            $"INSERT INTO revisions (id, digest, current, revision, story, arrived, form, seq, grouped, fingerprint) SELECT id, digest, @next, revision, story, arrived, form, seq, {place} FROM reports WHERE id = @id ON CONFLICT DO NOTHING",
            cancellation, ("id", current), ("next", next));
        await session.RunAsync("UPDATE revisions SET current = @next WHERE current = @id", cancellation, ("id", current), ("next", next));
        await session.RunAsync("DELETE FROM facets WHERE seq = @seq", cancellation, ("seq", seq));
        await UnindexAsync(session, seq, cancellation);
        if (isSame)
            return;
        await session.RunAsync("UPDATE receipts SET report = @next WHERE report = @id", cancellation, ("id", current), ("next", next));
        await session.RunAsync("DELETE FROM reports WHERE id = @id", cancellation, ("id", current));
    }

    /// <summary>A new version under the same id takes its row.</summary>
    private async Task RewriteAsync(SqlSession session, NewReport added, string digest, int revision, CancellationToken cancellation)
    {
        Report report = added.Report;
        long seq = await session.NumberAsync(
            "UPDATE reports SET digest = @digest, revision = @revision, sorted = @sorted, published = @published, outlet = @outlet, outlet_key = @outletKey, headline = @headline, form = @form, annotation = @annotation, stages = @stages, arrived = @arrived WHERE id = @id RETURNING seq",
            cancellation, ("id", report.Id), ("digest", digest), ("revision", revision), ("sorted", SqlSession.Time(report.Published?.SortKey ?? added.Arrived)), ("published", report.Published?.ToString()),
            ("outlet", report.Outlet), ("outletKey", report.Outlet is { } o ? SearchWords.Fold(o) : null), ("headline", report.Headline),
            ("form", added.Forms.Report.ToArray()), ("annotation", added.Forms.Annotation.ToArray()), ("stages", added.Stages), ("arrived", SqlSession.Time(added.Arrived))) ?? 0;
        await DescribeAsync(session, seq, added, cancellation);
    }

    private async Task DescribeAsync(SqlSession session, long seq, NewReport added, CancellationToken cancellation)
    {
        Facet[] facets = [.. added.Facets.Select(f => f with { Name = SearchWords.Fold(f.Name) }).Where(f => f.Name.Length > 0).Distinct()];
        foreach (Facet[] some in facets.Chunk(FacetsAtOnce))
        {
            // Several rows a statement: names are most of the rows of a report.
            string rows = string.Join(", ", some.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"(@k{i}, @n{i}, @seq)")));
            (string, object?)[] values = [("seq", seq), .. some.SelectMany((f, i) => new (string, object?)[]
            {
                ("k" + i.ToString(CultureInfo.InvariantCulture), f.Kind), ("n" + i.ToString(CultureInfo.InvariantCulture), f.Name),
            })];
            await session.RunAsync($"INSERT INTO facets (kind, name, seq) VALUES {rows} ON CONFLICT DO NOTHING", cancellation, values);
        }

        await IndexAsync(session, seq, added.Forms.Words, cancellation);
        await AddReceiptAsync(session, added.Report.Id, added.Bytes, added.Report.Input, added.Arrived, cancellation);
    }

    /// <summary>Follows grouping: what a report made of earlier placements, and the slots by which grouping goes on.</summary>
    private static async Task FollowAsync(SqlSession session, GroupedReport grouped, CorrectionSet corrections, HashSet<string> touched, CancellationToken cancellation)
    {
        HashSet<string> moved = [grouped.New.Report.Id];
        foreach (StoryChange change in grouped.Placement.Changes)
        {
            moved.UnionWith(change.Reports);
            foreach (string report in change.Reports)
            {
                await session.RunAsync("UPDATE reports SET grouped = @to WHERE id = @id", cancellation, ("id", report), ("to", change.To));
                await session.RunAsync("UPDATE revisions SET grouped = @to WHERE id = @id AND grouped IS NOT NULL", cancellation, ("id", report), ("to", change.To));
            }

            if (change.Kind is StoryChangeKind.Merged)
                await session.RunAsync("DELETE FROM groups WHERE id = @id", cancellation, ("id", change.From));
        }

        foreach ((string story, long? slot) in grouped.Slots)
            await session.RunAsync("INSERT INTO groups (id, slot) VALUES (@id, @slot) ON CONFLICT (id) DO UPDATE SET slot = excluded.slot", cancellation, ("id", story), ("slot", slot));
        foreach (string closed in grouped.Placement.Closed)
            await session.RunAsync("UPDATE groups SET slot = NULL WHERE id = @id", cancellation, ("id", closed));

        StoryRegrouping regrouping = await RegroupingAsync(session, corrections, cancellation);
        bool anchors = corrections.Standing.Any(c => c.Target is CorrectionTarget.Story && c.What.Any(a => moved.Contains(a.Report!)));
        List<(string Id, string Grouped, string Story)> concerned = [];
        if (anchors)
            concerned = await session.ListAsync("SELECT id, grouped, story FROM reports", r => (r.GetString(0), r.GetString(1), r.GetString(2)), cancellation);
        else
        {
            foreach (string id in moved)
                concerned.AddRange(await session.ListAsync("SELECT id, grouped, story FROM reports WHERE id = @id", r => (r.GetString(0), r.GetString(1), r.GetString(2)), cancellation, ("id", id)));
        }

        touched.Add(regrouping.StoryOf(grouped.New.Report.Id, await session.FirstAsync("SELECT grouped FROM reports WHERE id = @id", r => r.GetString(0), cancellation, ("id", grouped.New.Report.Id)) ?? grouped.Placement.Story));
        await PlaceAsync(session, regrouping, concerned, touched, cancellation);
    }

    private static async Task<StoryRegrouping> RegroupingAsync(SqlSession session, CorrectionSet corrections, CancellationToken cancellation)
    {
        Dictionary<string, string> grouped = new(StringComparer.Ordinal);
        foreach (string report in corrections.Standing.Where(c => c.Target is CorrectionTarget.Story).SelectMany(c => c.What).Select(a => a.Report!).Distinct(StringComparer.Ordinal))
        {
            if (await session.FirstAsync("SELECT grouped FROM reports WHERE id = @id", r => r.GetString(0), cancellation, ("id", report)) is { } story)
                grouped[report] = story;
        }

        return new StoryRegrouping(corrections, grouped.GetValueOrDefault);
    }

    private static async Task PlaceAsync(
        SqlSession session, StoryRegrouping regrouping, IEnumerable<(string Id, string Grouped, string Story)> reports, HashSet<string> touched, CancellationToken cancellation)
    {
        foreach ((string id, string grouped, string story) in reports)
        {
            string now = regrouping.StoryOf(id, grouped);
            if (now == story)
                continue;
            touched.Add(story);
            touched.Add(now);
            await session.RunAsync("UPDATE reports SET story = @story WHERE id = @id", cancellation, ("id", id), ("story", now));
            await session.RunAsync("INSERT INTO moved (story, into_story) VALUES (@from, @to) ON CONFLICT (story) DO UPDATE SET into_story = excluded.into_story", cancellation, ("from", story), ("to", now));
        }
    }

    /// <summary>Counts the stories that changed anew; one without reports goes.</summary>
    private static async Task RefreshAsync(SqlSession session, IEnumerable<string> stories, CancellationToken cancellation)
    {
        foreach (string story in stories.Order(StringComparer.Ordinal))
        {
            var (count, last, time) = await session.FirstAsync("SELECT count(*), coalesce(max(seq), 0), max(sorted) FROM reports WHERE story = @id",
                r => (r.GetInt64(0), r.GetInt64(1), SqlSession.Text(r, 2)), cancellation, ("id", story));
            if (count == 0)
            {
                await session.RunAsync("DELETE FROM stories WHERE id = @id", cancellation, ("id", story));
                await UnrecordAsync(session, story, cancellation);
                continue;
            }

            string title = await session.FirstAsync("SELECT headline, input FROM reports WHERE story = @id ORDER BY seq LIMIT 1", r => SqlSession.Text(r, 0) ?? r.GetString(1), cancellation, ("id", story)) ?? "";
            await session.RunAsync(
                """
                INSERT INTO stories (id, last_seq, reports, last_time, title, version, weighed, hidden, stages) VALUES (@id, @last, @count, @time, @title, 1, 0, 0, '')
                ON CONFLICT (id) DO UPDATE SET last_seq = excluded.last_seq, reports = excluded.reports, last_time = excluded.last_time, version = stories.version + 1
                """,
                cancellation, ("id", story), ("last", last), ("count", count), ("time", time), ("title", title));
            await session.RunAsync("DELETE FROM moved WHERE story = @id", cancellation, ("id", story));
        }
    }
}
