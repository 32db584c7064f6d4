using System.Diagnostics;
using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Claims;
using Xunit.Abstractions;

namespace Stemma.Browser.Tests.Large;

/// <summary>Very large states: how heavy the pages are, that they fit, and that all of what they leave out can be reached.</summary>
[Collection(DeskTests.Name)]
public sealed class LargeStoryTests(Desk desk, LargeDesk large, ITestOutputHelper told) : IClassFixture<LargeDesk>
{
    /// <summary>Bytes of a story's page, without pictures and before packing.</summary>
    private const int MostOfStory = 150_000;

    public static TheoryData<string, int> Pages => new()
    {
        { "fifty", MostOfStory }, { "thousand", MostOfStory }, { "claim", 120_000 },
        { "thousand/claims", 150_000 }, { "thousand/lineage", 260_000 }, { "thousand/differences", 150_000 }, { "thousand/timeline", 150_000 }, { "thousand/quotes", 150_000 }, { "thousand/reports", 150_000 }, { "thousand/origins", 150_000 }, { "thousand/who", 150_000 },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task However_much_there_is_a_page_stays_light_and_fits(string name, int most)
    {
        string path = PathOf(name);
        using HttpClient client = new() { BaseAddress = large.Served.Address };
        int weight = (await client.GetByteArrayAsync(path)).Length;
        long start = Stopwatch.GetTimestamp();
        await using Sheet sheet = await desk.OpenAsync(path, of: large.Served);
        told.WriteLine($"{name}: {weight / 1000.0:F1} kB, open in the browser after {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Assert.InRange(weight, 4_000, most);
        Assert.Empty(sheet.Trouble);
        Assert.Empty(await sheet.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
        await sheet.Page.SetViewportSizeAsync(360, 740);
        Assert.Equal(0, await sheet.OverhangAsync());
    }

    [BrowserFact]
    public async Task Every_statement_of_a_large_claim_stands_on_one_of_its_pages_once()
    {
        Claim claim = Largest();
        HashSet<string> met = [];
        await using Sheet sheet = await desk.OpenAsync(PathOf("claim"), of: large.Served);
        for (int pages = 1; ; pages++)
        {
            foreach (string id in await sheet.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.origin-group figure.quotation')].map(f => f.id)"))
                met.Add(id);
            ILocator next = sheet.Page.Locator("nav.pager a[rel=next]");
            if (await next.CountAsync() == 0)
            {
                Assert.True(pages > 1);
                break;
            }

            await sheet.GoAsync((await next.GetAttributeAsync("href"))!);
        }

        Assert.True(claim.Assertions.Length >= 200);
        Assert.Equal(claim.Assertions.Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
    }

    [BrowserFact]
    public async Task All_statements_of_a_large_claim_can_be_ticked_without_script()
    {
        await using Sheet sheet = await desk.OpenAsync(PathOf("claim"), script: false, of: large.Served);
        Assert.Equal(20, await sheet.Page.Locator("input[name=part]").CountAsync());
        await sheet.Page.Locator(".correct-fold > summary").ClickAsync();
        await sheet.Page.Locator("a[href*='tick=all']").ClickAsync();
        Assert.True(await sheet.Page.Locator("input[name=part]").First.IsVisibleAsync());
        Assert.Equal(Math.Min(400, Largest().Assertions.Length), await sheet.Page.Locator("input[name=part]").CountAsync());
    }

    [BrowserFact]
    public async Task All_reports_of_a_large_story_can_be_reached_and_ticked_without_script()
    {
        HashSet<string> met = [];
        await using Sheet sheet = await desk.OpenAsync(PathOf("thousand"), script: false, of: large.Served);
        Assert.Equal(0, await sheet.Page.Locator("input[name=part]").CountAsync());
        await sheet.Page.Locator(".correct-fold > summary").ClickAsync();
        await sheet.Page.Locator("section.corrections a[href$='/reports?tick=all#correct']").ClickAsync();
        while (true)
        {
            Assert.True(await sheet.Page.Locator("input[name=part]").First.IsVisibleAsync()); // open on each page, since boxes were asked for
            foreach (string id in await sheet.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('input[name=part]')].map(i => i.value)"))
                Assert.True(met.Add(id), id);
            ILocator next = sheet.Page.Locator("nav.pager a[rel=next]");
            if (await next.CountAsync() == 0)
                break;
            await next.ClickAsync();
        }

        Assert.Equal(large.Thousand.Reports.Length, met.Count);
    }

    private Claim Largest() => large.Thousand.Claims.MaxBy(c => c.Assertions.Length)!;

    private string PathOf(string name) => name switch
    {
        "fifty" => "/stories/" + large.Fifty.Id,
        "claim" => $"/stories/{large.Thousand.Id}/claims/{Largest().Id}",
        _ => "/stories/" + name.Replace("thousand", large.Thousand.Id, StringComparison.Ordinal),
    };
}
