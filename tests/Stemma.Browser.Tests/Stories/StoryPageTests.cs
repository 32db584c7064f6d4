using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Store;

namespace Stemma.Browser.Tests.Stories;

[Collection(DeskTests.Name)]
public sealed class StoryPageTests(Desk desk)
{
    [BrowserFact]
    public async Task An_arrow_opens_both_texts_beside_each_other_by_keyboard()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync());
        Assert.True(await sheet.TabToAsync(".lineage .edge.verbatim", most: 400));
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator("#passages h3")).ToBeVisibleAsync();
        Assert.Equal(2, await sheet.Page.Locator("#passages .text-body").CountAsync());
        Assert.True(await sheet.Page.Locator("#passages .kept").CountAsync() > 1);
        Assert.True(await sheet.Page.EvaluateAsync<bool>("document.activeElement.id === 'passages'"));
        Assert.Contains("edge=", sheet.Page.Url, StringComparison.Ordinal);

        Assert.True(await sheet.TabToAsync("[data-close]", most: 3));
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator("#passages h3")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_arrow_opens_both_texts_without_script()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync(), script: false);
        string link = (await sheet.Page.Locator(".lineage .edge.verbatim").First.GetAttributeAsync("href"))!;
        await sheet.GoAsync(await PathAsync() + link);
        Assert.Equal(2, await sheet.Page.Locator("#passages .text-body").CountAsync());
        Assert.True(await sheet.Page.Locator("#passages .kept").CountAsync() > 1);
    }

    [BrowserFact]
    public async Task The_slider_goes_back_in_time_by_keyboard()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync());
        Assert.True(await sheet.TabToAsync("input[type=range]"));
        for (int i = 0; i < 3; i++)
            await sheet.Page.Keyboard.PressAsync("ArrowLeft");
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator(".notice")).ToContainTextAsync("As it stood at");
        Assert.Matches("asOf=2026-02-0", sheet.Page.Url);
        Assert.DoesNotContain("since=", sheet.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_time_is_chosen_without_script_and_the_way_back_is_shown()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync(), script: false);
        await sheet.Page.GetByLabel("As of").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await sheet.Page.Locator("form[data-times] button").ClickAsync();
        Assert.Contains("1 report", await sheet.Page.Locator(".story-head").InnerTextAsync(), StringComparison.Ordinal);
        await sheet.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "As it stands now" }).ClickAsync();
        Assert.Contains("8 reports", await sheet.Page.Locator(".story-head").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_fold_opens_by_keyboard_and_shows_whose_words_they_are()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync());
        Assert.True(await sheet.TabToAsync(".claims summary", most: 400));
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sheet.Page.Locator(".claims details[open] .chain").First).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_drawing_is_first_looked_at_where_reports_and_arrows_are_and_reaches_both_ends(bool script)
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync(), script: script, width: 360);
        await sheet.Page.WaitForTimeoutAsync(100); // no frame is asked for where script is off
        Assert.Equal(0, await sheet.OverhangAsync());
        double[] seen = await sheet.Page.EvaluateAsync<double[]>("""
            () => {
              const drawing = document.querySelector(".sideways-drawing"), view = drawing.getBoundingClientRect();
              const name = drawing.querySelector("a.node text").getBoundingClientRect(), arrows = drawing.querySelector("a.edge .stroke").getBoundingClientRect();
              const first = [name.left - view.left, view.right - name.right, view.right - arrows.left];
              drawing.scrollLeft = 0;
              return [...first, drawing.querySelector("a.origin text").getBoundingClientRect().left - view.left, drawing.scrollWidth - drawing.clientWidth];
            }
            """);
        Assert.All(seen, distance => Assert.True(distance > 0, string.Join(", ", seen)));
        await Assertions.Expect(sheet.Page.Locator(".sideways")).ToBeVisibleAsync();

        await sheet.Page.SetViewportSizeAsync(1280, 900);
        await Assertions.Expect(sheet.Page.Locator(".sideways")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task On_paper_no_box_is_cut_and_nothing_is_asked_for_that_paper_cannot_do()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync());
        await sheet.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.All(await sheet.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.difference, .points > li, .reports > li')].map(e => getComputedStyle(e).breakInside)"), inside => Assert.Equal("avoid", inside));
        string told = await sheet.Page.EvaluateAsync<string>("() => document.querySelector('main').innerText");
        Assert.Contains("What the reports say happened, best supported first.", told, StringComparison.Ordinal);
        foreach (string asked in (string[])["Open one to read", "Choose an arrow", "in the report", "Watch this story", "Correct by hand"])
            Assert.DoesNotContain(asked, told, StringComparison.Ordinal);
        Assert.Contains("best supported first. Open one to read who said it.", await sheet.Page.Locator("main").EvaluateAsync<string>("m => m.textContent"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Changes_since_a_time_are_listed()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync() + "?since=2026-02-05");
        Assert.True(await sheet.Page.Locator(".changes li").CountAsync() > 2);
    }

    [BrowserFact]
    public async Task A_second_visit_within_the_hour_is_the_same_visit()
    {
        await using Sheet sheet = await desk.OpenAsync(await PathAsync());
        await sheet.GoAsync(await PathAsync());
        Assert.Equal(0, await sheet.Page.Locator(".visit").CountAsync());

        // As if the last look had been long ago.
        string path = await PathAsync();
        await sheet.Page.Context.ClearCookiesAsync();
        await sheet.Page.Context.AddCookiesAsync([new Cookie { Name = "seen", Value = "0.1770300000", Domain = desk.Samples.Address.Host, Path = path }]);
        await sheet.GoAsync(path);
        Assert.Matches("reports? since your last visit, 5 Feb 2026", await sheet.Page.Locator(".visit").InnerTextAsync());
    }

    [BrowserFact]
    public async Task What_was_forgotten_is_gone_and_what_never_was_is_not_found()
    {
        await using Served own = await Served.SamplesAsync();
        string story = await own.StoryAsync("avalanche");
        StoryMembers members = (await own.Store.MembersAsync(story, default))!;
        await own.Store.ForgetAsync(new ForgetRequest { Reports = [.. members.Members.Select(m => m.Report.Id)], Who = "the desk", Why = "asked by the family", When = DateTimeOffset.UnixEpoch.AddDays(20_000) }, default);
        await using Sheet sheet = await desk.OpenAsync("/stories/" + story, of: own);
        Assert.Equal(410, sheet.Status);
        Assert.Contains("asked by the family", await sheet.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await sheet.GoAsync("/stories/s-never");
        Assert.Equal(404, sheet.Status);
    }

    private async Task<string> PathAsync() => "/stories/" + await desk.Samples.StoryAsync("avalanche");
}
