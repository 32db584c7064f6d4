using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Markdig;
using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Exports;
using Stemma.Watch;

namespace Stemma.Browser.Tests.Records;

/// <summary>A story in which every word is hostile, in each form in which it leaves: nothing of it runs, wherever the file is opened.</summary>
/// <remarks>
/// What is HTML, or is made into HTML by its readers, is opened in a browser without any policy of ours: a file that somebody saved has none. What is data is read as data, and every address in it
/// that a program may follow is one of the web.
/// </remarks>
[Collection(DeskTests.Name)]
public sealed partial class HostileExportTests(RecordsDesk desk)
{
    private const string Shown = "<script>window.__ran=1</script>";

    private static readonly string[] HtmlForms = ["export/html", "brief?format=html"];

    private static readonly string[] MarkdownForms = ["export/markdown", "brief?format=markdown"];

    private static readonly string[] JsonForms = ["export/jsonld", "export/prov", "export/annotations", "export/claims", "export/stix", "export/ninjs", "brief?format=json", ""];

    /// <summary>Addresses under the story's own.</summary>
    public static TheoryData<string> Html => [.. HtmlForms];

    public static TheoryData<string> Markdown => [.. MarkdownForms];

    public static TheoryData<string> Json => [.. JsonForms];

    [Fact]
    public void Every_form_of_export_is_held_against_these_tests()
    {
        string[] held = ["export/csv", .. HtmlForms, .. MarkdownForms, .. JsonForms];
        Assert.All(Enum.GetValues<ExportFormat>(), f => Assert.Contains("export/" + Exporter.Name(f), held));
    }

    [BrowserTheory]
    [MemberData(nameof(Html))]
    public async Task A_saved_page_shows_hostile_words_as_words(string form)
    {
        bool inline = form.StartsWith("brief", StringComparison.Ordinal); // shown in the server's name; an export is a file to keep
        using HttpResponseMessage answer = await GetAsync(form, "text/html");
        Assert.Equal(inline ? null : "attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        if (inline)
            Assert.DoesNotContain("script-src", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal); // default-src 'none' holds for scripts
        await OpenAsync(await answer.Content.ReadAsStringAsync());
    }

    [BrowserTheory]
    [MemberData(nameof(Markdown))]
    public async Task Markdown_that_is_shown_shows_hostile_words_as_words(string form)
    {
        using HttpResponseMessage answer = await GetAsync(form, "text/markdown");
        string text = await answer.Content.ReadAsStringAsync();
        await OpenAsync("<!DOCTYPE html><meta charset=utf-8>" + Markdig.Markdown.ToHtml(text, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build()));
        await OpenAsync("<!DOCTYPE html><meta charset=utf-8>" + Markdig.Markdown.ToHtml(text));
    }

    [BrowserTheory]
    [InlineData("<script>window.__ran=1</script>")]
    [InlineData("<p onclick='x()'>words</p>")]
    [InlineData("<a href=' java\nscript:x()'>words</a>")]
    [InlineData("<img src='https://elsewhere.example/'>")]
    [InlineData("<svg><a xlink:href='javascript:x()'></a></svg>")]
    public async Task What_would_run_is_found(string markup) =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => OpenAsync("<!DOCTYPE html><p>&lt;script>window.__ran=1&lt;/script></p>" + markup));

    [BrowserTheory]
    [MemberData(nameof(Json))]
    public async Task Data_is_data_and_leads_to_the_web_alone(string form)
    {
        using HttpResponseMessage answer = await GetAsync(form, null);
        Assert.Contains("json", answer.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        string text = await answer.Content.ReadAsStringAsync();
        List<(string Path, string Value)> strings = [];
        foreach (string line in answer.Content.Headers.ContentType.MediaType == "application/jsonl" ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [text])
            Walk(JsonDocument.Parse(line).RootElement, "");
        Assert.Contains(strings, s => s.Value.Contains(Shown, StringComparison.Ordinal));

        // The picture gives a report's address as the report has it: that is what it is for, and pages make no link of it. Exports are followed.
        if (form.StartsWith("export/", StringComparison.Ordinal))
            Assert.DoesNotContain(strings, s => Active().IsMatch(s.Value));

        void Walk(JsonElement at, string path)
        {
            switch (at.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (JsonProperty property in at.EnumerateObject())
                        Walk(property.Value, path + "/" + property.Name);
                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement item in at.EnumerateArray())
                        Walk(item, path + "[]");
                    break;
                case JsonValueKind.String:
                    strings.Add((path, at.GetString()!));
                    break;
            }
        }
    }

