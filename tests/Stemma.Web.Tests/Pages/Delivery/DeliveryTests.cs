using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Stemma.Store;
using Stemma.Web.Pages.Delivery;

namespace Stemma.Web.Tests.Pages.Delivery;

public sealed partial class DeliveryTests
{
    [Fact]
    public async Task Styles_are_packed_kept_for_good_and_not_sent_twice()
    {
        await using Served served = await Served.EmptyAsync();
        string path = Sheet().Match(await served.Client.GetStringAsync("/")).Value;

        using HttpResponseMessage packed = await served.SendAsync(HttpMethod.Get, path, headers: ("Accept-Encoding", "gzip, br"));
        Assert.Equal("br", packed.Content.Headers.ContentEncoding.Single());
        Assert.Contains("immutable", packed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using HttpResponseMessage plain = await served.SendAsync(HttpMethod.Get, path, headers: ("Accept-Encoding", "br;q=0, gzip;q=0"));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.True(plain.Content.Headers.ContentLength > 3 * packed.Content.Headers.ContentLength);
        using HttpResponseMessage again = await served.SendAsync(HttpMethod.Get, path, headers: ("If-None-Match", packed.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync("/assets/site.0123456789abcdef.css")).StatusCode);
    }

    [Fact]
    public async Task A_story_is_sent_again_only_when_it_changed_or_looks_different()
    {
        await using Served served = await Served.SamplesAsync();
        string path = "/stories/" + (await served.Store.StoriesAsync(new StoryQuery(), default)).First(s => s.Reports > 5).Id;
        using HttpResponseMessage first = await served.Client.GetAsync(path);
        string tag = first.Headers.ETag!.ToString();

        using HttpResponseMessage same = await served.SendAsync(HttpMethod.Get, path, headers: ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using HttpResponseMessage dark = await served.SendAsync(HttpMethod.Get, path, null, "text/html", ("If-None-Match", tag), ("Cookie", "theme=dark"));
        Assert.Equal(HttpStatusCode.OK, dark.StatusCode);
        Assert.Contains("data-theme=\"dark\"", await dark.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Weighing.Correction accept = new()
        {
            Id = "a1",
            Kind = Weighing.CorrectionKind.Accept,
            Target = Weighing.CorrectionTarget.Story,
            What = [new Weighing.CorrectionAnchor { Report = (await served.Store.MembersAsync(path["/stories/".Length..], default))!.Members[0].Report.Id }],
            Who = "the desk",
            When = DateTimeOffset.UnixEpoch.AddDays(20_000),
        };
        await served.Store.AddCorrectionsAsync([accept], default);
        using HttpResponseMessage corrected = await served.SendAsync(HttpMethod.Get, path, headers: ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
    }

    [Fact]
    public async Task Words_to_one_reader_are_not_sent_to_the_next()
    {
        await using Served served = await Served.SamplesAsync();
        string path = "/stories/" + (await served.Store.StoriesAsync(new StoryQuery(), default)).First(s => s.Reports > 5).Id;
        using HttpResponseMessage old = await served.SendAsync(HttpMethod.Get, path, null, "text/html", ("Cookie", "seen=0.1770300000"));
        Assert.Contains("since your last visit", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string other = await served.Client.GetStringAsync(path);
        Assert.DoesNotContain("your last visit", other, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_who_ask_at_once_for_a_page_share_one_drawing()
    {
        await using Served served = await Served.SamplesAsync();
        string path = "/stories/" + (await served.Store.StoriesAsync(new StoryQuery(), default)).First(s => s.Reports > 5).Id;
        string before = await served.Client.GetStringAsync(path);
        long drawn = served.Service<KeptPages>().Drawn;
        string[] pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => served.Client.GetStringAsync(path + "?edge=none~none")));
        Assert.Equal(drawn + 1, served.Service<KeptPages>().Drawn);
        Assert.Single(pages.Distinct());
        Assert.Equal(before, pages[0].Replace("?edge=none~none", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_530)]
    [InlineData(140_000)]
    public void A_page_goes_out_whole_in_pieces_without_its_indentation(int before)
    {
        string head = new('a', before), tail = string.Concat(Enumerable.Repeat("<p>\n      b c\n\n  </p>", 9_000));
        DrawnPage page = DrawnPage.Of(Encoding.UTF8.GetBytes(head + KeptPages.Gap + tail));
        Assert.True(page.HasGap);
        Assert.Equal(head, Text(page.Head));
        Assert.Equal(tail.Replace("\n      ", "\n", StringComparison.Ordinal).Replace("\n\n  ", "\n", StringComparison.Ordinal), Text(page.Tail));
        Assert.All(page.Head.Concat(page.Tail), p => Assert.InRange(p.Length, 1, 84_000));
        Assert.Equal(page.Length, Text(page.Head).Length + Text(page.Tail).Length);

        static string Text(IEnumerable<byte[]> pieces) => string.Concat(pieces.Select(Encoding.UTF8.GetString));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/style")]
    public async Task A_page_can_be_asked_about_without_being_sent(string path)
    {
        await using Served served = await Served.EmptyAsync();
        using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex("/assets/site\\.[0-9a-f]{16}\\.css")]
    private static partial Regex Sheet();
}
