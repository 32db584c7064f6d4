using System.Globalization;

namespace Stemma.Store;

internal abstract partial class SqlStore
{
    /// <summary>Rows a statement: both databases spend more on a statement than on a row.</summary>
    private const int RowsAtOnce = 20;

    /// <summary>Writes what a picture adds to the records in place of what its predecessor did.</summary>
    private static async Task RecordAsync(SqlSession session, string story, RowSet rows, CancellationToken cancellation)
    {
        await UnrecordAsync(session, story, cancellation);
        await InsertAsync(session, "utterances", ["key", "kind", "sorted", "item", "name", "story", "claim", "report", "outlet", "published", "stance", "certainty", "negative", "own", "quoted", "begins", "ends", "words"],
            rows.Utterances.Select(r => new object?[]
            {
                r.Key, r.Kind, r.Sorted, r.Item, r.Name, story, r.Claim, r.Report, r.Outlet, r.Published, r.Stance, r.Certainty, r.Negative, r.Own, r.Quoted, r.At.Start, r.At.End, r.Words,
            }), cancellation);
        await InsertAsync(session, "records", ["holder", "key", "sorted", "story", "claim", "name", "statement", "status", "was", "relayed", "first"],
            rows.Records.Select(r => new object?[] { r.Holder, r.Key, r.Sorted, story, r.Claim, r.Name, r.Statement, r.Status, r.Was, r.Relayed, r.First }), cancellation);
        await InsertAsync(session, "rests", ["story", "report", "outlet_key", "outlet", "on_id", "on_key", "on_name", "kind"],
            rows.Rests.Select(r => new object?[] { story, r.Report, r.OutletKey, r.Outlet, r.OnId, r.OnKey, r.OnName, r.Kind }), cancellation);
    }

    private static async Task UnrecordAsync(SqlSession session, string story, CancellationToken cancellation)
    {
        foreach (string table in (string[])["utterances", "records", "rests"])
            await session.RunAsync($"DELETE FROM {table} WHERE story = @story", cancellation, ("story", story));
    }

    /// <summary>Writes the records of all pictures at hand: for a store of a form that had none.</summary>
    protected static async Task RecordAllAsync(SqlSession session, CancellationToken cancellation)
    {
        // One picture at a time: together they may be larger than memory.
        foreach (string id in await session.ListAsync("SELECT id FROM stories WHERE picture IS NOT NULL AND hidden = 0 ORDER BY id", r => r.GetString(0), cancellation))
        {
            byte[] picture = (await session.FirstAsync("SELECT picture FROM stories WHERE id = @id", r => r.GetFieldValue<byte[]>(0), cancellation, ("id", id)))!;
            RowSet rows;
            try
            {
                rows = RowSet.Of(PictureForm.Read(picture));
            }
            catch (InvalidDataException)
            {
                continue; // told by verify, and drawn anew when the story is next weighed
            }

            await RecordAsync(session, id, rows, cancellation);
        }
    }

    private static async Task InsertAsync(SqlSession session, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        foreach (object?[][] some in rows.Chunk(RowsAtOnce))
        {
            string values = string.Join(", ", some.Select((_, row) => "(" + string.Join(", ", columns.Select((_, column) => "@" + Name(row, column))) + ")"));
            await session.RunAsync($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {values} ON CONFLICT DO NOTHING", cancellation,
                [.. some.SelectMany((cells, row) => cells.Select((cell, column) => (Name(row, column), cell)))]);
        }

        static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"r{row}c{column}");
    }
}
