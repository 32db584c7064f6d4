using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Stemma.Store;
using Stemma.Web.Pages.Stories.Listing;

namespace Stemma.Web.Tests.Pages.Stories;

public sealed class StoryFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("A <b>bold</b> title & more", "A <b>bold</b> title & more")]
    [InlineData("bell\u0007 and \uFFFE and 🚢 whole", "bell and  and 🚢 whole")]
    [InlineData("]]><script>alert(1)</script>", "]]><script>alert(1)</script>")]
    public void Whatever_a_title_holds_the_feed_is_well_formed_and_says_it_as_text(string title, string told)
    {
        XElement entry = Assert.Single(Feed(new StoryFilter(), title).Elements(Atom + "entry"));
        Assert.Equal(told, entry.Element(Atom + "title")!.Value);
        Assert.Empty(entry.Element(Atom + "title")!.Elements());
        Assert.Equal("https://desk.example/stories/s-1", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("2026-05-04T08:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("3 reports", entry.Element(Atom + "summary")!.Value);
    }

    [Fact]
    public void Half_a_pair_of_code_units_is_told_as_unknown() =>
        Assert.Equal("half \uFFFD a pair", Feed(new StoryFilter(), "half \uD83D a pair").Element(Atom + "entry")!.Element(Atom + "title")!.Value);

    [Fact]
    public void A_search_has_a_feed_of_its_own_address()
    {
        XElement feed = Feed(new StoryFilter { Text = "ferry & \"lifted on\"", Contested = true }, "t");
        Assert.Equal(
            ["https://desk.example/stories.atom?q=ferry%20%26%20%22lifted%20on%22&sort=contested", "https://desk.example/?q=ferry%20%26%20%22lifted%20on%22&sort=contested"],
            feed.Elements(Atom + "link").Select(l => l.Attribute("href")!.Value));
    }

    private static XElement Feed(StoryFilter filter, string title)
    {
        StorySummary summary = new("s-1", title, null, null, 3, new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.FromHours(2)), false) { Mark = 1 };
        byte[] feed = StoryFeed.Write(new StoryList(filter, ImmutableArray.Create(new StoryCard(summary, null)), 1, null, false), "https://desk.example");
        return XDocument.Parse(Encoding.UTF8.GetString(feed)).Root!;
    }
}
