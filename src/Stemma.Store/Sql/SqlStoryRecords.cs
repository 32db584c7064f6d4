using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Store;

/// <summary>Reads what pictures add up to, by index alone.</summary>
internal sealed class SqlStoryRecords(SqlStore store) : IStoryRecords
{
    /// <summary>Parts a mark; stands in no id and no time.</summary>
    private const char Bar = '|';

    /// <summary>Which rows of a record an outcome means.</summary>
    private const string OutcomeOf = "CASE WHEN status = 'confirmed' AND was <> 'confirmed' THEN 'confirmed' WHEN status IN ('disputed', 'denied', 'withdrawn') THEN status ELSE 'standing' END";

    public Task<ImmutableArray<Utterance>> UtterancesAsync(UtteranceQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<(string, object?)> values = [("key", PictureRows.Key(query.Name)), ("limit", Math.Clamp(query.Limit, 1, 1000))];
        string where = "key = @key";
        Add(" AND kind = @kind", "kind", query.Kind);
        Add(" AND stance = @stance", "stance", query.Stance?.ToString().ToLowerInvariant());
        if (query.Before?.Split(Bar) is [var sorted, var item])
        {
            where += " AND (sorted < @sorted OR (sorted = @sorted AND item < @item))";
            values.Add(("sorted", sorted));
            values.Add(("item", item));
        }

        return store.ReadAsync<ImmutableArray<Utterance>>(async s => [.. await s.ListAsync(
            $"SELECT name, kind, item, story, claim, report, outlet, published, stance, certainty, negative, own, quoted, begins, ends, words, sorted FROM utterances WHERE {where} ORDER BY sorted DESC, item DESC LIMIT @limit",
            r => new Utterance(
                r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), SqlSession.Text(r, 4), r.GetString(5), SqlSession.Text(r, 6), ReportTime.TryParse(SqlSession.Text(r, 7), out ReportTime time) ? time : null,
                Word<Stance>(r, 8), Word<Certainty>(r, 9), r.GetInt64(10) != 0, r.GetInt64(11) != 0, r.GetInt64(12) != 0, new TextSpan((int)r.GetInt64(13), (int)r.GetInt64(14)), r.GetString(15)) { Mark = r.GetString(16) + Bar + r.GetString(2) },
            cancellation, [.. values])], cancellation);

