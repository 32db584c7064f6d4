using Microsoft.Data.Sqlite;

namespace Stemma.Store.Tests;

/// <summary>What may be wrong with a file, told by name and with what helps.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => Path.Combine(folder.Path, "store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_by_name_and_left_alone()
    {
        await (await StoryStores.OpenAsync(Store, create: true, readOnly: false, default)).DisposeAsync();
        Sql("PRAGMA user_version = 7");
        byte[] before = await File.ReadAllBytesAsync(Store);

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(Store, create: true, readOnly: false, default));
        Assert.Contains(Store, refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer version of stemma (store form 7; this one reads up to 2)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Store));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        Sql("CREATE TABLE theirs (x)");
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(Store, create: true, readOnly: false, default));
        Assert.Contains("no store of stemma's", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(Store, "The crane fell on Monday, the harbour master said. " + new string('x', 5000));
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(Store, create: true, readOnly: false, default));
        Assert.Contains("not an SQLite file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_told_with_the_call_that_makes_one()
    {
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => StoryStores.OpenAsync(Store, create: false, readOnly: true, default));
        Assert.Contains("stemma ingest", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public async Task Verify_names_the_report_whose_content_and_the_bytes_that_were_changed()
    {
        await using (IStoryStore store = await StoryStores.OpenAsync(Store, create: true, readOnly: false, default))
            await new Ingester(store, TimeProvider.System).AddAsync([Some.New(Some.Bridge), Some.New(Some.Festival)], default);
        Sql("UPDATE reports SET form = (SELECT form FROM reports WHERE input = 'festival') WHERE input = 'bridge'");
        Sql("UPDATE blobs SET packed = (SELECT packed FROM blobs ORDER BY digest LIMIT 1) WHERE digest = (SELECT max(digest) FROM blobs)");
        Sql("DELETE FROM stories WHERE title LIKE 'Herring%'");

        await using IStoryStore damaged = await StoryStores.OpenAsync(Store, create: false, readOnly: true, default);
        List<StoreFault> faults = [];
        await foreach (StoreFault fault in damaged.VerifyAsync(default))
            faults.Add(fault);

        Assert.Contains(faults, f => f.What == Some.Id(Some.Bridge) && f.Fault.Contains("its content is that of", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.What.StartsWith("sha256:", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.What == Some.Id(Some.Festival) && f.Fault.Contains("story that is not there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_of_the_first_form_is_brought_to_this_one_with_the_records_of_its_pictures()
    {
        await using (IStoryStore store = await StoryStores.OpenAsync(Store, create: true, readOnly: false, default))
        {
            await new Ingester(store, TimeProvider.System).AddAsync([Some.New(Some.Bridge)], default);
            await new StoryWeigher(store, Some.Reading).WeighStaleAsync(1, default);
        }

        Sql("DROP TABLE utterances; DROP TABLE records; DROP TABLE rests; PRAGMA user_version = 1");

        await using (IStoryStore old = await StoryStores.OpenAsync(Store, create: false, readOnly: true, default))
        {
            Assert.Single(await old.StoriesAsync(new StoryQuery(), default));
            StoreException told = await Assert.ThrowsAsync<StoreException>(() => old.Records.CountUtterancesAsync(null, "Gudrun Veel", default));
            Assert.Contains("made by an earlier version", told.Message, StringComparison.Ordinal);
        }

        await using IStoryStore now = await StoryStores.OpenAsync(Store, create: false, readOnly: false, default);
        Assert.NotNull(await now.Records.CountUtterancesAsync(null, "Gudrun Veel", default));
    }

    [Fact]
    public async Task What_was_forgotten_stands_nowhere_in_the_files()
    {
        await using (IStoryStore store = await StoryStores.OpenAsync(Store, create: true, readOnly: false, default))
        {
            await new Ingester(store, TimeProvider.System).AddAsync([Some.New(Some.Bridge with { Text = Some.Bridge.Text + " She named Qvorlandius." }), Some.New(Some.Festival)], default);
            await new StoryWeigher(store, Some.Reading).WeighStaleAsync(1, default);
            Assert.True(Holds("qvorlandius"));
            string id = (await store.SearchAsync(new ReportQuery { Text = "Qvorlandius" }, default))[0].Id;
            await store.ForgetAsync(new ForgetRequest { Reports = [id], Who = "ana", When = Some.Noon }, default);
        }

        Assert.False(Holds("qvorlandius"));
    }

    /// <summary>Whether the letters stand in any of the store's files as they are; what is packed is looked at by its row being gone.</summary>
    private bool Holds(string word) =>
        Directory.GetFiles(folder.Path).Any(f =>
        {
            using FileStream file = new(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return System.Text.Encoding.Latin1.GetString(bytes).Contains(word, StringComparison.OrdinalIgnoreCase);
        });

    private void Sql(string sql)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Store, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }
}
