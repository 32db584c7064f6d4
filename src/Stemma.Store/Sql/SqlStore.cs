using System.Collections.Immutable;
using System.Data.Common;
using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>The store in SQL that SQLite and PostgreSQL both speak; what they say differently is left to each.</summary>
internal abstract partial class SqlStore : IStoryStore
{
    /// <summary>The form of store that this program writes.</summary>
    public const int Form = 2;

    private ImmutableArray<Correction> log = [];
    private CorrectionSet standing = CorrectionSet.Empty;
    private long standingAt;
    private readonly Lock cache = new();

    public abstract string Name { get; }

    public IWatchMemory Watch => new SqlWatchMemory(this);

    public IStoryRecords Records => new SqlStoryRecords(this);

    public abstract ValueTask DisposeAsync();

    /// <summary>A connection that is ready to use.</summary>
    protected abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>A transaction that may write, from its first word on.</summary>
    protected abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>What a database's own exception means, in plain words; null for what is no trouble of the database.</summary>
    protected abstract StoreException? Translate(Exception exception);

    protected abstract Task IndexAsync(SqlSession session, long seq, string words, CancellationToken cancellation);

    protected abstract Task UnindexAsync(SqlSession session, long seq, CancellationToken cancellation);

    /// <summary>A column of text, compared by its characters' numbers, whatever the language of the database.</summary>
    protected virtual string Bytewise(string column) => column;

    /// <summary>From, where and order of a search for words.</summary>
    protected abstract (string From, string Where, string Order, string Value) Matching(SearchWords words);

    protected abstract IAsyncEnumerable<StoreFault> VerifyFileAsync(CancellationToken cancellation);

    protected abstract Task<long> SizeAsync(SqlSession session, CancellationToken cancellation);

    public abstract Task CompactAsync(CancellationToken cancellation);

    public abstract Task BackupAsync(string path, CancellationToken cancellation);

    /// <summary>Makes the words of what was just removed unreadable, where the database would keep them for a while.</summary>
    protected abstract Task WipeAsync(CancellationToken cancellation);

    internal async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using SqlSession session = new(await OpenAsync(cancellation), null);
            return await work(session);
        }
        catch (Exception e) when (Translate(e) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>All of the work is kept, or none.</summary>
    internal async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            DbConnection connection = await OpenAsync(cancellation);
            DbTransaction? transaction = null;
            try
            {
                transaction = await BeginAsync(connection, cancellation);
            }
            finally
            {
                if (transaction is null)
                    await connection.DisposeAsync();
            }

            await using SqlSession session = new(connection, transaction);
            T result = await work(session);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (Exception e) when (Translate(e) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>The corrections that stand by now.</summary>
    private async Task<CorrectionSet> StandingAsync(SqlSession session, CancellationToken cancellation) => (await RememberedAsync(session, cancellation)).Standing;

    /// <summary>The log and what stands of it; read again only when the log has changed.</summary>
    private async Task<(ImmutableArray<Correction> Log, CorrectionSet Standing)> RememberedAsync(SqlSession session, CancellationToken cancellation)
    {
        long at = await session.NumberAsync("SELECT value FROM meta WHERE name = 'corrections'", cancellation) ?? 0;
        lock (cache)
        {
            if (at == standingAt)
                return (log, standing);
        }

        ImmutableArray<Correction> read = [.. await LogAsync(session, cancellation)];
        CorrectionSet set = CorrectionSet.Of(read);
        lock (cache)
            (log, standing, standingAt) = (read, set, at);
        return (read, set);
    }

    private static async Task<List<Correction>> LogAsync(SqlSession session, CancellationToken cancellation) =>
        await session.ListAsync("SELECT line FROM corrections ORDER BY number", r => CorrectionJson.Read(r.GetString(0)), cancellation);

    public Task<ImmutableArray<Correction>> CorrectionsAsync(CancellationToken cancellation) =>
        ReadAsync(async s => (await RememberedAsync(s, cancellation)).Log, cancellation);

    public Task<StoreMarks> MarksAsync(CancellationToken cancellation) => ReadAsync(async s =>
    {
        Dictionary<string, long> counts = (await s.ListAsync("SELECT name, value FROM meta", r => (r.GetString(0), r.GetInt64(1)), cancellation)).ToDictionary(c => c.Item1, c => c.Item2, StringComparer.Ordinal);
        return new StoreMarks(counts.GetValueOrDefault("seq"), counts.GetValueOrDefault("epoch"), counts.GetValueOrDefault("corrections"), counts.GetValueOrDefault("alerts"));
    }, cancellation);

    public Task<StoreCounts> CountsAsync(CancellationToken cancellation) => ReadAsync(async s => new StoreCounts(
        await s.NumberAsync("SELECT count(*) FROM reports", cancellation) ?? 0,
        await s.NumberAsync("SELECT count(*) FROM stories", cancellation) ?? 0,
        await s.NumberAsync("SELECT count(*) FROM stories WHERE weighed < version", cancellation) ?? 0,
        await s.NumberAsync("SELECT count(*) FROM corrections", cancellation) ?? 0,
        await s.NumberAsync("SELECT count(*) FROM tombstones", cancellation) ?? 0,
        await SizeAsync(s, cancellation)), cancellation);

    /// <summary>The script that makes a store.</summary>
    protected static string Script(string key, string bytes, string compact, string text) =>
        (Resource("Sql/Schema1.sql") + Resource(text) + Resource("Sql/Schema2.sql")).Replace("{key}", key, StringComparison.Ordinal).Replace("{bytes}", bytes, StringComparison.Ordinal).Replace("{compact}", compact, StringComparison.Ordinal);

    /// <summary>The script that adds what form 2 has to a store of form 1.</summary>
    protected static string Script2(string compact) => Resource("Sql/Schema2.sql").Replace("{compact}", compact, StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using Stream stream = typeof(SqlStore).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is missing in this build.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
