using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Stemma.Store;

/// <summary>Copies a store in PostgreSQL, as it stands at one moment, into an SQLite store, which needs no server to be read.</summary>
internal static class PostgresBackup
{
    private static readonly (string Table, string Columns)[] Tables =
    [
        ("blobs", "digest, length, packed"),
        ("receipts", "report, digest, input, received"),
        ("reports", "seq, id, story, sorted, outlet, outlet_key, headline, published, input, digest, item, revision, arrived, grouped, stages, form, annotation, fingerprint"),
        ("revisions", "id, digest, current, revision, story, arrived, form, seq, grouped, fingerprint"),
        ("facets", "kind, name, seq"),
        ("groups", "id, slot"),
        ("stories", "id, last_seq, reports, last_time, title, day_from, day_to, version, weighed, hidden, stages, picture"),
        ("moved", "story, into_story"),
        ("corrections", "number, id, line"),
        ("tombstones", "kind, name, key, digest, forgotten, who, why"),
        ("feeds", "url, state, due"),
        ("watches", "id, watch"),
        ("alerts", "number, key, alert, raised"),
        ("utterances", "key, kind, sorted, item, name, story, claim, report, outlet, published, stance, certainty, negative, own, quoted, begins, ends, words"),
        ("records", "holder, key, sorted, story, claim, name, statement, status, was, relayed, first"),
        ("rests", "story, report, outlet_key, outlet, on_id, on_key, on_name, kind"),
    ];

    public static async Task WriteAsync(SqlStore from, string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new StoreException($"{path}: is there already; a backup never overwrites");
        string beside = path + ".part";
        File.Delete(beside);
        await using (SqliteStore to = await SqliteStore.OpenAsync(beside, readOnly: false, create: true, cancellation))
        {
            await from.ReadAsync(async source =>
            {
                // All tables as of one moment, while others write.
                await using DbTransaction moment = await source.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
                SqlSession reading = new(source.Connection, moment);
                return await to.WriteAsync(writing => CopyAsync(reading, writing, cancellation), cancellation);
            }, cancellation);
            await to.CompactAsync(cancellation);
        }

        File.Move(beside, path);
    }

    private static async Task<bool> CopyAsync(SqlSession from, SqlSession to, CancellationToken cancellation)
    {
        foreach ((string name, long value) in await from.ListAsync("SELECT name, value FROM meta WHERE name <> 'form'", r => (r.GetString(0), r.GetInt64(1)), cancellation))
            await to.RunAsync("UPDATE meta SET value = @value WHERE name = @name", cancellation, ("name", name), ("value", value));
        foreach ((string table, string columns) in Tables)
        {
            string[] names = columns.Split(", ");
            string insert = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", names.Select((_, i) => "@c" + i.ToString(CultureInfo.InvariantCulture)))})";
            await using DbCommand command = from.Connection.CreateCommand();
            command.Transaction = from.Transaction;
            command.CommandText = $"SELECT {columns} FROM {table}";
            await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                (string, object?)[] row = [.. Enumerable.Range(0, names.Length).Select(i => ("c" + i.ToString(CultureInfo.InvariantCulture), reader.IsDBNull(i) ? null : reader.GetValue(i)))];
                await to.RunAsync(insert, cancellation, row);
                if (table == "reports")
                {
                    Reports.Report report = ReportForm.Read(reader.GetFieldValue<byte[]>(Array.IndexOf(names, "form")));
                    await to.RunAsync("INSERT INTO report_text (rowid, words) VALUES (@seq, @words)", cancellation, ("seq", reader.GetInt64(0)), ("words", SearchWords.Indexed(report)));
                }
            }
        }

        return true;
    }
}
