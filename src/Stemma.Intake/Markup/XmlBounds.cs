namespace Stemma.Intake.Markup;

/// <summary>Looks over an XML text before it is parsed: a parser holds all open elements and all attributes of one at a time, and so may not be given millions.</summary>
internal static class XmlBounds
{
    /// <summary>Most attributes of one element. Hand-written ones have under ten; namespaces at the root of a feed may be thirty.</summary>
    private const int MaxAttributes = 512;

    /// <exception cref="InputRejectedException">Deeper than <see cref="IntakeLimits.MaxTagDepth"/>, or more than <see cref="MaxAttributes"/> attributes in one element.</exception>
    public static void Check(string text)
    {
        int depth = 0, at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            ReadOnlySpan<char> rest = text.AsSpan(at);
            string? end = rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<![CDATA[") ? "]]>" : rest.StartsWith("<?") ? "?>" : null;
            if (end is not null)
            {
                at = text.IndexOf(end, at, StringComparison.Ordinal);
                if (at < 0)
                    return; // the parser says so
                continue;
            }

            bool closes = rest.Length > 1 && rest[1] == '/';
            at = TagEnd(text, at + 1);
            if (at < 0)
                return;
            depth += closes ? -1 : text[at - 1] == '/' ? 0 : 1;
            if (depth > IntakeLimits.MaxTagDepth)
                throw new InputRejectedException($"XML nested deeper than {IntakeLimits.MaxTagDepth}");
        }
    }

    /// <summary>Where the tag ends, its attributes counted; -1: nowhere.</summary>
    private static int TagEnd(string text, int at)
    {
        int attributes = 0;
        while (at < text.Length)
        {
            int next = text.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0)
                return -1;
            at += next;
            if (text[at] == '>')
                return at;
            if (++attributes > MaxAttributes)
                throw new InputRejectedException($"XML with an element of more than {MaxAttributes} attributes");
            at = text.IndexOf(text[at], at + 1);
            if (at < 0)
                return -1;
            at++;
        }

        return -1;
    }
}
