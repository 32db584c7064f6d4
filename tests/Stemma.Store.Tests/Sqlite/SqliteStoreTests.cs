namespace Stemma.Store.Tests;

/// <summary>The contract, in a file.</summary>
public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => Path.Combine(folder.Path, "store.db");

    protected override Task<IStoryStore> CreateAsync() => StoryStores.OpenAsync(File, create: true, readOnly: false, default);

    protected override Task<IStoryStore> ReopenAsync() => StoryStores.OpenAsync(File, create: false, readOnly: false, default);

    public void Dispose() => folder.Dispose();
}
