using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Reports;

namespace Stemma.Browser.Tests.Stories;

[Collection(DeskTests.Name)]
public sealed class StoriesPageTests(Desk desk)
{
    [BrowserFact]
    public async Task A_story_shows_its_voices_its_conflicts_and_a_chart()
    {
        await using Sheet sheet = await desk.OpenAsync("/");
        ILocator row = sheet.Page.Locator(".story-row", new PageLocatorOptions { HasText = "avalanche" });
        Assert.Matches("[0-9]+–[0-9]+ origins in 8 reports, 7 outlets", await row.InnerTextAsync());
        Assert.Matches("open conflict", await row.InnerTextAsync());
        Assert.Matches("8 reports and [0-9]+–[0-9]+ origins by 6 Feb 2026", await row.Locator("svg[role=img]").GetAttributeAsync("aria-label"));
    }

    [BrowserFact]
    public async Task The_most_contested_come_first_when_asked_for()
    {
        await using Sheet sheet = await desk.OpenAsync("/", script: false);
        await sheet.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Most contested first" }).ClickAsync();
        int[] conflicts = await sheet.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.story-row')].map(r => parseInt(r.querySelector('.conflicts')?.textContent ?? '0'))");
        Assert.Equal(conflicts.OrderDescending(), conflicts);
        Assert.True(conflicts[0] > 0);
    }

    [BrowserTheory]
    [InlineData("Words", "gully", "avalanche")]
    [InlineData("Outlet", "PeakFeed", "avalanche")]
    [InlineData("Person", "Tomas Verel", "minister")]
    public async Task A_filter_leaves_the_stories_that_fit(string field, string words, string title)
    {
        await using Sheet sheet = await desk.OpenAsync("/", script: false);
        await sheet.Page.GetByLabel(field, new PageGetByLabelOptions { Exact = true }).FillAsync(words);
        await sheet.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        Assert.Equal(1, await sheet.Page.Locator(".story-row").CountAsync());
        Assert.Contains(title, await sheet.Page.Locator(".story-row h2").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [BrowserFact]
    public async Task A_new_report_appears_while_the_page_stays_open()
    {
        await using Served own = await Served.SamplesAsync();
        await using Sheet sheet = await desk.OpenAsync("/", of: own);
        int before = await sheet.Page.Locator(".story-row").CountAsync();
        await own.AddAsync(new RawReport
        {
            Input = "late.txt",
            Outlet = "Harbour Echo",
            Headline = "Lighthouse keeper retires after forty years",
            Text = "The keeper of the Ostrand lighthouse will retire on Friday, the harbour office said.\n\nHe has kept the light since 1986, it said, and nobody will follow him.",
        });
        await Assertions.Expect(sheet.Page.Locator(".story-row")).ToHaveCountAsync(before + 1, new LocatorAssertionsToHaveCountOptions { Timeout = 15_000 });
        Assert.Empty(sheet.Trouble);
    }

    [BrowserFact]
    public async Task A_store_without_reports_says_how_to_fill_it()
    {
        await using Served empty = await Served.OverAsync();
        await using Sheet sheet = await desk.OpenAsync("/", of: empty);
        Assert.Contains("stemma ingest", await sheet.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Dark_and_light_can_be_chosen_without_script_and_stay_chosen()
    {
        await using Sheet sheet = await desk.OpenAsync("/style", script: false);
        await sheet.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark" }).ClickAsync();
        Assert.EndsWith("/style", sheet.Page.Url, StringComparison.Ordinal);
        await sheet.GoAsync("/");
        Assert.Equal("dark", await sheet.Page.Locator("html").GetAttributeAsync("data-theme"));
        await sheet.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "System" }).ClickAsync();
        Assert.Null(await sheet.Page.Locator("html").GetAttributeAsync("data-theme"));
    }
}
