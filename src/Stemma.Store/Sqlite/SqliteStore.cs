using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Stemma.Store;

/// <summary>A store in one SQLite file (WAL), the default.</summary>
internal sealed class SqliteStore : SqlStore
{
    /// <summary>Marks a file as a store of ours (PRAGMA application_id): "STEM".</summary>
    private const int Mark = 0x5354454D;

    /// <summary>How long a writer waits for another, in milliseconds.</summary>
    private const int BusyTimeout = 30_000;

    private readonly string connection;
    private readonly bool readOnly;
    private readonly long? maxPages;

    private SqliteStore(string path, bool readOnly, long? maxPages)
    {
        (Name, this.readOnly, this.maxPages) = (path, readOnly, maxPages);
        connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = true,
            DefaultTimeout = 0,
        }.ToString();
    }

    public override string Name { get; }

    /// <param name="maxPages">Most pages of 4 KiB, for tests of a full disk; null: no limit.</param>
    /// <exception cref="StoreException">It cannot be opened, is no store, or was written by a newer version.</exception>
    public static async Task<SqliteStore> OpenAsync(string path, bool readOnly, bool create, CancellationToken cancellation, long? maxPages = null)
    {
        if (!File.Exists(path) && (readOnly || !create))
            throw new StoreException($"{path}: there is no such store; 'stemma ingest --store {path} PATH...' makes one");
        SqliteStore store = new(path, readOnly, maxPages);
        try
        {
            await store.PrepareAsync(cancellation);
            return store;
        }
        catch (Exception e) when (store.Translate(e) is { } trouble)
        {
            throw trouble;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await using SqlSession session = new(await OpenAsync(cancellation), null);
        long form = await CheckAsync(session, cancellation);
        if (form == Form || (form > 0 && readOnly))
            return;
        if (readOnly)
            throw new StoreException($"{Name}: no store yet, and it may not be written");
        if (form == 0)
            await session.RunAsync("PRAGMA journal_mode = WAL", cancellation);
        await using DbTransaction transaction = await BeginAsync(session.Connection, cancellation);
        SqlSession writing = new(session.Connection, transaction);

        // Another process may have made it, or brought it to this form, while this one waited for the lock.
        form = await CheckAsync(writing, cancellation);
        if (form == Form)
            return;
        if (form == 0)
        {
            await writing.RunAsync(Script("INTEGER", "BLOB", " WITHOUT ROWID", "Sqlite/Text1.sql"), cancellation);
        }
        else
        {
            await writing.RunAsync(Script2(" WITHOUT ROWID"), cancellation);
            await RecordAllAsync(writing, cancellation);
        }

        await writing.RunAsync(FormattableString.Invariant($"PRAGMA application_id = {Mark}; PRAGMA user_version = {Form}"), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <returns>The form of the store that the file holds; 0 where it is empty.</returns>
    private async Task<long> CheckAsync(SqlSession session, CancellationToken cancellation)
    {
        long mark = await session.NumberAsync("PRAGMA application_id", cancellation) ?? 0, form = await session.NumberAsync("PRAGMA user_version", cancellation) ?? 0;
        if (mark == Mark && form is > 0 and <= Form)
            return form;
        if (mark == Mark && form > Form)
            throw new StoreException(FormattableString.Invariant($"{Name}: written by a newer version of stemma (store form {form}; this one reads up to {Form}): use that version, or another file"));
        if (mark != 0 || await session.NumberAsync("SELECT count(*) FROM sqlite_schema", cancellation) > 0)
            throw new StoreException($"{Name}: an SQLite file, but no store of stemma's");
        return 0;
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        SqliteConnection opened = new(connection);
        try
        {
            await opened.OpenAsync(cancellation);
            await using SqliteCommand command = opened.CreateCommand();
            // FULL: what was acknowledged outlives a power cut, not only a killed process.
            command.CommandText = FormattableString.Invariant($"PRAGMA busy_timeout = {BusyTimeout}; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16384;")
                + (maxPages is { } limit ? FormattableString.Invariant($" PRAGMA max_page_count = {limit};") : "");
            await command.ExecuteNonQueryAsync(cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    protected override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: readOnly));

    protected override StoreException? Translate(Exception exception) => exception is not SqliteException e ? null : e.SqliteErrorCode switch
    {
        1 when readOnly && e.Message.Contains("no such table", StringComparison.Ordinal) =>
            new StoreException($"{Name}: made by an earlier version of stemma; open it once to be written ('stemma ingest' or 'stemma serve'), and this can be read", inner: e),
        5 or 6 => new StoreException($"{Name}: another program is writing to it", isTemporary: true, e),
        8 => new StoreException($"{Name}: may not be written: the file or its folder is read-only", inner: e),
        11 => new StoreException($"{Name}: damaged ({e.Message}); go back to a backup", inner: e),
        13 => new StoreException($"{Name}: the disk is full; nothing of the last step was kept, all before it is", inner: e),
        10 => new StoreException($"{Name}: could not be read or written ({e.Message}); is the disk full or gone?", inner: e),
        14 => new StoreException($"{Name}: could not be opened; is there such a folder, and may it be written?", inner: e),
        26 => new StoreException($"{Name}: not an SQLite file", inner: e),
        _ => new StoreException($"{Name}: {e.Message}", inner: e),
    };

    protected override Task IndexAsync(SqlSession session, long seq, string words, CancellationToken cancellation) =>
        session.RunAsync("INSERT INTO report_text (rowid, words) VALUES (@seq, @words)", cancellation, ("seq", seq), ("words", words));

    protected override Task UnindexAsync(SqlSession session, long seq, CancellationToken cancellation) =>
        session.RunAsync("DELETE FROM report_text WHERE rowid = @seq", cancellation, ("seq", seq));

    /// <remarks>CROSS JOIN tells SQLite to walk the index of words, newest row first, and to stop when the page is full.</remarks>
    protected override (string From, string Where, string Order, string Value) Matching(SearchWords words) => (
        "report_text t CROSS JOIN reports r ON r.seq = t.rowid",
        "report_text MATCH @words",
        "t.rowid",
        "(" + string.Join(" AND ", words.Phrases.Select(p => "\"" + string.Join(' ', p) + "\"")) + ")" + string.Concat(words.Without.Select(w => $" NOT \"{w}\"")));

    protected override async IAsyncEnumerable<StoreFault> VerifyFileAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string line in await ReadAsync(s => s.ListAsync("PRAGMA integrity_check(20)", r => r.GetString(0), cancellation), cancellation))
        {
            if (line != "ok")
                yield return new StoreFault(Name, line);
        }

        long indexed = await ReadAsync(s => s.NumberAsync("SELECT count(*) FROM reports WHERE NOT EXISTS (SELECT 1 FROM report_text_docsize d WHERE d.id = reports.seq)", cancellation), cancellation) ?? 0;
        if (indexed > 0)
            yield return new StoreFault(Name, FormattableString.Invariant($"{indexed} reports are not in the index of words"));
    }

    protected override async Task<long> SizeAsync(SqlSession session, CancellationToken cancellation) =>
        (await session.NumberAsync("PRAGMA page_count", cancellation) ?? 0) * (await session.NumberAsync("PRAGMA page_size", cancellation) ?? 0);

    public override async Task CompactAsync(CancellationToken cancellation) => await ReadAsync(async s =>
    {
        await s.RunAsync("INSERT INTO report_text (report_text) VALUES ('optimize')", cancellation);
        await s.RunAsync("VACUUM", cancellation);
        await s.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        return await s.RunAsync("PRAGMA optimize", cancellation);
    }, cancellation);

    protected override async Task WipeAsync(CancellationToken cancellation) => await ReadAsync(async s =>
    {
        // The index only marks what is deleted until its parts are merged, and the log keeps old pages.
        await s.RunAsync("INSERT INTO report_text (report_text) VALUES ('optimize')", cancellation);
        return await s.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }, cancellation);

    public override async Task BackupAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new StoreException($"{path}: is there already; a backup never overwrites");
        string beside = path + ".part";
        File.Delete(beside);
        await ReadAsync(s =>
        {
            // One snapshot: in WAL mode readers and writers go on meanwhile.
            using (SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = beside, Pooling = false }.ToString()))
            {
                copy.Open();
                ((SqliteConnection)s.Connection).BackupDatabase(copy);
                using SqliteCommand command = copy.CreateCommand();
                command.CommandText = "PRAGMA journal_mode = DELETE"; // one file, nothing beside it
                command.ExecuteNonQuery();
            }

            return Task.FromResult(true);
        }, cancellation);
        File.Move(beside, path);
    }

    public override ValueTask DisposeAsync()
    {
        // Gives the files back: a pool keeps them open.
        using SqliteConnection own = new(connection);
        SqliteConnection.ClearPool(own);
        return ValueTask.CompletedTask;
    }
}
