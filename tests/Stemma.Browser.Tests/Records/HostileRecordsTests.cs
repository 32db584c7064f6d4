using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Claims;

namespace Stemma.Browser.Tests.Records;

/// <summary>Whatever stands in a report, nothing of it ever runs: it is shown as text.</summary>
[Collection(DeskTests.Name)]
public sealed class HostileRecordsTests(RecordsDesk desk)
{
    public static TheoryData<string> Pages => ["claim", "report", "stored report", "beside", "person", "organisation", "origin", "outlet", "people", "origins", "outlets", "corrections", "done"];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_stored_runs_and_all_of_it_is_seen(string name)
    {
        string path = await PathOf(name);
        await using IBrowserContext context = await desk.Browser.NewContextAsync();
        await context.AddInitScriptAsync("window.__told = []; addEventListener('securitypolicyviolation', e => window.__told.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));");
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.PageError += (_, fault) => faults.Add(fault);
        page.Dialog += (_, dialog) => faults.Add(dialog.Message);
        IResponse? answer = await page.GotoAsync(desk.Base + path);
        Assert.Equal(200, answer!.Status);

        // All that a person may do with a mouse on words of a report.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.False(await page.EvaluateAsync<bool>("'__ran' in window"), "something of a report ran");
        Assert.Empty(await page.EvaluateAsync<string[]>("window.__told"));
        Assert.Empty(faults);
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], form[action], link[href]')].map(e => e.href || e.action).filter(h => !/^https?:/.test(h))"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('script:not([src^=\"/assets/\"]), img, iframe, [onload], [onerror], [style], style').length"));
        Assert.Contains("<script>window.__ran=1</script>", await page.EvaluateAsync<string>("document.body.textContent + [...document.querySelectorAll('input')].map(i => i.value).join(' ')"), StringComparison.Ordinal);
    }

    private async Task<string> PathOf(string name)
    {
        Claim claim = desk.Hostility.Claims.First(c => c.Assertions.Length > 1);
        Assertion assertion = desk.Hostility.Assertions.First(a => a.Attribution is [{ Anonymous: false }, ..]);
        string stored = (await desk.Store.SearchAsync(new Store.ReportQuery { Text = "boat" }, default))[0].Id;
        string person = Uri.EscapeDataString(assertion.Attribution[0].Name);
        switch (name)
        {
            case "claim":
                return $"/stories/{desk.Hostility.Id}/claims/{claim.Id}";
            case "report" or "stored report":
                return "/reports/" + stored;
            case "beside":
                return $"/reports/{stored}?at=2-20#at";
            case "person":
                return "/people/" + person;
            case "organisation":
                return "/organisations/" + person;
            case "origin":
                return "/origins/" + Uri.EscapeDataString(desk.Hostility.Origins.First(o => desk.Hostility.Assertions.Any(a => a.Attribution is [.., { Anonymous: false } s] && s.Origin == o.Id && !o.Anonymous && o.Basis is not OriginBasis.OtherMedia)).Name);
            case "outlet":
                return "/outlets/" + Uri.EscapeDataString(RecordsDesk.Hostile);
            case "people" or "origins" or "outlets":
                return "/" + name + "?q=window";
            default:
                using (HttpResponseMessage kept = await desk.Client.PostAsync("/corrections", new FormUrlEncodedContent(
                [
                    new("do", "rename outlet"), new("what", "n " + RecordsDesk.Hostile + " nowhere"), new("to", RecordsDesk.Hostile), new("who", RecordsDesk.Hostile[..70]), new("why", RecordsDesk.Hostile), new("back", "/corrections"),
                ])))
                {
                    Assert.Equal(303, (int)kept.StatusCode);
                    return name == "done" ? kept.Headers.Location!.ToString() : "/corrections";
                }
        }
    }
}
