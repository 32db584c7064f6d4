using Stemma.Briefs.Rendering;

namespace Stemma.Tests.Briefs.Rendering;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void The_brief_has_a_title_and_its_sections_in_order()
    {
        string[] headings = [.. MarkdownRenderer.Render(InventedStory.Picture()).Split('\n').Where(l => l.StartsWith('#'))];
        Assert.Equal(
            ["# Forty stranded as cable car stops above Aldine gorge", "## What is new", "## Key facts", "## Disputed", "## Not known", "## To watch",
             "## The number", "## Where they differ", "## Timeline", "## Who rests on whom", "## Who is who", "## Reports", "## Read on"],
            headings);
    }

    [Theory]
    [InlineData("<b>bold</b>", "\\<b\\>bold\\</b\\>")]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))")]
    [InlineData("a | b * c _ d ` e", "a \\| b \\* c \\_ d \\` e")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("see https://evil.example", "see https\\://evil.example")]
    public void Marks_in_words_from_outside_stay_marks(string words, string expected) => Assert.Equal(expected, MarkdownText.Of(words));

    [Theory]
    [InlineData("javascript:alert(1)", "text")]
    [InlineData("/relative", "text")]
    [InlineData("https://a.example/x y", "[text](<https://a.example/x%20y>)")]
    public void Only_web_addresses_become_links(string url, string expected) => Assert.Equal(expected, MarkdownText.Link("text", url));

    [Fact]
    public void No_markup_of_a_report_gets_through() =>
        Assert.DoesNotContain("<script>", MarkdownRenderer.Render(InventedStory.Poisoned("<script>alert(1)</script>")), StringComparison.Ordinal);
}
