using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Claims;

namespace Stemma.Browser.Tests.Records;

/// <summary>Each page of a single thing: readable without script, by keyboard, on a phone, and bounded however much there is.</summary>
[Collection(DeskTests.Name)]
public sealed class RecordPagesTests(RecordsDesk desk)
{
    public static TheoryData<string> Pages => ["claim", "large claim", "report", "part", "person", "large person", "organisation", "origin", "outlet", "people", "origins", "outlets", "corrections", "missing"];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_phone_and_has_one_heading_and_its_forms_are_labelled(string name)
    {
        await using IBrowserContext context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Base + PathOf(name));
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, "the page scrolls sideways");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('input:not([type=hidden]), select, button:not([hidden])')].filter(e => !(e.labels?.length) && !e.textContent.trim() && !e.ariaLabel).map(e => e.outerHTML)"));
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
    }

    [AxeTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light_or_dark(string name)
    {
        foreach (bool dark in (bool[])[false, true])
        {
            await using Sheet sheet = await desk.OpenAsync(PathOf(name), dark);
            await sheet.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            Assert.Empty(await sheet.AxeAsync());
            Assert.Empty(sheet.Trouble);
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_reads_without_script_and_whatever_it_offers_is_reached_by_keyboard(string name)
    {
        await using Sheet sheet = await desk.OpenAsync(PathOf(name), script: false);
        Assert.True((await sheet.Page.Locator("main").InnerTextAsync()).Length > 40);
        Assert.Empty(sheet.Trouble);
        Assert.Equal(0, await sheet.Page.Locator("[tabindex='-1']:not(main)").CountAsync());
    }

    [BrowserTheory]
    [InlineData("large claim", 400_000)]
    [InlineData("large person", 200_000)]
    [InlineData("long report", 400_000)]
    [InlineData("part", 400_000)]
    public async Task However_much_there_is_a_page_stays_bounded(string name, int most)
    {
        string html = await desk.HtmlAsync(PathOf(name));
        Assert.InRange(html.Length, 5_000, most);
    }

    [BrowserFact]
    public async Task All_parts_of_a_long_report_together_are_the_report()
    {
        string body = (await desk.Store.ReportAsync(desk.LongReport, default))!.Report.Body;
        Assert.InRange(body.Length, 150_000, 250_000);
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        System.Text.StringBuilder read = new();
        await page.GotoAsync(desk.Base + "/reports/" + desk.LongReport);
        while (true)
        {
            read.Append(await page.EvaluateAsync<string>("[...document.querySelectorAll('.article > p')].map(p => { const c = p.cloneNode(true); c.querySelectorAll('sup').forEach(s => s.remove()); return c.textContent; }).join('')"));
            ILocator next = page.Locator("nav.pager a[rel=next]");
            if (await next.CountAsync() == 0)
                break;
            await page.GotoAsync(desk.Base + await next.GetAttributeAsync("href"));
        }

        Assert.Equal(string.Concat(body.Where(c => !char.IsWhiteSpace(c))), string.Concat(read.ToString().Where(c => !char.IsWhiteSpace(c))));
    }

    [BrowserFact]
    public async Task A_claim_shows_each_statement_word_for_word_with_copies_under_what_they_copy()
    {
        Claim claim = ClaimWith("overdue for inspection");
        await using IBrowserContext context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Base + PathOf("claim"));

        foreach (Assertion assertion in desk.Harbour.Assertions.Where(a => claim.Assertions.Contains(a.Id)))
            Assert.Contains(assertion.At.Quote, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Morning Copy", await page.Locator(".copies").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("denies", await page.Locator("[aria-labelledby=against]").InnerTextAsync() + await page.Locator(".why").InnerTextAsync(), StringComparison.Ordinal);
        string citation = await page.Locator("#citation").InnerTextAsync();
        Assert.Contains("Sourcing: ", citation, StringComparison.Ordinal);
        Assert.Contains("Skerry Wire", citation, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("button[data-copy]:visible").CountAsync()); // without script there is nothing it could do
    }

    [BrowserFact]
    public async Task A_permalink_and_an_old_id_lead_to_the_claim_as_it_is_called_now()
    {
        Claim claim = ClaimWith("overdue for inspection");
        Assertion last = desk.Harbour.Assertions.Last(a => a.Claim == claim.Id);
        using HttpResponseMessage words = await desk.Client.GetAsync(FormattableString.Invariant($"/claims/{last.Report}/{last.At.Start}-{last.At.End}"));
        Assert.Equal((302, $"/stories/{desk.Harbour.Id}/claims/{claim.Id}"), ((int)words.StatusCode, words.Headers.Location!.ToString()));
        using HttpResponseMessage old = await desk.Client.GetAsync($"/stories/{desk.Harbour.Id}/claims/c-{last.Id}");
        Assert.Equal((302, $"/stories/{desk.Harbour.Id}/claims/{claim.Id}"), ((int)old.StatusCode, old.Headers.Location!.ToString()));
    }

    [BrowserFact]
    public async Task A_mark_is_told_on_hover_on_focus_and_on_paper()
    {
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Base + PathOf("report"));
        ILocator hedge = page.Locator(".article a.m-hedge").First;
        const string Tip = "e => getComputedStyle(e, '::after').content";

        Assert.Equal("none", await hedge.EvaluateAsync<string>(Tip));
        await hedge.HoverAsync();
        Assert.Contains("a hedge: it makes the statement possible", await hedge.EvaluateAsync<string>(Tip), StringComparison.Ordinal);
        await page.Mouse.MoveAsync(0, 0);
        await hedge.FocusAsync();
        Assert.Contains("a hedge", await hedge.EvaluateAsync<string>(Tip), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("a hedge", await page.Locator("li:target").InnerTextAsync(), StringComparison.Ordinal); // the note itself, opened

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator(".article sup").First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task A_report_tells_what_changed_since_its_first_version_and_hands_out_its_bytes()
    {
        string id = desk.Harbour.Reports.Single(r => r.Outlet == "Harbour Echo").Id;
        string html = await desk.HtmlAsync("/reports/" + id);
        Assert.Contains("<del>two</del>", html, StringComparison.Ordinal);
        Assert.Contains("<ins>three</ins>", html, StringComparison.Ordinal);

        Store.StoredReport first = (await desk.Store.RevisionsAsync(id, default))[0];
        using HttpResponseMessage moved = await desk.Client.GetAsync("/reports/" + first.Report.Id);
        Assert.Equal((302, $"/reports/{id}#revisions"), ((int)moved.StatusCode, moved.Headers.Location!.ToString()));

        Store.Receipt receipt = (await desk.Store.ReceiptsAsync(id, default))[0];
        using HttpResponseMessage bytes = await desk.Client.GetAsync($"/reports/{id}/bytes/{Uri.EscapeDataString(receipt.Digest)}");
        Assert.Equal(("application/octet-stream", "attachment"), (bytes.Content.Headers.ContentType!.MediaType, bytes.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(await desk.Store.BytesAsync(receipt.Digest, default), await bytes.Content.ReadAsByteArrayAsync());
        using HttpResponseMessage other = await desk.Client.GetAsync($"/reports/{desk.LongReport}/bytes/{Uri.EscapeDataString(receipt.Digest)}");
        Assert.Equal(404, (int)other.StatusCode);
    }

    [BrowserFact]
    public async Task A_person_has_every_statement_once_page_by_page_and_by_stance()
    {
        HashSet<string> met = [];
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Base + PathOf("large person"));
        for (int i = 0; i < 100; i++)
        {
            foreach (string id in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[aria-labelledby=said] :is(li, .also a)[id]')].map(l => l.id)"))
                Assert.True(met.Add(id), id);
            ILocator next = page.Locator("nav.pager a[rel=next]");
            if (await next.CountAsync() == 0)
                break;
            await page.GotoAsync(desk.Base + await next.GetAttributeAsync("href"));
        }

        Assert.Equal(2000, met.Count);
        Assert.Contains("2000 statements in 200 reports of 200 outlets", await desk.HtmlAsync(PathOf("large person")), StringComparison.Ordinal);
        Assert.Contains("Nothing here", await desk.HtmlAsync(PathOf("large person") + "?stance=denies"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_figures_of_a_record_are_the_claims_that_they_link_to()
    {
        string html = await desk.HtmlAsync("/outlets/Morning%20Copy");
        Assert.Contains("Every statement of it is in a copy or rewrite", html, StringComparison.Ordinal);
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Base + "/outlets/Morning%20Copy");
        foreach (string href in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.figures dd b a')].map(a => a.getAttribute('href'))"))
        {
            await page.GotoAsync(desk.Base + "/outlets/Morning%20Copy");
            int count = int.Parse(await page.Locator($".figures a[href=\"{href}\"]").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
            await page.GotoAsync(desk.Base + href);
            Assert.Equal(count, await page.Locator("[aria-labelledby=claims] ol.rows > li").CountAsync());
        }
    }

    [BrowserFact]
    public async Task The_page_of_a_body_has_its_words_and_is_listed_with_the_others()
    {
        Assert.Contains("Three dockers were injured", await desk.HtmlAsync(PathOf("organisation")), StringComparison.Ordinal);
        Assert.Contains(PathOf("organisation"), await desk.HtmlAsync("/people"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_places_of_names_to_tick_are_those_of_the_part_that_is_shown()
    {
        foreach (int part in (int[])[1, 3])
        {
            await using Sheet sheet = await desk.OpenAsync($"/reports/{desk.LongReport}?part={part}");
            int[] places = [.. (await sheet.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.corrections [name=part][type=checkbox]')].map(i => i.value)")).Select(v => int.Parse(v.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture))];
            Assert.NotEmpty(places);
            Assert.All(places, p => Assert.InRange(p, (part - 1) * 15_000, part * 25_000));
        }
    }

    private string PathOf(string name) => name switch
    {
        "claim" => $"/stories/{desk.Harbour.Id}/claims/{ClaimWith("overdue for inspection").Id}",
        "large claim" => $"/stories/{desk.LargeStory}/claims/c-rlarge0.a1",
        "report" => "/reports/" + desk.Harbour.Reports.Single(r => r.Outlet == "Harbour Echo").Id,
        "long report" => "/reports/" + desk.LongReport,
        "part" => $"/reports/{desk.LongReport}?part=3",
        "person" => "/people/Runa%20Feld",
        "large person" => "/people/Ada%20Prolix",
        "organisation" => "/organisations/hospital",
        "origin" => "/origins/Runa%20Feld",
        "outlet" => "/outlets/Morning%20Copy",
        "missing" => "/reports/r0",
        _ => "/" + name,
    };

    private Claim ClaimWith(string words) => desk.Harbour.Claims.First(c => desk.Harbour.Assertions.Any(a => a.Claim == c.Id && a.At.Quote.Contains(words, StringComparison.Ordinal)));
}
