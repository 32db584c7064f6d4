using System.Collections.Frozen;

namespace Stemma.Intake.Pages;

/// <summary>What the HTML standard says of elements, as far as reading an article needs it.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> ByName = Enum.GetValues<Tag>()
        .Where(t => t > Tag.Other)
        .ToFrozenDictionary(t => t.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of the web's early days, and what they do the work of.</summary>
    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> Kin =
        "acronym Abbr bdi Span bdo Span nobr Span ruby Span dir Ul listing Pre image Img xmp Style plaintext Pre search Nav applet Object frame Param keygen Input rt Style rp Style".Split(' ')
        .Chunk(2).ToFrozenDictionary(pair => pair[0], pair => Enum.Parse<Tag>(pair[1]), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Tag Of(ReadOnlySpan<char> name) =>
        BySpan.TryGetValue(name, out Tag tag) || Kin.TryGetValue(name, out tag) ? tag : Tag.Other;

    /// <summary>Has no content and no end tag.</summary>
    public static bool IsVoid(Tag tag) => tag is Tag.Area or Tag.Base or Tag.Br or Tag.Col or Tag.Embed or Tag.Hr or Tag.Img or Tag.Input or Tag.Link or Tag.Meta or Tag.Param or Tag.Source or Tag.Track or Tag.Wbr;

    /// <summary>Its content is text up to its own end tag, whatever it looks like.</summary>
    public static bool IsRaw(Tag tag) => tag is Tag.Script or Tag.Style or Tag.TextArea or Tag.Title or Tag.IFrame or Tag.NoEmbed or Tag.NoFrames;

    /// <summary>Runs within a line of text.</summary>
    public static bool IsInline(Tag tag) => tag is (>= Tag.A and <= Tag.Var) or Tag.Img or Tag.Wbr;

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Never part of an article's text.</summary>
    public static bool IsNever(Tag tag) => tag is (>= Tag.Script and <= Tag.Menu and not Tag.NoScript) or Tag.Head or Tag.Title;

    /// <summary>Whether its start ends an open paragraph (HTML standard, 13.2.6.4.7).</summary>
    public static bool EndsParagraph(Tag tag) => tag is >= Tag.Address and <= Tag.Ul or Tag.Hr or Tag.Table or Tag.Menu or Tag.Dialog;

    /// <summary>An end tag of something within a line does not reach past these ("special" in the standard, 13.2.4.2).</summary>
    public static bool IsSpecial(Tag tag) => tag is (>= Tag.Address and <= Tag.Tr) or Tag.Body or Tag.Html or Tag.Button or Tag.Template or Tag.Object or Tag.Select;

    /// <summary>What an open paragraph or list item is not looked for beyond ("scope" in the standard).</summary>
    public static bool EndsScope(Tag tag) => tag is Tag.Td or Tag.Th or Tag.Caption or Tag.Table or Tag.Html or Tag.Body or Tag.Template or Tag.Object or Tag.Button;
}