    [BrowserFact]
    public async Task A_table_gives_no_cell_that_a_spreadsheet_would_reckon_and_no_address_that_runs()
    {
        using HttpResponseMessage answer = await GetAsync("export/csv", "text/csv");
        string text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(Shown, text.Replace("\"\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|[\",\\n])\\s*javascript:", text);
        Assert.DoesNotMatch("(^|,|\\n)\"?[=+@\\t][^,\\n]", text);
    }

    [BrowserFact]
    public async Task Plain_text_is_plain_text()
    {
        using HttpResponseMessage answer = await GetAsync("brief?format=text", "text/plain");
        string text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("window.__ran", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not '\n');
    }

    [BrowserFact]
    public async Task A_feed_is_well_formed_and_holds_hostile_words_as_text()
    {
        string words = RecordsDesk.Hostile + " ]]> &amp; \u0007";
        await using Served own = await Served.OverAsync();
        Alert alert = new()
        {
            Key = "k1",
            Kind = AlertKind.Status,
            Story = "s-1",
            Title = words,
            After = words,
            Evidence = [new AlertEvidence("r1", words, null, "javascript:window.__ran=1", 0, 4, words), new AlertEvidence("r2", words, null, "https://echo.example/a?\"><script>", 0, 4, words)],
        };
        await own.Store.Watch.AddAlertAsync(alert.Key, WatchJson.Write(alert), DateTimeOffset.UnixEpoch.AddDays(20_000), default);
        using HttpClient client = new() { BaseAddress = own.Address };
        using HttpResponseMessage answer = await client.GetAsync("/api/v1/alerts.atom");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        using XmlReader reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, Async = true });
        XElement feed = (await XDocument.LoadAsync(reader, LoadOptions.None, default)).Root!;
        Assert.All(feed.DescendantsAndSelf(), e => Assert.Equal("http://www.w3.org/2005/Atom", e.Name.NamespaceName));
        Assert.Contains(Shown, feed.Value, StringComparison.Ordinal);

        // Text constructs without a type are text (RFC 4287, 3.1.1).
        Assert.All(feed.DescendantsAndSelf().Attributes("type"), a => Assert.Equal("text", a.Value));
        Assert.All(feed.Descendants().Attributes("href"), a => Assert.StartsWith("http", a.Value, StringComparison.Ordinal));
        Assert.Contains(feed.Descendants().Attributes("href"), a => a.Value.StartsWith("https://echo.example/", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> GetAsync(string form, string? mediaType)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync($"/api/v1/stories/{desk.Hostility.Id}/{form}".TrimEnd('/'));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        if (mediaType is not null)
            Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        return answer;
    }

    /// <summary>Opens a page as a file of nobody's and looks whether anything in it ran, could run, or was sent for.</summary>
    private async Task OpenAsync(string html)
    {
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.PageError += (_, fault) => faults.Add(fault);
        page.Dialog += (_, dialog) => faults.Add(dialog.Message);
        page.Request += (_, request) => faults.Add("asked for " + request.Url);
        await page.SetContentAsync(html);
        await page.WaitForTimeoutAsync(100);
        Assert.False(await page.EvaluateAsync<bool>("'__ran' in window"), "something of a report ran");
        Assert.Empty(faults);
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('*')].flatMap(e => [
              ...(/^(script|iframe|object|embed|base|form|img|foreignObject|animate|set)$/i.test(e.localName) ? [e.outerHTML] : []),
              ...[...e.attributes].filter(a => /^on/i.test(a.name) || (/(^|:)(href|src|action|formaction|data)$/i.test(a.name) && !/^(https?:|#|urn:|mailto:)/i.test(a.value.trim()))).map(a => e.localName + ' ' + a.name + '=' + a.value),
            ]).map(s => s.slice(0, 200))
            """));
        Assert.Contains(Shown, await page.EvaluateAsync<string>("document.body.textContent"), StringComparison.Ordinal);
    }

    [GeneratedRegex("^\\s*(javascript|vbscript|data):", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
