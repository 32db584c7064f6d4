using System.Text.RegularExpressions;
using Stemma.Briefs.Rendering;

namespace Stemma.Tests.Briefs.Rendering;

public sealed class HtmlRendererTests
{
    private static readonly string Page = HtmlRenderer.Render(InventedStory.Picture());

    [Fact]
    public void The_same_picture_gives_the_same_bytes() => Assert.Equal(Page, HtmlRenderer.Render(InventedStory.Picture()));

    [Fact]
    public void Every_jump_leads_to_a_place_on_the_page_and_every_place_is_there_once()
    {
        List<string> ids = [.. Regex.Matches(Page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
        Assert.Equal(ids.Count, ids.Distinct().Count());
        List<string> jumps = [.. Regex.Matches(Page, "href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(jumps);
        Assert.All(jumps, jump => Assert.Contains(jump, ids));
    }

    [Fact]
    public void Every_point_leads_to_the_passage_it_stands_on_and_the_passage_leads_back()
    {
        MatchCollection points = Regex.Matches(Page, "<li id=\"(s1-p[0-9]+)\">(.*?)</li>", RegexOptions.Singleline);
        Assert.Equal(7, points.Count);
        Assert.All(points, point =>
        {
            Assert.Matches("href=\"#s1-r[0-9]+-[0-9]+-[0-9]+\"", point.Groups[2].Value);
            Assert.Contains($"<a class=\"back\" href=\"#{point.Groups[1].Value}\"", Page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_passage_under_a_mark_is_the_evidence_word_for_word() =>
        Assert.Contains("<mark>A hearing is set for 12 February</mark>", Page, StringComparison.Ordinal);

    [Fact]
    public void Passages_that_overlap_are_cut_and_each_piece_is_marked()
    {
        // "About 40 people ..." is evidence of two points and the whole of an assertion; the hedge "may" lies inside another.
        Assert.Contains("<mark>The cause </mark><mark><u>may</u></mark><mark> be ice on the upper cable</mark>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_what_somebody_said_stands_on_whose_word_and_how_surely()
    {
        MatchCollection voices = Regex.Matches(Page, "<a class=\"voice\" href=\"#(s1-c[0-9]+)\" data-note=\"([^\"]+)\"");
        Assert.NotEmpty(voices);
        Assert.All(voices, v => Assert.Matches("^.+: .+, (certain|probable|possible|uncommitted)$", v.Groups[2].Value));
        Assert.Contains(".voice::after", Page, StringComparison.Ordinal); // printed in full
    }

    [Fact]
    public void It_needs_no_script_and_asks_nobody_for_anything()
    {
        Assert.DoesNotContain("<script", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|srcset|@import|url)\\s*[=(]\\s*[\"']?(https?:)?//", Page);
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style></title></textarea><svg onload=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    public void Markup_in_words_from_outside_stays_words(string poison)
    {
        string page = HtmlRenderer.Render(InventedStory.Poisoned(poison));
        Assert.DoesNotContain(poison, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]*\\son[a-z]+\\s*=", page);
        Assert.Contains(System.Net.WebUtility.HtmlEncode(poison).Split(' ')[0], page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_web_addresses_become_links()
    {
        string page = HtmlRenderer.Render(InventedStory.Poisoned("x"));
        Assert.DoesNotMatch("href=\"(javascript|data):", page);
        Assert.Contains("href=\"https://lowland.example/how\"", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_surrogate_and_a_direction_override_do_not_reach_the_page()
    {
        string page = HtmlRenderer.Render(InventedStory.Poisoned("a\ud800b\u202ec"));
        Assert.DoesNotContain('\ud800', page);
        Assert.DoesNotContain('\u202e', page);
    }

    [Fact]
    public void Tags_are_balanced()
    {
        Stack<string> open = new();
        foreach (Match tag in Regex.Matches(Page, "<(/?)([a-z][a-z0-9]*)([^>]*?)(/?)>"))
        {
            string name = tag.Groups[2].Value;
            if (name is "meta" || tag.Groups[4].Value == "/")
                continue;
            if (tag.Groups[1].Value == "")
                open.Push(name);
            else
                Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
    }

    [Fact]
    public void What_could_not_be_read_is_told() => Assert.Contains("neither text nor a page", Page, StringComparison.Ordinal);
}
