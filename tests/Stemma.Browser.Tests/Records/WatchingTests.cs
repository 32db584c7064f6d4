using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Weighing;

namespace Stemma.Browser.Tests.Records;

/// <summary>Watching by hand in a browser: without script, by keyboard, from the page of a story and of a claim.</summary>
[Collection(DeskTests.Name)]
public sealed class WatchingTests(Desk desk)
{
    [BrowserFact]
    public async Task A_story_and_a_claim_are_watched_seen_in_the_list_and_let_go_by_keyboard_without_script()
    {
        await using Served served = await Served.SamplesAsync();
        string story = await served.StoryAsync("avalanche");
        Story picture = (await served.Store.PictureAsync(story, default))!.Story;
        string claim = $"/stories/{story}/claims/{picture.Claims[0].Id}";
        await using Sheet sheet = await desk.OpenAsync("/stories/" + story, script: false, of: served);
        foreach (string path in (string[])["/stories/" + story, claim])
        {
            await sheet.GoAsync(path);
            await sheet.Page.Locator(".watching button").PressAsync("Enter");
            await Assertions.Expect(sheet.Page.Locator(".watching")).ToContainTextAsync("Watched since");
            Assert.EndsWith(path + "#watching", sheet.Page.Url, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await served.Store.Watch.WatchesAsync(default)).Length);
        await sheet.Page.Locator(".watching a").PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator("#watches ~ .count, #watches .count")).ToHaveTextAsync("2");
        Assert.Contains(picture.Title, await sheet.Page.Locator(".log").InnerTextAsync(), StringComparison.Ordinal);

        await sheet.Page.Locator(".log .undo button").First.PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator(".notice")).ToContainTextAsync("Not watched any more");
        await sheet.Page.Locator(".notice button").PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator(".log li")).ToHaveCountAsync(2);
        await sheet.GoAsync("/stories/" + story);
        await sheet.Page.Locator(".watching button").PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator(".watching button")).ToHaveTextAsync("Watch this story");
        Assert.Single(await served.Store.Watch.WatchesAsync(default));
        Assert.Empty(sheet.Trouble);
    }

    [AxeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_on_what_is_watched(bool dark)
    {
        await using Served served = await Served.SamplesAsync();
        string story = await served.StoryAsync("avalanche");
        await using Sheet sheet = await desk.OpenAsync("/stories/" + story, dark, width: 360, of: served);
        await sheet.Page.Locator(".watching button").ClickAsync();
        Assert.Empty(await sheet.AxeAsync());
        await sheet.Page.Locator(".watching a").ClickAsync();
        Assert.Empty(await sheet.AxeAsync());
        await sheet.Page.Locator(".log .undo button").ClickAsync();
        Assert.Empty(await sheet.AxeAsync());
        Assert.Equal(0, await sheet.OverhangAsync());
    }
}
