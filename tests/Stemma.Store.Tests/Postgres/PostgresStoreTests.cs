namespace Stemma.Store.Tests;

/// <summary>The contract, on a real server.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : StoreContract, IClassFixture<PostgresServer>
{
    private string database = "";

    protected override async Task<IStoryStore> CreateAsync()
    {
        database = await server.CreateAsync();
        return await StoryStores.OpenAsync(database, create: true, readOnly: false, default);
    }

    protected override Task<IStoryStore> ReopenAsync() => StoryStores.OpenAsync(database, create: false, readOnly: false, default);
}
