using Microsoft.Playwright;

namespace Stemma.Browser.Tests.Harness;

/// <summary>A page in the browser, with everything on it that should not be: errors, broken rules, calls to elsewhere.</summary>
public sealed class Sheet : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri address;
    private readonly List<string> trouble = [];

    internal Sheet(IBrowserContext context, IPage page, Uri address)
    {
        (this.context, Page, this.address) = (context, page, address);
        page.Console += (_, message) =>
        {
            // A page that is not there, or busy, is an error to the browser's console and none to us.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                trouble.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => trouble.Add("error: " + error);
        page.Dialog += (_, dialog) =>
        {
            trouble.Add("a script of a report ran: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!Uri.TryCreate(request.Url, UriKind.Absolute, out Uri? to) || to.Authority != address.Authority)
                trouble.Add("asked elsewhere: " + request.Url);
        };
    }

    public IPage Page { get; }

    public int Status { get; private set; }

    /// <summary>What went wrong so far, a line each: errors and warnings of the console (broken rules of the content policy are among them), scripts that ran, requests to any other host.</summary>
    public IReadOnlyList<string> Trouble => trouble;

    public async Task GoAsync(string path)
    {
        IResponse? response = await Page.GotoAsync(new Uri(address, path).AbsoluteUri);
        Status = response?.Status ?? 0;
    }

    /// <summary>How many CSS pixels the page is wider than its window: 0 where nothing has to be scrolled sideways.</summary>
    public Task<int> OverhangAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What axe-core finds against WCAG 2.2 A and AA (the size of targets too, which it leaves out unless asked) and its own best practice, a line each.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        // Evaluated by the debugger, which the page's policy does not bind, and which it therefore need not be loosened for.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Machine.Axe!));
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })).violations
              .map(v => `${v.id}: ${v.help}: ` + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? "")).join(" | "))
            """);
    }

    /// <summary>Presses Tab until an element that fits has the focus.</summary>
    /// <returns>Whether one had it within so many presses.</returns>
    public async Task<bool> TabToAsync(string selector, int most = 200)
    {
        for (int i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return true;
        }

        return false;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
