using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Browser.Tests.Harness;

/// <summary>A real server on a free port over a store of its own, gone with its folder when the tests are.</summary>
public sealed class Served : IAsyncDisposable
{
    private static readonly DateTimeOffset Arrival = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string folder;
    private readonly WebApplication app;

    private Served(string folder, WebApplication app, IStoryStore store) => (this.folder, this.app, Store) = (folder, app, store);

    public IStoryStore Store { get; }

    public Uri Address => new(app.Urls.First());

    /// <summary>Over the repository's samples.</summary>
    public static async Task<Served> SamplesAsync() => await OverAsync([.. new InputReader().Read(Directory.GetDirectories(Path.Combine(Machine.Root, "samples")).Order(StringComparer.Ordinal), default).Reports]);

    public static async Task<Served> OverAsync(params RawReport[] reports)
    {
        string folder = Directory.CreateTempSubdirectory("stemma-browser-").FullName;
        IStoryStore store = await StoryStores.OpenAsync(Path.Combine(folder, "store.db"), create: true, readOnly: false, default);
        WebApplication app = StemmaServer.Create(store, new ServeOptions { Urls = "http://127.0.0.1:0" });
        Served served = new(folder, app, store);
        await served.AddAsync(reports);
        await app.StartAsync();
        return served;
    }

    /// <summary>Puts reports into the store and weighs what has grown.</summary>
    public async Task AddAsync(params RawReport[] reports)
    {
        ReportReading reading = new();
        await new Ingester(Store, TimeProvider.System).AddAsync([.. reports.Select(r => reading.Read(r, reading.Clean(r), default, Arrival))], default);
        await app.Services.GetRequiredService<StoryWeigher>().WeighStaleAsync(Environment.ProcessorCount, default);
    }

    /// <summary>Id of the story whose title holds these words.</summary>
    public async Task<string> StoryAsync(string words) =>
        (await Store.StoriesAsync(new StoryQuery(), default)).First(s => s.Title.Contains(words, StringComparison.OrdinalIgnoreCase)).Id;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
