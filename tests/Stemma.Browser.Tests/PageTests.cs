using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;

namespace Stemma.Browser.Tests;

/// <summary>What has to hold of every page. A page that is added is added to <see cref="All"/>.</summary>
[Collection(DeskTests.Name)]
public sealed class PageTests(Desk desk)
{
    /// <summary>Paths; {avalanche} stands for the id of that story, {edge} for the two ends of an arrow in it.</summary>
    public static TheoryData<string> All => new(
        "/", "/?sort=contested", "/?q=nothing-has-this-word", "/style", "/watches", "/no-such-page",
        "/stories/{avalanche}", "/stories/{avalanche}?asOf=2026-02-05", "/stories/{avalanche}?since=2026-02-05", "/stories/{avalanche}?edge={edge}",
        "/stories/{avalanche}/claims", "/stories/{avalanche}/claims?status=disputed", "/stories/{avalanche}/lineage", "/stories/{avalanche}/differences", "/stories/{avalanche}/timeline",
        "/stories/{avalanche}/quotes", "/stories/{avalanche}/who", "/stories/{avalanche}/origins", "/stories/{avalanche}/reports");

    [AxeTheory]
    [MemberData(nameof(All))]
    public async Task Axe_finds_nothing_in_light_or_dark(string path)
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync(path));
        Assert.Empty(await sheet.AxeAsync());
        await sheet.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await sheet.AxeAsync());
    }

    [AxeTheory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<font color='#bbbbbb'>words</font>", "color-contrast")]
    public async Task Axe_finds_what_is_wrong(string markup, string rule)
    {
        await using Sheet sheet = await desk.OpenAsync("/style");
        await sheet.Page.SetContentAsync($"<!DOCTYPE html><html lang=en><title>t</title><main><h1>t</h1>{markup}</main></html>");
        Assert.Contains(await sheet.AxeAsync(), v => v.StartsWith(rule, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_page_keeps_the_policy_asks_nobody_else_fits_a_phone_and_hides_nothing_from_the_keyboard(string path)
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync(path));

        // Links, buttons, fields and folds of HTML have their place in the order of Tab unless somebody took it from them.
        string[] unreachable = await sheet.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [onclick]")]
              .filter(e => e.type !== "hidden" && e.checkVisibility() && (e.tabIndex < 0 || e.hasAttribute("onclick")))
              .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.Empty(unreachable);

        await sheet.Page.SetViewportSizeAsync(360, 740);
        Assert.Equal(0, await sheet.OverhangAsync());
        Assert.Empty(sheet.Trouble);
    }

    [BrowserTheory]
    [MemberData(nameof(All))]
    public async Task A_page_reads_without_script(string path)
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync(path), script: false);
        Assert.Equal(1, await sheet.Page.Locator("h1").CountAsync());
        Assert.True((await sheet.Page.Locator("main").InnerTextAsync()).Length > 40);
        Assert.Empty(sheet.Trouble);
    }

    private async Task<string> PathAsync(string path)
    {
        string story = await desk.Samples.StoryAsync("avalanche");
        path = path.Replace("{avalanche}", story, StringComparison.Ordinal);
        if (path.Contains("{edge}", StringComparison.Ordinal))
        {
            var edge = (await desk.Samples.Store.PictureAsync(story, default))!.Story.Lineage.First(d => d.Passages.Length > 0);
            path = path.Replace("{edge}", edge.From + "~" + edge.To, StringComparison.Ordinal);
        }

        return path;
    }
}