        void Add(string condition, string name, object? value)
        {
            if (value is null)
                return;
            where += condition;
            values.Add((name, value));
        }
    }

    public Task<UtteranceCounts?> CountUtterancesAsync(string? kind, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        string where = "key = @key" + (kind is null ? "" : " AND kind = @kind");
        (string, object?)[] values = kind is null ? [("key", PictureRows.Key(name))] : [("key", PictureRows.Key(name)), ("kind", kind)];
        return store.ReadAsync(async s =>
        {
            string? called = await s.FirstAsync($"SELECT name FROM utterances WHERE {where} GROUP BY name ORDER BY count(*) DESC, name LIMIT 1", r => r.GetString(0), cancellation, values);
            if (called is null)
                return null;
            List<(Stance Stance, int Count)> stances = await s.ListAsync(
                $"SELECT stance, count(*) FROM utterances WHERE {where} AND stance IS NOT NULL GROUP BY stance ORDER BY count(*) DESC, stance", r => (Word<Stance>(r, 0)!.Value, (int)r.GetInt64(1)), cancellation, values);
            List<(DateOnly, int)> months = await s.ListAsync(
                $"SELECT substr(sorted, 1, 7), count(*) FROM utterances WHERE {where} AND sorted <> '' GROUP BY substr(sorted, 1, 7) ORDER BY 1",
                r => (DateOnly.ParseExact(r.GetString(0) + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(r, 1)), cancellation, values);
            return await s.FirstAsync(
                $"SELECT count(*), sum(quoted), count(DISTINCT story), count(DISTINCT report), count(DISTINCT outlet), min(CASE WHEN sorted <> '' THEN sorted END), max(sorted) FROM utterances WHERE {where}",
                r => new UtteranceCounts(called, Number(r, 0), Number(r, 1), Number(r, 2), Number(r, 3), Number(r, 4), Time(r, 5), Time(r, 6), [.. stances], [.. months]),
                cancellation, values);
        }, cancellation);
    }

    public Task<TrackRecord?> TrackAsync(HolderKind holder, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        (string, object?)[] values = [("holder", Word(holder)), ("key", PictureRows.Key(name))];
        const string Where = "holder = @holder AND key = @key";
        return store.ReadAsync(async s =>
        {
            string? called = await s.FirstAsync($"SELECT name FROM records WHERE {Where} GROUP BY name ORDER BY count(*) DESC, name LIMIT 1", r => r.GetString(0), cancellation, values);
            if (called is null)
                return null;
            List<(Outcome, int)> outcomes = await s.ListAsync($"SELECT {OutcomeOf}, count(*) FROM records WHERE {Where} GROUP BY {OutcomeOf}", r => (Word<Outcome>(r, 0)!.Value, (int)r.GetInt64(1)), cancellation, values);
            return await s.FirstAsync(
                $"SELECT count(*), count(DISTINCT story), sum(CASE WHEN was <> 'confirmed' THEN 1 ELSE 0 END), sum(relayed), sum(first) FROM records WHERE {Where}",
                r => new TrackRecord(called, Number(r, 0), Number(r, 1), Number(r, 2), Number(r, 3), Number(r, 4), [.. outcomes.OrderBy(o => o.Item1)]), cancellation, values);
        }, cancellation);
    }

    public Task<ImmutableArray<RecordedClaim>> ClaimsAsync(RecordQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<(string, object?)> values = [("holder", Word(query.Holder)), ("key", PictureRows.Key(query.Name)), ("limit", Math.Clamp(query.Limit, 1, 1000))];
        string where = "holder = @holder AND key = @key";
        if (query.Outcome is { } outcome)
        {
            where += $" AND {OutcomeOf} = @outcome";
            values.Add(("outcome", Word(outcome)));
        }

        if (query.Before?.Split(Bar) is [var sorted, var story, var claim])
        {
            where += " AND (sorted < @sorted OR (sorted = @sorted AND (story < @story OR (story = @story AND claim < @claim))))";
            values.AddRange([("sorted", sorted), ("story", story), ("claim", claim)]);
        }

        return store.ReadAsync<ImmutableArray<RecordedClaim>>(async s => [.. await s.ListAsync(
            $"SELECT story, claim, statement, status, was, relayed, first, sorted FROM records WHERE {where} ORDER BY sorted DESC, story DESC, claim DESC LIMIT @limit",
            r => new RecordedClaim(r.GetString(0), r.GetString(1), r.GetString(2), Word<ClaimStatus>(r, 3)!.Value, Word<ClaimStatus>(r, 4)!.Value, r.GetInt64(5) != 0, r.GetInt64(6) != 0, Time(r, 7))
            {
                Mark = string.Join(Bar, r.GetString(7), r.GetString(0), r.GetString(1)),
            },
            cancellation, [.. values])], cancellation);
    }

    public Task<ImmutableArray<RecordedName>> NamesAsync(NameKind kind, string? part, int limit, CancellationToken cancellation)
    {
        (string table, string column) = kind is NameKind.Person or NameKind.Organisation ? ("utterances", "kind") : ("records", "holder");
        List<(string, object?)> values = [("kind", Word(kind)), ("window", RecordedName.Window), ("limit", Math.Clamp(limit, 1, 1000))];
        string where = "";
        if (!string.IsNullOrWhiteSpace(part))
        {
            where = "WHERE key LIKE @part ESCAPE '!'";
            values.Add(("part", "%" + PictureRows.Key(part).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%"));
        }

        return store.ReadAsync<ImmutableArray<RecordedName>>(async s => [.. await s.ListAsync(
            $"""
            SELECT min(name), count(*), count(DISTINCT story), max(sorted)
            FROM (SELECT key, name, story, sorted FROM {table} WHERE {column} = @kind ORDER BY sorted DESC LIMIT @window) latest
            {where} GROUP BY key ORDER BY count(*) DESC, key LIMIT @limit
            """,
            r => new RecordedName(r.GetString(0), Number(r, 1), Number(r, 2), Time(r, 3)), cancellation, [.. values])], cancellation);
    }

    public Task<Dependence?> DependenceAsync(string outlet, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outlet);
        (string, object?)[] one = [("key", PictureRows.Key(outlet))], values = [.. one, ("most", Math.Clamp(most, 1, 1000))];
        return store.ReadAsync(async s =>
        {
            string? called = await s.FirstAsync("SELECT outlet FROM reports WHERE outlet_key = @outlet ORDER BY seq DESC LIMIT 1", r => r.GetString(0), cancellation, ("outlet", SearchWords.Fold(outlet)));
            if (called is null)
                return null;
            long reports = await s.NumberAsync("SELECT count(*) FROM reports WHERE outlet_key = @outlet", cancellation, ("outlet", SearchWords.Fold(outlet))) ?? 0;
            long resting = await s.NumberAsync("SELECT count(DISTINCT report) FROM rests WHERE outlet_key = @key", cancellation, one) ?? 0;
            List<(DerivationKind, int)> kinds = await s.ListAsync("SELECT kind, count(DISTINCT report) FROM rests WHERE outlet_key = @key GROUP BY kind", r => (Word<DerivationKind>(r, 0)!.Value, Number(r, 1)), cancellation, one);
            List<(string, int)> on = await s.ListAsync(
                "SELECT min(on_name), count(DISTINCT report) FROM rests WHERE outlet_key = @key AND on_key IS NOT NULL GROUP BY on_key ORDER BY 2 DESC, on_key LIMIT @most", r => (r.GetString(0), Number(r, 1)), cancellation, values);
            List<(string, int)> by = await s.ListAsync(
                "SELECT min(outlet), count(DISTINCT report) FROM rests WHERE on_key = @key AND outlet_key IS NOT NULL GROUP BY outlet_key ORDER BY 2 DESC, outlet_key LIMIT @most", r => (r.GetString(0), Number(r, 1)), cancellation, values);
            return new Dependence(called, (int)reports, (int)resting, [.. kinds.OrderBy(k => k.Item1)], [.. on], [.. by]);
        }, cancellation);
    }

    public Task<ImmutableDictionary<string, string>> TitlesAsync(IEnumerable<string> stories, CancellationToken cancellation) => store.ReadAsync(async s =>
    {
        ImmutableDictionary<string, string>.Builder titles = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string[] some in stories.Distinct(StringComparer.Ordinal).Chunk(100))
        {
            string names = string.Join(", ", some.Select((_, i) => "@s" + i.ToString(CultureInfo.InvariantCulture)));
            titles.AddRange(await s.ListAsync($"SELECT id, title FROM stories WHERE id IN ({names})", r => KeyValuePair.Create(r.GetString(0), r.GetString(1)), cancellation,
                [.. some.Select((id, i) => ("s" + i.ToString(CultureInfo.InvariantCulture), (object?)id))]));
        }

        return titles.ToImmutable();
    }, cancellation);

    public Task<string?> CurrentReportAsync(string report, CancellationToken cancellation) => store.ReadAsync(s => s.FirstAsync(
        "SELECT id FROM reports WHERE id = @id UNION ALL SELECT current FROM revisions WHERE id = @id", r => r.GetString(0), cancellation, ("id", report)), cancellation);

    private static int Number(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(DbDataReader row, int column) => SqlSession.Text(row, column) is { Length: > 0 } text ? SqlSession.Time(text) : null;

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Word<T>(DbDataReader row, int column) where T : struct, Enum => Enum.TryParse(SqlSession.Text(row, column), ignoreCase: true, out T value) ? value : null;
}
