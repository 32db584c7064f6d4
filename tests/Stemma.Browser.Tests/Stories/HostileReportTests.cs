using Stemma.Browser.Tests.Harness;
using Stemma.Reports;

namespace Stemma.Browser.Tests.Stories;

/// <summary>Reports that try to run in the reader's browser: in title, body, outlet, author, address.</summary>
[Collection(DeskTests.Name)]
public sealed class HostileReportTests(Desk desk)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>";

    [BrowserFact]
    public async Task Nothing_that_a_report_holds_ever_runs()
    {
        await using Served hostile = await Served.OverAsync(Report(0), Report(1), Report(2));
        var story = (await hostile.Store.StoriesAsync(new Store.StoryQuery(), default))[0];
        await using Sheet sheet = await desk.OpenAsync("/", of: hostile);
        string[] paths = ["/", "/?q=" + Uri.EscapeDataString(Script), "/?outlet=" + Uri.EscapeDataString(Script), .. Parts(story.Id)];
        foreach (string path in paths)
        {
            await sheet.GoAsync(path);
            await sheet.Page.WaitForTimeoutAsync(50);
            Assert.Empty(sheet.Trouble);
            string[] led = await sheet.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[href], [src], [action]')].map(e => (e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action')).trim()).filter(a => !/^(https?:|[/?#])/.test(a))");
            Assert.Empty(led);
            Assert.Equal(0, await sheet.Page.Locator("main script, main img, [onerror], [onload]").CountAsync());
        }

        // It is shown as what it is: words.
        await sheet.GoAsync("/stories/" + story.Id);
        Assert.Contains("<script>alert(1)</script>", await sheet.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Parts(string story) =>
        new[] { "", "/claims", "/lineage", "/differences", "/timeline", "/quotes", "/who", "/origins", "/reports", "?since=2031-05-05", "?edge=" + Uri.EscapeDataString(Script) }.Select(p => "/stories/" + story + p);

    private static RawReport Report(int number) => new()
    {
        Input = FormattableString.Invariant($"hostile{number}.txt"),
        Url = number == 0 ? "javascript:alert(4)" : "https://paper.example/" + Uri.EscapeDataString(Script),
        Outlet = FormattableString.Invariant($"Paper {number} {Script}"),
        Authors = ["Ann " + Script],
        Headline = "Bridge at Ostrand closed " + Script,
        Published = new ReportTime(new DateTimeOffset(2031, 5, 5, 9 + number, 0, 0, TimeSpan.Zero)),
        Text = $"""
            The bridge at Ostrand was closed on Monday after {3 + number} cars slid into the rail, police spokeswoman Ann Vell {Script} said.

            "It will stay closed for two days {Script}," she said. The town hall said that {40 + number} people were led off the bridge.

            It was not known who had left the gate open, according to the harbour office {Script}.
            """,
    };
}
