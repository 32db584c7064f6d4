using System.Net;
using System.Text.RegularExpressions;
using Stemma.Store;

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
