using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store;

internal abstract partial class SqlStore
{
    /// <summary>More mergers in a row than any story has seen; ends a circle that should not be there.</summary>
    private const int MaxMoves = 1000;

    private const int MaxIds = 1000;

    public Task<ImmutableArray<StorySummary>> StoriesAsync(StoryQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        string where = "hidden = 0 AND reports >= @least" + (query.Since is null ? "" : " AND last_time >= @since") + (query.Before is null ? "" : " AND last_seq < @before");
        List<(string, object?)> values = [("least", query.MinReports), ("limit", Math.Clamp(query.Limit, 1, 1000))];
        if (query.Since is { } since)
            values.Add(("since", SqlSession.Time(since)));
        if (query.Before is { } before)
            values.Add(("before", before));
        if (query.Ids is { } ids)
        {
            if (ids.IsEmpty)
                return Task.FromResult<ImmutableArray<StorySummary>>([]);
            where += $" AND id IN ({string.Join(", ", ids.Take(MaxIds).Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@id{i}")))})";
            values.AddRange(ids.Take(MaxIds).Select((id, i) => ("id" + i.ToString(CultureInfo.InvariantCulture), (object?)id)));
        }

        return ReadAsync<ImmutableArray<StorySummary>>(async s => [.. await s.ListAsync(
            $"SELECT id, title, day_from, day_to, reports, last_time, weighed < version, last_seq FROM stories WHERE {where} ORDER BY last_seq DESC LIMIT @limit",
            r => new StorySummary(r.GetString(0), r.GetString(1), Day(r, 2), Day(r, 3), (int)r.GetInt64(4), SqlSession.Time(r.GetString(5)), r.GetBoolean(6)) { Mark = r.GetInt64(7) },
            cancellation, [.. values])], cancellation);
    }

    public Task<ImmutableArray<string>> StaleAsync(CancellationToken cancellation) => ReadAsync<ImmutableArray<string>>(async s =>
        [.. await s.ListAsync("SELECT id FROM stories WHERE weighed < version ORDER BY last_seq", r => r.GetString(0), cancellation)], cancellation);

    public async Task<string?> ResolveStoryAsync(string id, CancellationToken cancellation) => (await VersionAsync(id, cancellation))?.Id;

    public Task<StoryVersion?> VersionAsync(string story, CancellationToken cancellation) => ReadAsync(async s =>
    {
        string? id = story;
        for (int i = 0; i < MaxMoves && id is not null; i++)
        {
            if (await s.FirstAsync("SELECT id, version, weighed < version FROM stories WHERE id = @id", r => new StoryVersion(r.GetString(0), r.GetInt64(1), r.GetBoolean(2)), cancellation, ("id", id)) is { } found)
                return found;
            id = await s.FirstAsync("SELECT into_story FROM moved WHERE story = @id", r => r.GetString(0), cancellation, ("id", id));
        }

        return null;
    }, cancellation);

    public Task<StoryMembers?> MembersAsync(string story, CancellationToken cancellation) => ReadAsync(async s =>
    {
        // The version first: what is added while the members are read makes the picture stale, never wrong.
        if (await s.NumberAsync("SELECT version FROM stories WHERE id = @id", cancellation, ("id", story)) is not { } version)
            return null;
        List<StoryMember> members = await s.ListAsync("SELECT form, annotation, stages FROM reports WHERE story = @id ORDER BY seq", r =>
        {
            Report report = ReportForm.Read(r.GetFieldValue<byte[]>(0));
            return new StoryMember(report, AnnotationForm.Read(r.GetFieldValue<byte[]>(1), report.IsReadable ? report.Body : ""), r.GetString(2));
        }, cancellation, ("id", story));
        return new StoryMembers(story, version, [.. members]);
    }, cancellation);

    public Task UpdateReadingAsync(string report, Annotation annotation, string stages, CancellationToken cancellation) => WriteAsync(s => s.RunAsync(
        "UPDATE reports SET annotation = @annotation, stages = @stages WHERE id = @id", cancellation,
        ("id", report), ("annotation", AnnotationForm.Write(annotation)), ("stages", stages)), cancellation);

    public Task<bool> SavePictureAsync(Story story, long version, string stages, IReadOnlyDictionary<string, ImmutableArray<string>> origins, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(story);
        byte[] picture = PictureForm.Write(story);
        RowSet rows = RowSet.Of(story);
        return WriteAsync(async s =>
        {
            int changed = await s.RunAsync(
                "UPDATE stories SET title = @title, day_from = @from, day_to = @to, weighed = @version, hidden = @hidden, stages = @stages, picture = @picture WHERE id = @id AND version = @version",
                cancellation, ("id", story.Id), ("title", story.Title), ("from", Day(story.From)), ("to", Day(story.To)), ("version", version),
                ("hidden", story.IsRejected), ("stages", stages), ("picture", picture));
            if (changed == 0)
                return false;
            foreach (Report dated in story.Reports.Where(r => r is { Published: not null, PublishedBasis: PublishedBasis.Inferred }))
            {
                // A day worked out from its peers puts it in its place, as one that it states does.
                await s.RunAsync("UPDATE reports SET sorted = @sorted WHERE id = @id AND published IS NULL", cancellation, ("id", dated.Id), ("sorted", SqlSession.Time(dated.Published!.Value.SortKey)));
            }

            await s.RunAsync("UPDATE stories SET last_time = (SELECT max(sorted) FROM reports r WHERE r.story = stories.id) WHERE id = @id", cancellation, ("id", story.Id));
            foreach ((string report, ImmutableArray<string> names) in origins)
            {
                if (await s.NumberAsync("SELECT seq FROM reports WHERE id = @id", cancellation, ("id", report)) is not { } seq)
                    continue;
                await s.RunAsync("DELETE FROM facets WHERE seq = @seq AND kind = 'origin'", cancellation, ("seq", seq));
                foreach (string name in names.Select(SearchWords.Fold).Distinct(StringComparer.Ordinal))
                    await s.RunAsync("INSERT INTO facets (kind, name, seq) VALUES ('origin', @name, @seq) ON CONFLICT DO NOTHING", cancellation, ("name", name), ("seq", seq));
            }

            await RecordAsync(s, story.Id, rows, cancellation);
            return true;
        }, cancellation);
    }

    public Task<StoredPicture?> PictureAsync(string story, CancellationToken cancellation) => ReadAsync(s => s.FirstAsync(
        "SELECT picture, stages, weighed < version FROM stories WHERE id = @id AND picture IS NOT NULL",
        r => new StoredPicture(PictureForm.Read(r.GetFieldValue<byte[]>(0)), r.GetString(1), r.GetBoolean(2)), cancellation, ("id", story)), cancellation);

    public Task<int> AddCorrectionsAsync(IReadOnlyList<Correction> corrections, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return WriteAsync(async s =>
        {
            int added = 0;
            List<Correction> concerned = [];
            foreach (Correction correction in corrections)
            {
                if (await s.NumberAsync("SELECT 1 FROM corrections WHERE id = @id", cancellation, ("id", correction.Id)) is not null)
                    continue;
                long number = await s.CountUpAsync("corrections", cancellation);
                await s.RunAsync("INSERT INTO corrections (number, id, line) VALUES (@number, @id, @line)", cancellation,
                    ("number", number), ("id", correction.Id), ("line", CorrectionJson.Line(correction)));
                added++;
                concerned.Add(correction);
            }

            if (added == 0)
                return 0;
            List<Correction> log = await LogAsync(s, cancellation);

            // What an undo concerns is what the undone one concerned.
            for (int i = 0; i < concerned.Count && concerned.Count <= log.Count * 2; i++)
            {
                if (concerned[i].Undoes is { } undone && log.Find(c => c.Id == undone) is { } earlier)
                    concerned.Add(earlier);
            }

            HashSet<string> touched = new(StringComparer.Ordinal);
            foreach (Correction correction in concerned)
                await TouchedByAsync(s, correction, touched, cancellation);
            if (concerned.Exists(c => c.Target is CorrectionTarget.Story))
            {
                StoryRegrouping regrouping = await RegroupingAsync(s, CorrectionSet.Of(log), cancellation);
                await PlaceAsync(s, regrouping, await s.ListAsync("SELECT id, grouped, story FROM reports", r => (r.GetString(0), r.GetString(1), r.GetString(2)), cancellation), touched, cancellation);
            }

            await RefreshAsync(s, touched, cancellation);
            return added;
        }, cancellation);
    }

    /// <summary>Adds the stories that hold a report, or a name, that the correction points at.</summary>
    private static async Task TouchedByAsync(SqlSession session, Correction correction, HashSet<string> touched, CancellationToken cancellation)
    {
        foreach (CorrectionAnchor anchor in correction.What)
        {
            if (anchor.Report is { } report)
                touched.UnionWith(await session.ListAsync("SELECT story FROM reports WHERE id = @id", r => r.GetString(0), cancellation, ("id", report)));
            if (anchor.Name is not { } name || correction.Kind is CorrectionKind.Grade)
                continue;
            touched.UnionWith(await session.ListAsync(
                "SELECT DISTINCT r.story FROM facets f JOIN reports r ON r.seq = f.seq WHERE f.name = @name AND f.kind IN ('person', 'organisation', 'place', 'other', 'origin')",
                r => r.GetString(0), cancellation, ("name", SearchWords.Fold(name))));
            touched.UnionWith(await session.ListAsync("SELECT DISTINCT story FROM reports WHERE outlet_key = @name", r => r.GetString(0), cancellation, ("name", SearchWords.Fold(name))));
        }
    }

    private static DateOnly? Day(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
