using System.Globalization;
using System.Text;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>Writes HTML: markup of our own, and words of reports, always escaped.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder markup = new();

    /// <summary>Markup written in this code; never words of a report.</summary>
    public HtmlPage Raw(string text)
    {
        markup.Append(text);
        return this;
    }

    public HtmlPage Words(ReadOnlySpan<char> text)
    {
        markup.Append(HtmlText.Of(text));
        return this;
    }

    public HtmlPage Number(int number)
    {
        markup.Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <param name="name">Tag, with a class after a dot if it has one: <c>p.meta</c>.</param>
    public HtmlPage Element(string name, string words, string? id = null)
    {
        Open(name, id);
        return Words(words).Close(name);
    }

    /// <inheritdoc cref="Element"/>
    public HtmlPage Open(string name, string? id = null)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        markup.Append('<').Append(dot < 0 ? name : name[..dot]);
        if (dot >= 0)
            markup.Append(" class=\"").Append(name.AsSpan(dot + 1)).Append('"');
        if (id is not null)
            markup.Append(" id=\"").Append(HtmlText.Of(id)).Append('"');
        markup.Append('>');
        return this;
    }

    /// <inheritdoc cref="Element"/>
    public HtmlPage Close(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        markup.Append("</").Append(dot < 0 ? name : name[..dot]).Append('>');
        return this;
    }

    /// <summary>A link within the page.</summary>
    public HtmlPage Jump(string id, string words, string? label = null)
    {
        markup.Append("<a href=\"#").Append(HtmlText.Of(id)).Append('"');
        if (label is not null)
            markup.Append(" aria-label=\"").Append(HtmlText.Of(label)).Append('"');
        markup.Append('>');
        return Words(words).Raw("</a>");
    }

    /// <summary>A link out of the page where the address may be one (http, https), else the words alone.</summary>
    public HtmlPage Link(string words, string? url)
    {
        if (SafeUrl.Of(url) is not { } safe)
            return Words(words);
        markup.Append("<a rel=\"noopener noreferrer nofollow\" href=\"").Append(HtmlText.Of(safe)).Append("\">");
        return Words(words).Raw("</a>");
    }

    public override string ToString() => markup.ToString();
}
