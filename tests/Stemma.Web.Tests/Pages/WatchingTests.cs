using System.Net;
using System.Text.RegularExpressions;
using Stemma.Claims;
using Stemma.Store;
using Stemma.Watch;
using Stemma.Weighing;

namespace Stemma.Web.Tests.Pages;

/// <summary>Watching by the buttons of pages, by plain HTTP.</summary>
public sealed class WatchingTests
{
    [Fact]
    public async Task A_story_is_watched_by_its_button_shown_as_watched_and_let_go()
    {
        await using Served served = await Served.SamplesAsync();
        string story = await StoryAsync(served);
        string page = await HtmlAsync(served, "/stories/" + story);
        Assert.Contains("Watch this story", page, StringComparison.Ordinal);
        using HttpResponseMessage set = await PostAsync(served, "/watches", FieldsOf(page, "Watch this story"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/stories/{story}#watching"), (set.StatusCode, set.Headers.Location!.ToString()));

        StandingWatch watch = Assert.Single(await WatchesAsync(served));
        Assert.Equal((story, true, true), (watch.Story, watch.Claim.IsEmpty, watch.Kinds.IsEmpty));
        using HttpResponseMessage led = await served.SendAsync(HttpMethod.Get, "/watches/" + watch.Id);
        Assert.Equal("/stories/" + story, led.Headers.Location!.ToString());

        // The page was kept before it was watched.
        page = await HtmlAsync(served, "/stories/" + story);
        Assert.Contains("Watched since <time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Watch this story", page, StringComparison.Ordinal);
        using HttpResponseMessage end = await PostAsync(served, "/watches/end", FieldsOf(page, "Stop watching"));
        Assert.Equal($"/stories/{story}#watching", end.Headers.Location!.ToString());
        Assert.Empty(await WatchesAsync(served));
        Assert.Contains("Watch this story", await HtmlAsync(served, "/stories/" + story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watched_story_tells_of_what_comes_after()
    {
        await using Served served = await Served.SamplesAsync();
        string story = await StoryAsync(served);
        await PostAsync(served, "/watches", [("story", story)]);
        Story now = (await served.Store.PictureAsync(story, default))!.Story;
        AlertRaiser raiser = new(served.Store, served.Service<StoryWeigher>(), TimeProvider.System);
        Assert.Empty(await raiser.RaiseAsync(default));

        // Its first report is taken out by hand: claims lose an origin, or their status.
        await served.Store.AddCorrectionsAsync([new Correction { Id = "k1", Kind = CorrectionKind.Split, Target = CorrectionTarget.Story, What = [new CorrectionAnchor { Report = now.Reports[^1].Id }], Who = "test", When = DateTimeOffset.UnixEpoch.AddDays(20_000) }], default);
        await served.Service<StoryWeigher>().WeighStaleAsync(1, default);
        Assert.NotEmpty(await raiser.RaiseAsync(default));
        string page = await HtmlAsync(served, "/watches");
        Assert.Contains("/stories/" + story, page, StringComparison.Ordinal);
        Assert.Contains("class=\"rows alerts\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_watched_apart_from_its_story_and_known_by_its_words()
    {
        await using Served served = await Served.SamplesAsync();
        string story = await StoryAsync(served);
        Story picture = (await served.Store.PictureAsync(story, default))!.Story;
        Claim claim = picture.Claims.First(c => c.Assertions.Length > 1);
        string path = $"/stories/{story}/claims/{claim.Id}";

        // Its id may be another by the time the form comes back: that of another of its statements tells it too.
        using HttpResponseMessage set = await PostAsync(served, "/watches", [("story", story), ("claim", "c-" + claim.Assertions[^1]), ("back", path)]);
        Assert.Equal(path + "#watching", set.Headers.Location!.ToString());
        StandingWatch watch = Assert.Single(await WatchesAsync(served));
        Assert.Equal(claim.Statement, watch.Statement);
        Assert.Contains("Watched since <time", await HtmlAsync(served, path), StringComparison.Ordinal);
        Assert.Contains("Watch this story", await HtmlAsync(served, "/stories/" + story), StringComparison.Ordinal);
        using HttpResponseMessage led = await served.SendAsync(HttpMethod.Get, "/watches/" + watch.Id);
        Assert.Equal(path, led.Headers.Location!.ToString());
        foreach (Claim other in picture.Claims.Where(c => c != claim).Take(5))
            Assert.Contains("Watch this claim", await HtmlAsync(served, $"/stories/{story}/claims/{other.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_was_merged_into_another_is_watched_still()
    {
        await using Served served = await Served.SamplesAsync();
        var stories = await served.Store.StoriesAsync(new StoryQuery(), default);
        string[] ids = [.. stories.Select(s => s.Id).Take(2)];
        foreach (string id in ids)
            await PostAsync(served, "/watches", [("story", id)]);
        CorrectionAnchor[] firsts = [.. ids.Select(id => new CorrectionAnchor { Report = id[2..] })];
        await served.Store.AddCorrectionsAsync([new Correction { Id = "k1", Kind = CorrectionKind.Merge, Target = CorrectionTarget.Story, What = [.. firsts], Who = "test", When = DateTimeOffset.UnixEpoch.AddDays(20_000) }], default);
        string merged = (await served.Store.ResolveStoryAsync(ids[0], default))!;
        Assert.Equal(2, Regex.Count(await HtmlAsync(served, "/stories/" + merged), "Watched since"));
    }

    [Fact]
    public async Task What_was_let_go_in_the_list_can_be_watched_again_as_it_was()
    {
        await using Served served = await Served.SamplesAsync();
        StandingWatch search = (await new WatchBook(served.Store, served.Service<StoryWeigher>(), TimeProvider.System).AddAsync(new StandingWatch { Id = "", Text = "avalanche <b>", Kinds = [AlertKind.Denial] }, null, default))!;
        string page = await HtmlAsync(served, "/watches");
        Assert.Contains("avalanche &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("denials only", page, StringComparison.Ordinal);
        string kept = Assert.Single(await served.Store.Watch.WatchesAsync(default)).Watch;

        using HttpResponseMessage end = await PostAsync(served, "/watches/end", FieldsOf(page, "Stop watching"));
        Assert.Equal("/watches?ended=" + search.Id, end.Headers.Location!.ToString());
        Assert.Empty(await WatchesAsync(served));
        using HttpResponseMessage again = await PostAsync(served, "/watches/again", FieldsOf(await HtmlAsync(served, end.Headers.Location!.ToString()), "Watch it again"));
        Assert.Equal("/watches", again.Headers.Location!.ToString());
        Assert.Equal(kept, Assert.Single(await served.Store.Watch.WatchesAsync(default)).Watch);
    }

    [Fact]
    public async Task Nothing_is_watched_by_another_site_nor_where_the_server_only_reads()
    {
        await using Served served = await Served.SamplesAsync();
        string story = await StoryAsync(served);
        foreach (string path in (string[])["/watches", "/watches/end", "/watches/again"])
        {
            using HttpResponseMessage forged = await served.SendAsync(HttpMethod.Post, path, $"story={story}&id=w1", "application/x-www-form-urlencoded", ("Origin", "https://evil.example"));
            Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        }

        Assert.Empty(await WatchesAsync(served));
        await PostAsync(served, "/watches", [("story", story)]);
        await using Served reading = await Served.OverAsync(served.Store, o => o with { ReadOnly = true });
        string page = await HtmlAsync(reading, "/stories/" + story) + await HtmlAsync(reading, "/watches");
        Assert.Contains("Watched since", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Stop watching", page, StringComparison.Ordinal);
        using HttpResponseMessage refused = await PostAsync(reading, "/watches/end", [("id", (await WatchesAsync(served))[0].Id)]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Single(await WatchesAsync(served));
    }

    [Theory]
    [InlineData("/watches", "story=s-none", HttpStatusCode.NotFound)]
    [InlineData("/watches", "claim=c-none", HttpStatusCode.BadRequest)]
    [InlineData("/watches/end", "back=/", HttpStatusCode.BadRequest)]
    [InlineData("/watches/again", "id=w0", HttpStatusCode.BadRequest)]
    public async Task A_form_that_names_nothing_here_is_refused(string path, string fields, HttpStatusCode status)
    {
        await using Served served = await Served.SamplesAsync();
        using HttpResponseMessage answer = await PostAsync(served, path, [.. fields.Split('&').Select(f => (f.Split('=')[0], f.Split('=')[1]))]);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await WatchesAsync(served));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task No_form_leads_to_another_server(string back)
    {
        await using Served served = await Served.SamplesAsync();
        string story = await StoryAsync(served);
        using HttpResponseMessage answer = await PostAsync(served, "/watches", [("story", story), ("back", back)]);
        Assert.Equal($"/stories/{story}#watching", answer.Headers.Location!.ToString());
    }

    private static async Task<string> StoryAsync(Served served) => (await served.Store.StoriesAsync(new StoryQuery(), default)).MaxBy(s => s.Reports)!.Id;

    private static async Task<StandingWatch[]> WatchesAsync(Served served) => [.. (await served.Store.Watch.WatchesAsync(default)).Select(w => WatchJson.ReadWatch(w.Watch))];

    private static async Task<string> HtmlAsync(Served served, string path)
    {
        using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Get, path, headers: ("Accept", "text/html"));
        string html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {html}");
        return html;
    }

    /// <summary>What the form with this button sends.</summary>
    private static (string, string)[] FieldsOf(string page, string button)
    {
        string form = Regex.Matches(page, "<form.*?</form>", RegexOptions.Singleline).Select(m => m.Value).First(f => f.Contains(button, StringComparison.Ordinal));
        return [.. Regex.Matches(form, "name=\"(.*?)\" value=\"(.*?)\"").Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))];
    }

    private static async Task<HttpResponseMessage> PostAsync(Served served, string path, (string Name, string Value)[] fields) =>
        await served.Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}
