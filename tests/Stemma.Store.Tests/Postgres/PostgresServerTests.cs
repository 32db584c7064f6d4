using Npgsql;

namespace Stemma.Store.Tests;

/// <summary>What may be wrong with a server.</summary>
public sealed class PostgresServerTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public async Task A_server_that_is_killed_and_started_again_mid_way_loses_and_doubles_nothing()
    {
        string database = await server.CreateAsync();
        await using IStoryStore store = await StoryStores.OpenAsync(database, create: true, readOnly: false, default);
        List<string> trouble = [];
        Ingester ingester = new(store, TimeProvider.System) { Trouble = trouble.Add };
        List<Admission> acknowledged = [];
        NewReport[] reports = [.. Enumerable.Range(0, 40).Select(i => Some.New(Some.Raw($"n{i}", "Wire", $"Boat {i} lost", "2026-05-04", $"A boat with {i + 2} people was lost off Cape Norven on Monday, the coastguard said.")))];
        Task restart = Task.CompletedTask;
        for (int i = 0; i < reports.Length; i++)
        {
            if (i is 10 or 25)
            {
                await restart;
                await server.StopAsync();
                restart = server.StartAsync();
            }

            acknowledged.AddRange(await ingester.AddAsync([reports[i]], default));
        }

        await restart;
        Assert.NotEmpty(trouble);
        Assert.Equal(40, acknowledged.Count);
        Assert.Equal(40, (await store.CountsAsync(default)).Reports);
        foreach (Admission admission in acknowledged)
            Assert.NotNull(await store.ReportAsync(admission.Report, default));
        await foreach (StoreFault fault in store.VerifyAsync(default))
            Assert.Fail($"{fault.What}: {fault.Fault}");
    }

    [PostgresFact]
    public async Task A_database_of_a_newer_version_is_refused_by_name()
    {
        string database = await server.CreateAsync();
        await (await StoryStores.OpenAsync(database, create: true, readOnly: false, default)).DisposeAsync();
        await using (NpgsqlConnection connection = new(database))
        {
            await connection.OpenAsync();
            await using NpgsqlCommand command = new("UPDATE stemma.meta SET value = 7 WHERE name = 'form'", connection);
            await command.ExecuteNonQueryAsync();
        }

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(database, create: true, readOnly: false, default));
        Assert.Contains("newer version of stemma (store form 7; this one reads up to 2)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_server_that_does_not_answer_and_a_database_that_is_not_there_are_told_by_name()
    {
        StoreException silent = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync("postgresql://nobody:secret@127.0.0.1:1/none", create: true, readOnly: false, default));
        Assert.Contains("127.0.0.1:1/none", silent.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", silent.Message, StringComparison.Ordinal);
        Assert.True(silent.IsTemporary);

        string other = (await server.CreateAsync()).Replace("Database=t", "Database=no_t", StringComparison.Ordinal);
        StoreException missing = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(other, create: true, readOnly: false, default));
        Assert.Contains("no such database", missing.Message, StringComparison.Ordinal);
    }
}
