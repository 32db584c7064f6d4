using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Stemma.Intake.Carriers;
using Stemma.Intake.Files;

namespace Stemma.Intake.Markup;

/// <summary>The text of an XML file, made fit to be parsed, and the only way in which intake parses XML.</summary>
/// <remarks>
/// No document type declarations (and so no entity bombs and no entities from elsewhere), nothing is ever resolved, nesting is bounded. Feeds are written by hand and by
/// template, so three faults that are common and harmless are mended first: a bare <c>&amp;</c>, HTML's named characters, control characters.
/// </remarks>
internal static class SafeXml
{
    /// <summary>Most elements and attributes of one item: more than any article has, and few enough to hold.</summary>
    private const int MaxNodes = 200_000;

    /// <summary>Longest name of a character in HTML is 32 letters.</summary>
    private const int MaxEntity = 34;

    private static readonly SearchValues<char> Faults =
        SearchValues.Create([.. "&<", .. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 13)).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        MaxCharactersInDocument = IntakeLimits.MaxListBytes,
    };

    /// <summary>Bytes to characters: UTF-8 where they are that, whatever they say of themselves; else as declared inside or by the carrier.</summary>
    /// <exception cref="InputRejectedException">They are neither.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, Carrier carrier) =>
        Mend(TextDecoder.Decode(bytes, DeclaredEncoding(bytes) ?? Charsets.Named(carrier.Charset)));

    /// <exception cref="XmlException">Thrown by the reader's methods: the text is no well-formed XML, has a document type declaration, or is nested too deep.</exception>
    public static XmlReader Read(string text)
    {
        // Looked for here, so that a refusal says what was refused; the settings would stop it all the same.
        int root = RootStart(text);
        if (text.AsSpan(root).StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.AsSpan(root).StartsWith("<!ENTITY", StringComparison.OrdinalIgnoreCase))
            throw new InputRejectedException("XML with a document type declaration, which may hold entity bombs and calls to other files: refused");
        XmlBounds.Check(text);
        return XmlReader.Create(new StringReader(text), Settings);
    }

    /// <summary>The element that the reader stands on, with all in it; the reader then stands behind it.</summary>
    /// <exception cref="InputRejectedException">It has more than <see cref="MaxNodes"/> elements and attributes.</exception>
    public static XElement Element(XmlReader reader)
    {
        int top = reader.Depth, nodes = 0;
        bool empty = reader.IsEmptyElement;
        XElement root = Start(reader, ref nodes), at = root;
        while (!empty && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    bool childEmpty = reader.IsEmptyElement;
                    XElement child = Start(reader, ref nodes);
                    at.Add(child);
                    at = childEmpty ? at : child;
                    break;
                case XmlNodeType.EndElement when reader.Depth == top:
                    reader.Read();
                    return root;
                case XmlNodeType.EndElement:
                    at = at.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    at.Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }
        }

        reader.Read();
        return root;
    }

    /// <summary>In words for a person: what is wrong, and where.</summary>
    public static InputRejectedException Broken(XmlException e) => new(string.Create(CultureInfo.InvariantCulture, $"broken XML in line {e.LineNumber}, column {e.LinePosition}"));

    private static XElement Start(XmlReader reader, ref int nodes)
    {
        if ((nodes += 1 + reader.AttributeCount) > MaxNodes)
            throw new InputRejectedException($"XML with an item of more than {MaxNodes} elements");
        XElement element = new(XNamespace.Get(reader.NamespaceURI).GetName(reader.LocalName));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                element.SetAttributeValue(XNamespace.Get(reader.NamespaceURI).GetName(reader.LocalName), reader.Value);
        }

        reader.MoveToElement();
        return element;
    }

    /// <summary>Where the root, or a declaration before it, begins: behind the XML declaration, comments and white space.</summary>
    private static int RootStart(string text)
    {
        int at = 0;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
                at++;
            string? end = text.AsSpan(at).StartsWith("<?") ? "?>" : text.AsSpan(at).StartsWith("<!--") ? "-->" : null;
            int close = end is null ? -1 : text.IndexOf(end, at, StringComparison.Ordinal);
            if (close < 0)
                return at;
            at = close + end!.Length;
        }
    }

    private static Encoding? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 256)]);
        int end = head.IndexOf("?>", StringComparison.Ordinal);
        int at = end < 0 ? -1 : head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        if (at < 0)
            return null;
        string rest = head[(at + "encoding".Length)..end].Trim(' ', '=', '"', '\'', '\t', '\r', '\n');
        int stop = rest.AsSpan().IndexOfAny('"', '\'', ' ');
        return Charsets.Named(stop < 0 ? rest : rest[..stop]);
    }

    /// <summary>Mends what is harmless and common; a fragment of markup may be given too.</summary>
    public static string Mend(string text)
    {
        int start = text.AsSpan().IndexOf('<');
        int at = text.AsSpan().IndexOfAny(Faults);
        if (at < 0)
            return text;
        StringBuilder mended = new(text.Length + 64);
        int copied = Math.Max(0, start); // XML may not begin with white space or a mark
        at = copied;
        while (at < text.Length)
        {
            int next = text.AsSpan(at).IndexOfAny(Faults);
            if (next < 0)
                break;
            at += next;
            if (text[at] == '<')
            {
                // In CDATA an ampersand is itself; only control characters are still wrong there.
                int end = text.AsSpan(at).StartsWith("<![CDATA[") ? text.IndexOf("]]>", at, StringComparison.Ordinal) : -1;
                if (end >= 0)
                {
                    mended.Append(text, copied, at - copied);
                    foreach (char c in text.AsSpan(at, end - at))
                        mended.Append(IsAllowed(c) ? c : ' ');
                    copied = at = end;
                }
                else
                    at++;
                continue;
            }

            mended.Append(text, copied, at - copied);
            if (text[at] != '&')
                mended.Append(' ');
            else if (Known(text.AsSpan(at), out int length, out string replacement))
            {
                mended.Append(replacement);
                at += length - 1;
            }
            else
                mended.Append("&amp;");
            copied = ++at;
        }

        return mended.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>A reference: XML's own stays as it is, one that only HTML knows becomes its character.</summary>
    private static bool Known(ReadOnlySpan<char> text, out int length, out string replacement)
    {
        int end = text[..Math.Min(text.Length, MaxEntity)].IndexOf(';');
        length = end + 1;
        replacement = "";
        if (end < 2 || text[(text[1] == '#' ? 2 : 1)..end].ContainsAnyExcept(NameCharacters))
            return false;
        string reference = text[..length].ToString();
        if (reference is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
            replacement = reference;
        else if (reference[1] == '#')
        {
            bool hex = reference[2] is 'x' or 'X';
            bool valid = int.TryParse(reference.AsSpan(hex ? 3 : 2, reference.Length - (hex ? 4 : 3)), hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out int code)
                && (code is 9 or 10 or 13 or (>= 32 and < 0xD800) or (>= 0xE000 and < 0xFFFE) or (>= 0x10000 and <= 0x10FFFF));
            replacement = !valid ? " " : code is >= 0x80 and < 0xA0 ? WebUtility.HtmlDecode(reference) : $"&#{code.ToString(CultureInfo.InvariantCulture)};";
        }
        else if (WebUtility.HtmlDecode(reference) is { } character && character != reference)
            replacement = character is "<" ? "&lt;" : character is "&" ? "&amp;" : character;
        return replacement.Length > 0;
    }

    private static bool IsAllowed(char c) => c is >= ' ' and not '\uFFFE' and not '\uFFFF' or '\t' or '\n' or '\r';
}
