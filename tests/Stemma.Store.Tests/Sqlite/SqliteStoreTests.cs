namespace Stemma.Store.Tests;

/// <summary>The contract, in a file.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private readonly TemporaryFolder folder = new();

    private string File => Path.Combine(folder.Path, "store.db");

    protected override Task<IStoryStore> CreateAsync() => StoryStores.OpenAsync(File, create: true, readOnly: false, default);

    protected override Task<IStoryStore> ReopenAsync() => StoryStores.OpenAsync(File, create: false, readOnly: false, default);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
