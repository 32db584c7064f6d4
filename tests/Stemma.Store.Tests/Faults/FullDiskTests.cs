namespace Stemma.Store.Tests;

/// <summary>A disk that is full, a file that may not be written: told clearly, and nothing that was acknowledged is lost.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => Path.Combine(folder.Path, "store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_a_full_disk_what_was_acknowledged_stays_and_the_rest_comes_when_there_is_room()
    {
        NewReport[] reports = [.. Enumerable.Range(0, 60).Select(i => Some.New(Some.Raw($"n{i}", "Wire", $"Boat {i} lost", "2026-05-04",
            $"A boat with {i + 2} people was lost off Cape Norven on Monday, the coastguard said. " + string.Concat(Enumerable.Range(0, 60).Select(w => $"Wave {w * i} was {w + i} metres high. ")))))];
        List<Admission> acknowledged = [];
        await using (SqliteStore full = await SqliteStore.OpenAsync(File, readOnly: false, create: true, default, maxPages: 120))
        {
            Ingester ingester = new(full, TimeProvider.System);
            StoreException told = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                foreach (NewReport report in reports)
                    acknowledged.AddRange(await ingester.AddAsync([report], default));
            });
            Assert.Contains("the disk is full", told.Message, StringComparison.Ordinal);
            Assert.Contains(File, told.Message, StringComparison.Ordinal);
            Assert.InRange(acknowledged.Count, 1, reports.Length - 1);
            Assert.Equal(acknowledged.Count, (await full.CountsAsync(default)).Reports);
        }

        await using IStoryStore store = await StoryStores.OpenAsync(File, create: false, readOnly: false, default);
        await new Ingester(store, TimeProvider.System).AddAsync(reports, default);
        Assert.Equal(reports.Length, (await store.CountsAsync(default)).Reports);
        await foreach (StoreFault fault in store.VerifyAsync(default))
            Assert.Fail($"{fault.What}: {fault.Fault}");
    }

    [Fact]
    public async Task A_store_that_may_only_be_read_says_so_and_can_be_read()
    {
        await using (IStoryStore store = await StoryStores.OpenAsync(File, create: true, readOnly: false, default))
            await new Ingester(store, TimeProvider.System).AddAsync([Some.New(Some.Bridge)], default);
        await using IStoryStore reading = await StoryStores.OpenAsync(File, create: false, readOnly: true, default);

        StoreException told = await Assert.ThrowsAsync<StoreException>(() => new Ingester(reading, TimeProvider.System).AddAsync([Some.New(Some.Festival)], default));
        Assert.Contains("read-only", told.Message, StringComparison.Ordinal);
        Assert.Single(await reading.StoriesAsync(new StoryQuery(), default));
        Assert.NotEmpty(await reading.SearchAsync(new ReportQuery { Text = "Osterbro" }, default));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        StoreException told = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(Path.Combine(folder.Path, "no", "such", "store.db"), create: true, readOnly: false, default));
        Assert.Contains("could not be opened", told.Message, StringComparison.Ordinal);
    }
}
