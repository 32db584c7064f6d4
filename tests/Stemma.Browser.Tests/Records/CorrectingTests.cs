using System.Collections.Immutable;
using System.Net;
using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Browser.Tests.Records;

/// <summary>Correcting by hand: each kind with a browser without script, and by plain HTTP; kept, seen, and taken back.</summary>
[Collection(DeskTests.Name)]
public sealed class CorrectingTests(RecordsDesk desk) : IAsyncLifetime, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stemma-correcting-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication app = null!;
    private IStoryStore store = null!;
    private StoryWeigher weigher = null!;
    private HttpClient client = null!;
    private string story = "";

    public async Task InitializeAsync()
    {
        store = await StoryStores.OpenAsync(Path.Combine(folder, "desk.db"), create: true, readOnly: false, default);
        ReportReading reading = RecordsDesk.Reading;
        weigher = new StoryWeigher(store, reading);
        RawReport[] raw = [RecordsDesk.Crane, RecordsDesk.Copy, RecordsDesk.Denied];
        await new Ingester(store, TimeProvider.System).AddAsync([.. raw.Select(r => reading.Read(r, reading.Clean(r), default, new DateTimeOffset(2026, 5, 6, 0, 0, 0, TimeSpan.Zero)))], default);
        story = (await store.SearchAsync(new ReportQuery { Outlet = "Harbour Echo" }, default))[0].Story;
        app = StemmaServer.Create(store, new ServeOptions { Urls = "http://127.0.0.1:0" });
        await app.StartAsync();
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public void Dispose() => client?.Dispose();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Each thing that can be done: page, fields, button, and what is then true of the story.</summary>
    public static TheoryData<string, string, string> Buttons => new()
    {
        { "claim", "accept claim", "" },
        { "claim", "reject claim", "" },
        { "claim", "rename claim", "to=The crane had not been looked at, the union says." },
        { "claim", "merge claim", "with=2" },
        { "claim", "split claim", "part=1" },
        { "claim", "reattribute assertion", "part=1&source=Siv Dahl&as=person" },
        { "claim", "split origin", "part=1&source=Siv Dahl" },
        { "report", "split story", "" },
        { "report", "split entity", "part=1&source=Skarvik Lifting" },
        { "first report", "split entity", "part=1&source=Rolf Feld" },
        { "story", "accept story", "" },
        { "story", "reject story", "" },
        { "story", "rename story", "to=The crane of Skarvik" },
        { "story", "split story", "part=1" },
        { "reports", "split story", "part=1" },
        { "person", "accept entity", "" },
        { "person", "reject entity", "" },
        { "person", "rename entity", "to=Runa Feldt" },
        { "person", "merge entity", "name=R. Feld&called=Runa M. Feld" },
        { "person", "reattribute assertion", "part=1&source=Siv Dahl&as=group&anonymous=on" },
        { "origin", "accept origin", "" },
        { "origin", "reject origin", "" },
        { "origin", "rename origin", "to=Harbour office" },
        { "origin", "merge origin", "name=Tor Vale&called=Port people" },
        { "outlet", "grade outlet", "grade=B" },
        { "outlet", "family outlet", "name=Skerry Wire" },
        { "outlet", "rename outlet", "to=Harbour Echo Daily" },
    };

    [BrowserTheory]
    [MemberData(nameof(Buttons))]
    public async Task A_correction_is_kept_with_who_and_why_seen_where_it_was_made_and_taken_back_without_script(string page, string button, string fields)
    {
        Story before = (await weigher.PictureAsync(story, default))!;
        await using IBrowserContext context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        IPage browser = await context.NewPageAsync();
        await browser.GotoAsync(client.BaseAddress!.ToString().TrimEnd('/') + PathOf(page, before));
        ILocator form = browser.Locator("form.correct");
        Assert.False(await form.IsVisibleAsync());
        await browser.Locator(".correct-fold > summary").PressAsync("Enter");
        await form.Locator("[name=why]").FillAsync("the desk called them");
        await form.Locator("[name=who]").FillAsync("Ana");
        foreach (string[] field in fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)))
        {
            ILocator control = form.Locator($"[name={field[0]}]:not([type=hidden])");
            if (field[0] is "part" or "anonymous")
                await control.First.CheckAsync();
            else if (field[0] is "as" or "grade")
                await control.SelectOptionAsync(field[1]);
            else if (field[0] is "with")
                await control.SelectOptionAsync(new SelectOptionValue { Index = int.Parse(field[1], System.Globalization.CultureInfo.InvariantCulture) });
            else
                await control.FillAsync(field[1]);
        }

        await form.Locator($"button[value='{button}']").PressAsync("Enter"); // by keyboard
        await browser.WaitForURLAsync("**done=k*");
        string made = browser.Url;

        Correction kept = Assert.Single(await store.CorrectionsAsync(default));
        Assert.Equal((button, "Ana", "the desk called them"), ($"{kept.Kind} {kept.Target}".ToLowerInvariant(), kept.Who, kept.Why));
        Assert.Null(CorrectionRules.Fault(kept));
        string notice = await browser.Locator(".notice").First.InnerTextAsync();
        Assert.Contains("Ana", notice, StringComparison.Ordinal);
        Assert.Contains("the desk called them", notice, StringComparison.Ordinal);

        string then = PictureJson.Write(new Picture("1", [(await weigher.PictureAsync(await NowAsync(), default))! with { Corrections = null }], []));
        if (button == "reject story")
            Assert.DoesNotContain(before.Id, await client.GetStringAsync("/"), StringComparison.Ordinal);
        else if (kept.Kind is not (CorrectionKind.Accept or CorrectionKind.Grade) && button != "family outlet")
            Assert.NotEqual(PictureJson.Write(new Picture("1", [before], [])), then);

        // It stands in the log, and on the page where it was made, which may go by another address by now; there it is taken back.
        await browser.GotoAsync(client.BaseAddress + "corrections");
        Assert.Contains("Ana", await browser.Locator(".log").InnerTextAsync(), StringComparison.Ordinal);
        if (button == "split story")
        {
            // Told at the report, and at the story that it left.
            await browser.GotoAsync($"{client.BaseAddress}reports/{kept.What[0].Report}");
            Assert.Contains("Ana", await browser.Locator(".corrections .log li").First.InnerTextAsync(), StringComparison.Ordinal);
            made = $"{client.BaseAddress}stories/{(await store.ReportAsync(kept.To!, default))!.Story}";
            Assert.DoesNotContain(kept.What[0].Report, (await weigher.PictureAsync((await store.ReportAsync(kept.To!, default))!.Story, default))!.Reports.Select(r => r.Id));
        }

        await browser.GotoAsync(made.Split('?')[0]);
        ILocator entry = browser.Locator(".corrections .log li").First;
        string told = await entry.InnerTextAsync();
        Assert.Contains("Ana", told, StringComparison.Ordinal);
        Assert.Contains("the desk called them", told, StringComparison.Ordinal);
        Assert.Contains(" UTC", told, StringComparison.Ordinal);
        await entry.Locator(".undo button").PressAsync("Enter");
        await browser.WaitForURLAsync("**done=k*");
        Assert.Equal(2, (await store.CorrectionsAsync(default)).Length);
        Assert.Equal(PictureJson.Write(new Picture("1", [before], [])), PictureJson.Write(new Picture("1", [(await weigher.PictureAsync(story, default))!], [])));
        Assert.Equal("Ana", (await store.CorrectionsAsync(default))[1].Who); // signed once, remembered
    }

    [BrowserFact]
    public async Task A_form_that_is_sent_by_plain_http_is_kept_and_leads_back_with_see_other()
    {
        HttpResponseMessage answer = await PostAsync("/corrections", ("do", "grade outlet"), ("what", "n Harbour Echo"), ("grade", "C"), ("who", "ben"), ("back", "/outlets/Harbour%20Echo?x=1#correct"));
        Correction kept = Assert.Single(await store.CorrectionsAsync(default));
        Assert.Equal((303, $"/outlets/Harbour%20Echo?x=1&done={kept.Id}#correct"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("who=ben", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);

        string lines = await client.GetStringAsync("/corrections.jsonl");
        Assert.Equal(CorrectionJson.Line(kept) + "\n", lines);
        Assert.Contains("graded C by hand", await client.GetStringAsync("/outlets/Harbour%20Echo"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Two_stories_are_made_one_by_the_address_of_a_report()
    {
        Story before = (await weigher.PictureAsync(story, default))!;
        string first = before.Reports[0].Id, last = before.Reports[^1].Id;
        await PostAsync("/corrections", ("do", "split story"), ("part", "r " + last), ("back", "/"));
        Assert.NotEqual((await store.ReportAsync(first, default))!.Story, (await store.ReportAsync(last, default))!.Story);

        HttpResponseMessage merged = await PostAsync("/corrections", ("do", "merge story"), ("what", "r " + first), ("name", $"http://desk.example/reports/{last}?at=1-4"), ("back", "/"));
        Assert.Equal(HttpStatusCode.SeeOther, merged.StatusCode);
        Assert.Equal((await store.ReportAsync(first, default))!.Story, (await store.ReportAsync(last, default))!.Story);
    }

    [BrowserTheory]
    [InlineData("do=grade outlet&what=n Echo&grade=Z", "needs a letter from A to F")]
    [InlineData("do=merge claim&what=p r0 0 5&with=p r0 7 9", "not here any more")]
    [InlineData("do=merge origin&what=n Echo", "needs at least 2")]
    [InlineData("do=rename outlet&what=n Echo", "needs a name under to")]
    [InlineData("do=undo correction&what=n Echo", "does not say what to do")]
    [InlineData("do=family story&what=n Echo", "family of a story")]
    [InlineData("what=n Echo", "does not say what to do")]
    public async Task A_form_that_says_nothing_is_refused_with_its_reason_and_keeps_nothing(string fields, string reason)
    {
        HttpResponseMessage answer = await PostAsync("/corrections", [.. fields.Split('&').Select(f => (f.Split('=')[0], f.Split('=')[1]))]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await store.CorrectionsAsync(default));
    }

    [BrowserTheory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    public async Task No_form_leads_to_another_server(string back)
    {
        HttpResponseMessage answer = await PostAsync("/corrections", ("do", "accept origin"), ("what", "n Runa Feld"), ("back", back));
        Assert.StartsWith("/corrections?done=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_form_from_another_site_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/corrections") { Content = new FormUrlEncodedContent([new("do", "accept origin"), new("what", "n Runa Feld")]) };
        request.Headers.Add("Origin", "https://evil.example");
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await store.CorrectionsAsync(default));
    }

    [BrowserFact]
    public async Task A_story_that_is_drawn_for_one_reader_does_not_tell_the_next_who_he_is()
    {
        using HttpRequestMessage first = new(HttpMethod.Get, "/stories/" + story);
        first.Headers.Add("Cookie", "who=Ana%20Secret");
        using HttpResponseMessage hers = await client.SendAsync(first);
        Assert.True(hers.IsSuccessStatusCode);
        Assert.DoesNotContain("Ana Secret", await client.GetStringAsync("/stories/" + story), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Enter_in_a_field_does_nothing_that_was_not_asked_for()
    {
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        IPage browser = await context.NewPageAsync();
        await browser.GotoAsync(client.BaseAddress!.ToString().TrimEnd('/') + PathOf("claim", (await weigher.PictureAsync(story, default))!));
        await browser.Locator(".correct-fold > summary").ClickAsync();
        await browser.Locator("form.correct [name=to]").FillAsync("half a thou");
        await browser.Locator("form.correct [name=to]").PressAsync("Enter");
        await browser.WaitForTimeoutAsync(200);
        Assert.DoesNotContain("done=", browser.Url, StringComparison.Ordinal);
        Assert.Empty(await store.CorrectionsAsync(default));
    }

    private async Task<string> NowAsync() => (await store.SearchAsync(new ReportQuery { Text = "crane" }, default)).Select(h => h.Story).Contains(story) ? story : (await store.ResolveStoryAsync(story, default))!;

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static string PathOf(string page, Story story) => page switch
    {
        "claim" => $"/stories/{story.Id}/claims/{story.Claims.First(c => c.Assertions.Length > 1 && story.Assertions.Any(a => a.Claim == c.Id && a.At.Quote.Contains("two dockers", StringComparison.Ordinal))).Id}",
        "story" => "/stories/" + story.Id,
        "reports" => $"/stories/{story.Id}/reports",
        "report" => "/reports/" + story.Reports[^1].Id,
        "first report" => "/reports/" + story.Reports[0].Id,
        "person" => "/people/Runa%20Feld",
        "origin" => "/origins/Runa%20Feld",
        _ => "/outlets/Harbour%20Echo",
    };
}
