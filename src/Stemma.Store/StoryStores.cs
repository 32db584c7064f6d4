namespace Stemma.Store;

/// <summary>Opens a store by what a user calls it.</summary>
public static class StoryStores
{
    /// <summary>Whether the words name a PostgreSQL database rather than a file.</summary>
    public static bool IsServer(string store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || store.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
            || (store.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) && store.Contains('=', StringComparison.Ordinal));
    }

    /// <param name="store">A file, or a connection string of PostgreSQL (<c>postgresql://...</c> or <c>Host=...</c>).</param>
    /// <param name="create">Whether a file that is not there is made.</param>
    /// <param name="readOnly">Whether a file is only read; no matter to a server.</param>
    /// <exception cref="StoreException">It cannot be opened; the message says why and what helps.</exception>
    public static async Task<IStoryStore> OpenAsync(string store, bool create, bool readOnly, CancellationToken cancellation) =>
        IsServer(store)
            ? await PostgresStore.OpenAsync(store, cancellation)
            : await SqliteStore.OpenAsync(store, readOnly, create, cancellation);
}
