using System.Collections.Immutable;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Pages;

public sealed class LivePostsTests
{
    private const string One = "The harbour bridge was closed to lorries on Tuesday after inspectors found cracks in two of its pillars, the city said.";
    private const string Two = "Drivers were sent through the old tunnel, where the queue reached four kilometres by noon, and two schools closed early.";
    private const string Three = "The mayor will speak at five in the town hall, her office said, and engineers will take questions after her.";

    [Fact]
    public void Linked_data_give_one_report_a_post()
    {
        ImmutableArray<RawReport> posts = Read($$$"""
            <html lang="en"><head><title>Bridge closed: live | Coast Daily</title><meta property="og:site_name" content="Coast Daily"><script type="application/ld+json">
            {"@type":"LiveBlogPosting","headline":"Bridge closed: live","liveBlogUpdate":[
            {"@type":"BlogPosting","headline":"Queue grows","datePublished":"2031-03-09T12:30:00Z","articleBody":"{{{Two}}}","url":"https://coast.example/live#2"},
            {"@type":"BlogPosting","headline":"Bridge shut","datePublished":"2031-03-09T10:00:00Z","articleBody":"<p>{{{One}}}</p>","author":{"name":"Mara Quill"}}]}
            </script></head><body><h1>Bridge closed: live</h1><div id="app"></div></body></html>
            """);
        Assert.Equal(["Queue grows", "Bridge shut"], posts.Select(p => p.Headline));
        Assert.Equal([Two, One], posts.Select(p => p.Text));
        Assert.Equal(["2031-03-09T12:30:00Z", "2031-03-09T10:00:00Z"], posts.Select(p => p.Published.ToString()));
        Assert.Equal(["page#1", "page#2"], posts.Select(p => p.Input));
        Assert.All(posts, p => Assert.Equal("Coast Daily", p.Outlet));
        Assert.Equal("Mara Quill", Assert.Single(posts[1].Authors));
        Assert.Equal("https://coast.example/live#2", posts[0].Url);
    }

    [Fact]
    public void Boxes_with_times_on_a_page_that_calls_itself_live_are_its_posts()
    {
        ImmutableArray<RawReport> posts = Read($"""
            <html><head><link rel="canonical" href="https://coast.example/live"></head><body><h1>Bridge closed: what we know so far</h1><main class="live-blog">
            <article class="post" id="p3"><time datetime="2031-03-09T15:00:00Z">15:00</time><h2>Mayor to speak</h2><p>{Three}</p></article>
            <article class="post" id="p2"><time datetime="2031-03-09T12:30:00Z">12:30</time><h2>Queue grows</h2><p>{Two}</p></article>
            <article class="post" id="p1"><time datetime="2031-03-09T10:00:00Z">10:00</time><p>{One}</p></article></main></body></html>
            """);
        Assert.Equal(3, posts.Length);
        Assert.Equal(("Mayor to speak", Three, "https://coast.example/live#p3"), (posts[0].Headline, posts[0].Text, posts[0].Url));
        Assert.Equal("2031-03-09T10:00:00Z", posts[2].Published.ToString());
        Assert.Equal("Bridge closed: what we know so far", posts[2].Headline);
    }

    [Fact]
    public void A_list_of_stories_with_times_is_no_live_blog()
    {
        ImmutableArray<RawReport> posts = Read($"""
            <html><body><h1>Bridge closed</h1><article><p>{One}</p><p>{Two}</p></article><section>
            <div class="story"><time datetime="2031-03-09T15:00:00Z">15:00</time><p>{Three}</p></div><div class="story"><time datetime="2031-03-08T15:00:00Z">15:00</time><p>{Three}</p></div>
            <div class="story"><time datetime="2031-03-07T15:00:00Z">15:00</time><p>{Three}</p></div></section></body></html>
            """);
        Assert.StartsWith(One, Assert.Single(posts).Text, StringComparison.Ordinal);
    }

    private static ImmutableArray<RawReport> Read(string page) => new PageReader().ReadAll(page, new RawReport { Input = "page", Text = "" });
}
