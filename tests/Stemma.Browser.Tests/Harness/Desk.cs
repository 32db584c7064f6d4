using Microsoft.Playwright;

namespace Stemma.Browser.Tests.Harness;

/// <summary>A browser and a server over the samples, started once for all tests that share them.</summary>
/// <remarks>Tests that change the store take a server of their own: <see cref="Served.SamplesAsync"/>.</remarks>
public sealed class Desk : IAsyncLifetime
{
    /// <summary>What the browser is started with: no sandbox, since tests may run as root; nothing that asks the network by itself.</summary>
    internal static readonly string[] Arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private Served? samples;

    public Served Samples => samples ?? throw new InvalidOperationException("There is no browser, so no server was started: the test should have been skipped.");

    public async Task InitializeAsync()
    {
        if (Machine.Browser is null)
            return;
        samples = await Served.SamplesAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Machine.Browser,
            Args = Arguments,
        });
    }

    /// <summary>Opens a page of the samples, or of another server.</summary>
    /// <param name="path">From the root: "/stories/...".</param>
    public async Task<Sheet> OpenAsync(string path, bool dark = false, bool script = true, int width = 1280, Served? of = null)
    {
        Uri address = (of ?? Samples).Address;
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        Sheet sheet = new(context, await context.NewPageAsync(), address);
        await sheet.GoAsync(path);
        return sheet;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (samples is not null)
            await samples.DisposeAsync();
    }
}

/// <summary>All browser tests, one after another: they share a browser, and time is measured in some.</summary>
[CollectionDefinition(Name)]
public sealed class DeskTests : ICollectionFixture<Desk>, ICollectionFixture<Records.RecordsDesk>
{
    public const string Name = "desk";
}
