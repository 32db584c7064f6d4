using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Text;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Browser.Tests.Records;

/// <summary>A server over invented stories, plain, hostile and very large, and a browser that looks at it. Made once for all tests that only look.</summary>
public sealed class RecordsDesk : IAsyncLifetime
{
    /// <summary>What would set the flag if any page ran it, in every way a page might.</summary>
    public const string Hostile = "<script>window.__ran=1</script>\"'><img src=x onerror=\"window.__ran=1\"><svg onload=window.__ran=1>";

    private readonly string folder = Directory.CreateTempSubdirectory("stemma-records-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;

    /// <summary>Loads its models once for all tests.</summary>
    public static ReportReading Reading { get; } = new();

    public IStoryStore Store { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Base { get; private set; } = "";

    /// <summary>The harbour story: a report, its copy, one that denies, one revised.</summary>
    public Story Harbour { get; private set; } = null!;

    /// <summary>The hostile story as its picture has it.</summary>
    public Story Hostility { get; private set; } = null!;

    public string LongReport { get; private set; } = "";

    /// <summary>Id of the story with the claim of 200 assertions.</summary>
    public string LargeStory { get; private set; } = "";

    public static RawReport Crane { get; } = Raw("crane", "Harbour Echo", "Crane falls at Skarvik port", "2026-05-04T08:00:00Z",
        "A crane fell at the port of Skarvik on Monday. Harbour master Runa Feld said that two dockers were injured. \"We heard a crack at about 6 a.m.,\" Feld said. "
        + "Union secretary Tor Vale said that the crane had been overdue for inspection since March.\n\nThe port may be closed until Wednesday, an official said.");

    public static RawReport Copy { get; } = Crane with { Input = "copy", Outlet = "Morning Copy", Headline = "Two hurt as crane falls", Published = Time("2026-05-04T10:00:00Z") };

    public static RawReport Denied { get; } = Raw("denied", "Skerry Wire", "Operator denies that crane was overdue", "2026-05-05T12:00:00Z",
        "Port operator Skarvik Cranes denied that the crane at the port of Skarvik had been overdue for inspection. Three dockers were injured when the crane fell on Monday, the hospital said.");

    public async Task InitializeAsync()
    {
        if (Machine.Browser is null)
            return;
        Store = await StoryStores.OpenAsync(Path.Combine(folder, "desk.db"), create: true, readOnly: false, default);
        ReportReading reading = Reading;
        StoryWeigher weigher = new(Store, reading);
        string paragraph = "The council of Osterlund met on Monday. Mayor Ida Brenn said that 12 roads would be closed until Friday. ";
        RawReport endless = Raw("long", "Osterlund Gazette", "All that the council said", "2026-03-02T08:00:00Z",
            string.Join("\n\n", Enumerable.Range(1, 200_000 / (paragraph.Length * 5)).Select(i => string.Concat(Enumerable.Repeat(paragraph.Replace("12", (i % 90 + 2).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), 5)))));
        RawReport hostile = Raw("hostile", Hostile, Hostile, "2026-04-01T08:00:00Z",
            $"A boat {Hostile} sank off Norven on Wednesday, the coastguard said. Skipper Ole {Hostile} said that nobody was hurt.") with
        { Url = "javascript:window.__ran=1", Authors = [Hostile] };
        RawReport first = Crane with { Url = "https://echo.example/crane" };
        RawReport seed = Raw("seed", "Tangen Post", "Herring festival breaks record", "2026-02-02T20:00:00Z",
            "The herring festival in Tangen drew record crowds on Saturday. Children queued for smoked fish, festival director Ella Brass said.");
        await AddAsync(reading, first, Copy, Denied, endless, hostile, seed);
        await AddAsync(reading, first with { Text = first.Text.Replace("two dockers", "three dockers", StringComparison.Ordinal), Updated = Time("2026-05-04T16:00:00Z") });
        await weigher.WeighStaleAsync(2, default);
        Harbour = (await weigher.PictureAsync(await StoryOfAsync("Skerry Wire"), default))!;
        LongReport = (await Store.SearchAsync(new ReportQuery { Outlet = "Osterlund Gazette" }, default))[0].Id;
        Hostility = Hostilely(Harbour, (await Store.SearchAsync(new ReportQuery { Text = "boat" }, default))[0].Story);
        await KeepAsync(weigher, Hostility);
        await KeepAsync(weigher, Large(Harbour, LargeStory = await StoryOfAsync("Tangen Post")));

        app = StemmaServer.Create(Store, new ServeOptions { Urls = "http://127.0.0.1:0" });
        await app.StartAsync();
        Base = app.Urls.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Base) };
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Machine.Browser, Args = Desk.Arguments });
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (Store is not null)
            await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <param name="path">From the root.</param>
    internal async Task<Sheet> OpenAsync(string path, bool dark = false, bool script = true, int width = 1280)
    {
        IBrowserContext context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        Sheet sheet = new(context, await context.NewPageAsync(), new Uri(Base));
        await sheet.GoAsync(path);
        return sheet;
    }

    public async Task<string> HtmlAsync(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);
        string html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {html}");
        return html;
    }

    private async Task AddAsync(ReportReading reading, params RawReport[] raw) =>
        await new Ingester(Store, TimeProvider.System).AddAsync([.. raw.Select(r => reading.Read(r, reading.Clean(r), default, new DateTimeOffset(2026, 5, 6, 0, 0, 0, TimeSpan.Zero)))], default);

    private async Task<string> StoryOfAsync(string outlet) => (await Store.SearchAsync(new ReportQuery { Outlet = outlet }, default))[0].Story;

    /// <summary>Keeps a made-up picture in place of the story's own.</summary>
    private async Task KeepAsync(StoryWeigher weigher, Story story)
    {
        StoryMembers members = (await Store.MembersAsync(story.Id, default))!;
        Assert.True(await Store.SavePictureAsync(story, members.Version, weigher.Stages, new Dictionary<string, ImmutableArray<string>>(), default));
    }

    /// <summary>The story with every word of it, whatever it is, made hostile; ids, times and kinds stay.</summary>
    private static Story Hostilely(Story story, string id)
    {
        string[] words = ["title", "input", "url", "outlet", "agencies", "authors", "place", "text", "headline", "quote", "name", "statement", "speaker", "about", "value", "why", "via", "aliases", "deck", "unit", "of"];
        JsonNode node = JsonNode.Parse(PictureJson.Write(new Picture("1", [story], [])))!;
        int number = 0;
        Walk(node, "");
        Story hostile = PictureJson.Read(node.ToJsonString()).Stories[0];
        return hostile with { Id = id };

        void Walk(JsonNode? at, string key)
        {
            switch (at)
            {
                case JsonObject fields:
                    foreach ((string field, JsonNode? value) in fields.ToArray())
                    {
                        if (value is JsonValue leaf && leaf.TryGetValue(out string? text) && (words.Contains(field) || field == "body"))
                            fields[field] = field switch
                            {
                                "body" => string.Concat(Enumerable.Repeat(Hostile, (text.Length / Hostile.Length) + 1))[..text.Length],
                                "url" => "javascript:window.__ran=1",
                                _ => $"{Hostile} {number++}",
                            };
                        else
                            Walk(value, field);
                    }

                    break;
                case JsonArray list:
                    for (int i = 0; i < list.Count; i++)
                    {
                        if (list[i] is JsonValue leaf && leaf.TryGetValue(out string? _) && words.Contains(key))
                            list[i] = $"{Hostile} {number++}";
                        else
                            Walk(list[i], key);
                    }

                    break;
            }
        }
    }

    /// <summary>A claim of 200 assertions in 200 reports, half of them copies of the first; a person with 2,000 statements.</summary>
    private static Story Large(Story story, string id)
    {
        Claim claim = story.Claims[0];
        Assertion assertion = story.Assertions.First(a => a.Claim == claim.Id && a.Attribution.Length > 0);
        Report report = story.Reports.Single(r => r.Id == assertion.Report);
        Report[] reports = [.. Enumerable.Range(0, 200).Select(i => report with { Id = $"rlarge{i}", Outlet = $"Outlet {i}", Input = $"large{i}" })];
        Assertion[] stating = [.. reports.Select((r, i) => Of(r, $"{r.Id}.a1", i % 4 == 0 ? assertion.Attribution : [assertion.Attribution[^1] with { Origin = null, Name = $"Speaker {i % 20}" }]))];
        Assertion[] spoken = [.. Enumerable.Range(0, 2000).Select(i => Of(reports[i % 200], $"{reports[i % 200].Id}.a{(i / 200) + 2}", [new Source("Ada Prolix", null, Attributions.SourceKind.Person, false, null)]) with { Claim = "c-other" })];
        Claim large = claim with { Id = "c-" + stating[0].Id, Assertions = [.. stating.Select(a => a.Id)] };
        return story with
        {
            Id = id,
            Reports = [.. reports],
            Assertions = [.. stating, .. spoken],
            Claims = [large, claim with { Id = "c-other", Assertions = [.. spoken.Select(a => a.Id)] }],
            Lineage = [.. reports.Skip(1).Where((_, i) => i % 2 == 0).Select(r => new Derivation(r.Id, reports[0].Id, DerivationKind.Verbatim, 0.9, [], []))],
            Quotes = [],
            Times = [],
            Quantities = [],
            Differences = [],
        };

        Assertion Of(Report holder, string name, ImmutableArray<Source> chain) => assertion with
        {
            Id = name,
            Report = holder.Id,
            Claim = "c-rlarge0.a1",
            At = ReportSpan.Of(holder.Id, holder.Body, assertion.At.Span),
            Attribution = chain,
            Cue = null,
            Hedges = [],
            Quotes = [],
            Times = [],
            Quantities = [],
        };
    }

    public static RawReport Raw(string input, string outlet, string headline, string published, string text) => new()
    {
        Input = input,
        Outlet = outlet,
        Headline = headline,
        Published = Time(published),
        Text = text,
    };

    private static ReportTime Time(string text) => ReportTime.TryParse(text, out ReportTime time) ? time : throw new ArgumentException(text);
}
