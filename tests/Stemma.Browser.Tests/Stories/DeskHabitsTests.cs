using System.Xml.Linq;
using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;

namespace Stemma.Browser.Tests.Stories;

/// <summary>What somebody who keeps the pages open all day lives on: keys, what is new, feeds, files to take along.</summary>
[Collection(DeskTests.Name)]
public sealed class DeskHabitsTests(Desk desk)
{
    private const string Focused = "document.activeElement.textContent";

    [BrowserFact]
    public async Task Single_keys_walk_through_a_list_search_go_up_and_can_be_switched_off()
    {
        await using Sheet sheet = await desk.OpenAsync("/");
        string[] titles = [.. await sheet.Page.Locator(".story-row h2 a").AllInnerTextsAsync()];
        await sheet.Page.Keyboard.PressAsync("j");
        Assert.Equal(titles[0], await sheet.Page.EvaluateAsync<string>(Focused));
        await sheet.Page.Keyboard.PressAsync("j");
        await sheet.Page.Keyboard.PressAsync("j");
        await sheet.Page.Keyboard.PressAsync("k");
        Assert.Equal(titles[1], await sheet.Page.EvaluateAsync<string>(Focused));

        await sheet.Page.Keyboard.PressAsync("/");
        await sheet.Page.Keyboard.TypeAsync("jk?");
        Assert.Equal("jk?", await sheet.Page.Locator("input[type=search]").InputValueAsync());
        await sheet.Page.Locator("input[type=search]").FillAsync("");
        await sheet.Page.Locator(".story-row h2 a").First.FocusAsync();

        await sheet.Page.Keyboard.PressAsync("?");
        ILocator help = sheet.Page.Locator("dialog.keys");
        await Assertions.Expect(help).ToBeVisibleAsync();
        await help.GetByRole(AriaRole.Checkbox).PressAsync("Space");
        await sheet.Page.Keyboard.PressAsync("Escape");
        await sheet.GoAsync("/stories/" + await desk.Samples.StoryAsync("avalanche") + "/claims");
        await sheet.Page.Keyboard.PressAsync("u");
        await sheet.Page.Keyboard.PressAsync("j");
        Assert.Equal("BODY", await sheet.Page.EvaluateAsync<string>("document.activeElement.tagName")); // switched off, and remembered

        await sheet.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keys" }).PressAsync("Enter");
        await sheet.Page.Locator("dialog.keys").GetByRole(AriaRole.Checkbox).PressAsync("Space");
        await sheet.Page.Locator("dialog.keys").GetByRole(AriaRole.Button).PressAsync("Enter");
        await sheet.Page.Keyboard.PressAsync("u");
        await Assertions.Expect(sheet.Page.Locator(".story-head")).ToBeVisibleAsync();
        Assert.Empty(sheet.Trouble);
    }

    [AxeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_in_the_help_on_keys(bool dark)
    {
        await using Sheet sheet = await desk.OpenAsync("/", dark, width: 360);
        await sheet.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(sheet.Page.Locator("dialog.keys")).ToBeVisibleAsync();
        Assert.Empty(await sheet.AxeAsync());
        Assert.Equal(0, await sheet.OverhangAsync());
    }

    [BrowserFact]
    public async Task What_came_since_the_last_visit_is_marked_in_the_list_for_as_long_as_this_visit_lasts()
    {
        await using Sheet sheet = await desk.OpenAsync("/");
        Assert.Equal(0, await sheet.Page.Locator(".unseen").CountAsync()); // the first visit

        // Long ago, when all but the last two reports were there.
        string[] kept = (await sheet.Page.Context.CookiesAsync()).Single(c => c.Name == "list").Value.Split('.');
        long seen = long.Parse(kept[1], System.Globalization.CultureInfo.InvariantCulture) - 2;
        await sheet.Page.Context.AddCookiesAsync([new Cookie { Name = "list", Value = $"1.{seen}.1000", Url = sheet.Page.Url }]);
        for (int look = 0; look < 2; look++)
        {
            await sheet.GoAsync("/");
            Assert.Equal(2, await sheet.Page.Locator(".unseen").CountAsync());
            Assert.Equal("new since your last visit", await sheet.Page.Locator(".unseen").First.TextContentAsync());
        }
    }

    [BrowserFact]
    public async Task A_search_can_be_followed_as_a_feed()
    {
        await using Sheet sheet = await desk.OpenAsync("/?q=gully&atLeast=2");
        Assert.Equal("/stories.atom?q=gully&atLeast=2", await sheet.Page.Locator("link[type='application/atom+xml']").GetAttributeAsync("href"));
        string address = (await sheet.Page.Locator("a.feed").GetAttributeAsync("href"))!;
        IAPIResponse answer = await sheet.Page.Context.APIRequest.GetAsync(new Uri(desk.Samples.Address, address).AbsoluteUri);
        Assert.StartsWith("application/atom+xml", answer.Headers["content-type"], StringComparison.Ordinal);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement entry = Assert.Single(XDocument.Parse(await answer.TextAsync()).Root!.Elements(atom + "entry"));
        Assert.Contains("avalanche", entry.Element(atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Matches("[0-9]+–[0-9]+ origins in 8 reports, 7 outlets, [0-9]+ open conflicts\\.", entry.Element(atom + "summary")!.Value);
        IAPIResponse story = await sheet.Page.Context.APIRequest.GetAsync(entry.Element(atom + "link")!.Attribute("href")!.Value);
        Assert.True(story.Ok);
    }

    [BrowserFact]
    public async Task A_story_is_taken_along_in_every_form_as_it_stood_then()
    {
        await using Sheet sheet = await desk.OpenAsync($"/stories/{await desk.Samples.StoryAsync("avalanche")}?asOf=2026-02-05", script: false);
        string[] addresses = await sheet.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.take a')].map(a => a.href)");
        Assert.Equal(10, addresses.Length);
        foreach (string address in addresses)
        {
            IAPIResponse answer = await sheet.Page.Context.APIRequest.GetAsync(address);
            Assert.True(answer.Ok, address);
            Assert.Contains("as_of=2026-02-05", address, StringComparison.Ordinal);
            Assert.DoesNotContain("The death toll rose to nine", await answer.TextAsync(), StringComparison.Ordinal); // told on the 6th
        }
    }

    [BrowserFact]
    public async Task The_voices_beside_the_brief_stay_in_view_and_lie_on_nothing_that_follows()
    {
        await using Sheet sheet = await desk.OpenAsync("/stories/" + await desk.Samples.StoryAsync("avalanche"));
        await sheet.Page.SetViewportSizeAsync(1280, 1000);
        await sheet.Page.EvaluateAsync("scrollTo(0, 900)");
        Assert.InRange(await TopAsync(".beside-brief"), 0, 100);
        await sheet.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        double end = await sheet.Page.EvaluateAsync<double>("document.querySelector('.beside-brief').getBoundingClientRect().bottom");
        Assert.True(end <= await TopAsync(".rest"));

        Task<double> TopAsync(string part) => sheet.Page.EvaluateAsync<double>($"document.querySelector('{part}').getBoundingClientRect().top");
    }
}
