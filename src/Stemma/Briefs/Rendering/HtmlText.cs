using System.Text;

namespace Stemma.Briefs.Rendering;

/// <summary>Escapes text for HTML and SVG, in element content and in double-quoted attributes alike.</summary>
internal static class HtmlText
{
    /// <summary>Characters that a page must not hold (controls, direction overrides) go; line ends and tabs stay as white space.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder escaped = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                case '\n' or '\t':
                    escaped.Append(c);
                    break;
                default:
                    // Half a surrogate pair is no character; written out it would break the page's encoding.
                    if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1])))
                        escaped.Append('\ufffd');
                    else if (PlainText.IsSafe(c))
                        escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }
}
