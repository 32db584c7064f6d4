using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Stemma.Store;

/// <summary>A store in a PostgreSQL database, in a schema of its own.</summary>
internal sealed class PostgresStore : SqlStore
{
    /// <summary>Any number that no other program takes; held while the tables are made.</summary>
    private const long MakingLock = 0x5354454D;

    private readonly NpgsqlDataSource source;

    private PostgresStore(NpgsqlConnectionStringBuilder settings)
    {
        Name = $"{settings.Host}:{settings.Port}/{settings.Database}";
        source = NpgsqlDataSource.Create(settings);
    }

    public override string Name { get; }

    /// <exception cref="StoreException">It cannot be reached, or was written by a newer version.</exception>
    public static async Task<PostgresStore> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = Settings(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StoreException("not a connection string of PostgreSQL: " + e.Message, inner: e);
        }

        PostgresStore store = new(settings);
        try
        {
            await store.WriteAsync(s => store.PrepareAsync(s, cancellation), cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads <c>postgresql://user:password@host:port/database</c> and <c>Host=...;Database=...</c>.</summary>
    private static NpgsqlConnectionStringBuilder Settings(string text)
    {
        NpgsqlConnectionStringBuilder settings;
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            settings = new NpgsqlConnectionStringBuilder(text);
        }
        else
        {
            Uri uri = new(text);
            string[] who = uri.UserInfo.Split(':', 2);
            settings = new NpgsqlConnectionStringBuilder { Host = uri.Host.Trim('[', ']'), Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
            if (!uri.IsDefaultPort && uri.Port > 0)
                settings.Port = uri.Port;
            if (who[0].Length > 0)
                settings.Username = Uri.UnescapeDataString(who[0]);
            if (who.Length > 1)
                settings.Password = Uri.UnescapeDataString(who[1]);
        }

        settings.SearchPath = "stemma";
        settings.ApplicationName = "stemma";
        // The same few dozen statements make up all of the work.
        settings.MaxAutoPrepare = 60;
        return settings;
    }

    private async Task<bool> PrepareAsync(SqlSession session, CancellationToken cancellation)
    {
        await session.RunAsync("SELECT pg_advisory_xact_lock(@lock)", cancellation, ("lock", MakingLock));
        if (await session.NumberAsync("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'stemma' AND table_name = 'meta'", cancellation) == 0)
        {
            await session.RunAsync("CREATE SCHEMA IF NOT EXISTS stemma", cancellation);
            await session.RunAsync(Script("BIGINT", "BYTEA", "", "Postgres/Text1.sql"), cancellation);
            await session.RunAsync("INSERT INTO meta (name, value) VALUES ('form', @form)", cancellation, ("form", Form));
            return true;
        }

        long form = await session.NumberAsync("SELECT value FROM meta WHERE name = 'form'", cancellation) ?? 0;
        if (form == 1)
        {
            await session.RunAsync(Script2(""), cancellation);
            await RecordAllAsync(session, cancellation);
            await session.RunAsync("UPDATE meta SET value = @form WHERE name = 'form'", cancellation, ("form", Form));
            return true;
        }

        return form <= Form ? false
            : throw new StoreException(FormattableString.Invariant($"{Name}: written by a newer version of stemma (store form {form}; this one reads up to {Form}): use that version, or another database"));
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellation) => await source.OpenConnectionAsync(cancellation);

    protected override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellation);

    protected override StoreException? Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: "53100" } e => new StoreException($"{Name}: the server's disk is full; nothing of the last step was kept, all before it is", inner: e),
        PostgresException { SqlState: "25006" } e => new StoreException($"{Name}: the database may only be read", inner: e),
        PostgresException { SqlState: "3D000" } e => new StoreException($"{Name}: there is no such database", inner: e),
        PostgresException { SqlState: ['2', '8', ..] } e => new StoreException($"{Name}: {e.MessageText}", inner: e),
        PostgresException e when e.IsTransient || e.SqlState.StartsWith("57P", StringComparison.Ordinal) || e.SqlState.StartsWith("08", StringComparison.Ordinal) =>
            new StoreException($"{Name}: {e.MessageText}", isTemporary: true, e),
        PostgresException e => new StoreException($"{Name}: {e.MessageText}", inner: e),
        NpgsqlException e => new StoreException($"{Name}: the server does not answer ({(e.InnerException ?? e).Message})", isTemporary: true, e),
        InvalidOperationException { InnerException: NpgsqlException or System.Net.Sockets.SocketException } e => new StoreException($"{Name}: the server does not answer", isTemporary: true, e),
        System.Net.Sockets.SocketException or TimeoutException => new StoreException($"{Name}: the server does not answer ({exception.Message})", isTemporary: true, exception),
        _ => null,
    };

    /// <remarks>The words are the row's own: written with it, they need no second home.</remarks>
    protected override string Bytewise(string column) => column + " COLLATE \"C\"";

    protected override Task IndexAsync(SqlSession session, long seq, string words, CancellationToken cancellation) =>
        session.RunAsync("UPDATE reports SET words = to_tsvector('simple', @words) WHERE seq = @seq", cancellation, ("seq", seq), ("words", words));

    protected override Task UnindexAsync(SqlSession session, long seq, CancellationToken cancellation) => Task.CompletedTask;

    protected override (string From, string Where, string Order, string Value) Matching(SearchWords words) => (
        "reports r",
        "r.words @@ to_tsquery('simple', @words)",
        "r.seq",
        string.Join(" & ", words.Phrases.Select(p => "(" + string.Join(" <-> ", p) + ")")) + string.Concat(words.Without.Select(w => $" & !{w}")));

    protected override async IAsyncEnumerable<StoreFault> VerifyFileAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long indexed = await ReadAsync(s => s.NumberAsync("SELECT count(*) FROM reports WHERE words IS NULL", cancellation), cancellation) ?? 0;
        if (indexed > 0)
            yield return new StoreFault(Name, FormattableString.Invariant($"{indexed} reports are not in the index of words"));
    }

    protected override async Task<long> SizeAsync(SqlSession session, CancellationToken cancellation) =>
        await session.NumberAsync("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'stemma' AND c.relkind = 'r'", cancellation) ?? 0;

    public override async Task CompactAsync(CancellationToken cancellation) => await ReadAsync(s => s.RunAsync("VACUUM (FULL, ANALYZE)", cancellation), cancellation);

    protected override async Task WipeAsync(CancellationToken cancellation) => await ReadAsync(s => s.RunAsync("VACUUM", cancellation), cancellation);

    public override Task BackupAsync(string path, CancellationToken cancellation) => PostgresBackup.WriteAsync(this, path, cancellation);

    public override async ValueTask DisposeAsync() => await source.DisposeAsync();
}
