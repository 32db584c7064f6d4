using System.Globalization;
using System.Text;

namespace Stemma.Briefs.Rendering;

/// <summary>Writes SVG elements with invariant numbers and escaped words.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();

    /// <param name="attributes">Name and value in turn.</param>
    public SvgWriter Open(string name, params ReadOnlySpan<string> attributes) => Element(name, attributes, ">");

    public SvgWriter Leaf(string name, params ReadOnlySpan<string> attributes) => Element(name, attributes, "/>");

    public SvgWriter Close(string name)
    {
        text.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>An element that holds words only.</summary>
    public SvgWriter Words(string name, string words, params ReadOnlySpan<string> attributes)
    {
        Element(name, attributes, ">");
        text.Append(HtmlText.Of(words));
        return Close(name);
    }

    public SvgWriter Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>A length in user units, to a tenth.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString() => text.ToString();

    private SvgWriter Element(string name, ReadOnlySpan<string> attributes, string end)
    {
        text.Append('<').Append(name);
        for (int i = 0; i + 1 < attributes.Length; i += 2)
            text.Append(' ').Append(attributes[i]).Append("=\"").Append(HtmlText.Of(attributes[i + 1])).Append('"');
        text.Append(end);
        return this;
    }
}
