using System.CommandLine;
using Stemma.Store;

namespace Stemma.Cli.Storing;

/// <summary>What the commands that work on a store have in common.</summary>
internal static class StoreOptions
{
    public static Option<string> Store() => new("--store")
    {
        Description = "The store: a file, or a connection string of PostgreSQL (postgresql://user@host/database).",
        DefaultValueFactory = _ => "stemma.db",
    };

    public static Option<string> Who() => new("--who")
    {
        Description = "Who does it.",
        DefaultValueFactory = _ => Environment.UserName is { Length: > 0 } name ? name : "unknown",
    };

    public static Option<string?> Why() => new("--why") { Description = "Why." };

    /// <summary>Runs work on a store that is there already, and closes it.</summary>
    public static async Task<int> WithAsync(string store, bool readOnly, Func<IStoryStore, Task<int>> work, CancellationToken cancellation)
    {
        await using IStoryStore opened = await StoryStores.OpenAsync(store, create: false, readOnly, cancellation);
        return await work(opened);
    }
}
