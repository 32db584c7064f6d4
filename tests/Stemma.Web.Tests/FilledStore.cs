using System.Runtime.CompilerServices;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Web.Tests;

/// <summary>A store with the repository's samples in it, made once and copied for each test that wants its own.</summary>
internal static class FilledStore
{
    private static readonly Lazy<Task<string>> Original = new(MakeAsync);

    /// <summary>A copy in a folder of its own.</summary>
    public static async Task<string> CopyAsync(string folder)
    {
        string path = Path.Combine(folder, "store.db");
        File.Copy(await Original.Value, path);
        return path;
    }

    public static async Task AddAsync(IStoryStore store, params RawReport[] raw)
    {
        ReportReading reading = new();
        await new Ingester(store, TimeProvider.System).AddAsync([.. raw.Select(r => reading.Read(r, reading.Clean(r), default, DateTimeOffset.UnixEpoch.AddDays(20_000)))], default);
    }

    public static async Task AddSamplesAsync(IStoryStore store)
    {
        IntakeResult samples = new InputReader().Read([Path.Combine(Root(), "samples")], default);
        await AddAsync(store, [.. samples.Reports]);
        await new StoryWeigher(store, new ReportReading()).WeighStaleAsync(2, default);
    }

    private static async Task<string> MakeAsync()
    {
        string folder = Directory.CreateTempSubdirectory("stemma-web-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string path = Path.Combine(folder, "filled.db"), copy = Path.Combine(folder, "copy.db");
        await using (IStoryStore store = await StoryStores.OpenAsync(path, create: true, readOnly: false, default))
        {
            await AddSamplesAsync(store);
            await store.BackupAsync(copy, default);
        }

        return copy;
    }

    /// <summary>The checkout that the tests were built from.</summary>
    internal static string Root([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stemma.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run on the machine that holds their checkout.");
    }
}
