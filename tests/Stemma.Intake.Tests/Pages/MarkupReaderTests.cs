using Stemma.Intake.Pages;

namespace Stemma.Intake.Tests.Pages;

public sealed class MarkupReaderTests
{
    [Theory]
    [InlineData("<p>a<p>b", "P(a) P(b)")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>d", "Ul(Li(a) Li(b Ul(Li(c)))) d")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "Table(Tr(Td(a) Td(b)) Tr(Td(c))) d")]
    [InlineData("<div><span>a</div>b", "Div(Span(a)) b")]
    [InlineData("<p><b>a<div>c</div>", "P(B(a)) Div(c)")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "Dl(Dt(a) Dd(b) Dt(c))")]
    [InlineData("a<!-- <p> -->b<!-->c", "a b c")]
    [InlineData("1 < 2 &amp; 3<br>4</br>5", "1 < 2 & 3 Br() 4 Br() 5")]
    [InlineData("<a href=1>a<a href=2>b</a>", "A(a) A(b)")]
    [InlineData("<h2>a</h3>b", "H2(a) b")]
    [InlineData("<script>if (a < b) '</p>'</script>c", "Script(if (a < b) '</p>') c")]
    [InlineData("<title>a <b></title><p>c", "Title(a <b>) P(c)")]
    [InlineData("<svg><p>a</p></svg>b", "Svg() b")]
    [InlineData("</p></div>a<", "a<")]
    [InlineData("<p", "")]
    public void Broken_markup_is_read_as_browsers_do(string html, string tree) => Assert.Equal(tree, Print(MarkupReader.Read(html), 0).Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void A_head_that_nobody_closed_ends_at_the_first_text_part()
    {
        PageTree tree = MarkupReader.Read("<html lang=de><head><meta charset=utf-8><title>t</title><div id=x class='a \"b\"'>c</div>");
        int div = tree.Find(Tag.Div, 0, tree.Count);
        Assert.Equal(0, tree[div].Parent);
        Assert.Equal(("x", "a \"b\"", "de"), (tree.Value(div, "ID"), tree.Value(div, "class"), tree.Value(0, "lang")));
    }

    [Theory]
    [InlineData("caf&eacute; &#8211; &#x2019;&#150; &lt;b&gt; AT&T &copy 2031 ?a=1&copy=2 &nope; &hellip;", "café – ’– <b> AT&T © 2031 ?a=1&copy=2 &nope; …")]
    [InlineData("&#0;&#1114112;&#;&#x;", "\ufffd\ufffd&#;&#x;")]
    public void References_are_resolved_once(string text, string resolved) => Assert.Equal(resolved, References.Resolve(text));

    [Fact]
    public void Megabytes_in_one_attribute_cost_no_more_than_their_length()
    {
        string page = "<html><body><p class=\"" + new string('x', 8_000_000) + "\">short</p></body></html>";
        PageTree tree = MarkupReader.Read(page);
        Assert.Equal(PageTree.MaxValue, tree.Attribute(tree.Find(Tag.P, 0, tree.Count), "class").Length);
    }

    private static string Print(PageTree tree, int node)
    {
        if (tree[node].Tag == Tag.Text)
            return References.Resolve(tree.Raw(node));
        List<string> below = [];
        for (int i = node + 1; i < tree[node].End; i = tree[i].End)
            below.Add(Print(tree, i));
        string inner = string.Join(' ', below);
        return node == 0 ? inner : $"{tree[node].Tag}({inner})";
    }
}
