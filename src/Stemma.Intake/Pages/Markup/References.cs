using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Stemma.Intake.Pages;

/// <summary>Resolves character references: numbers, HTML 4's names, and those of HTML 5 that news pages use.</summary>
internal static class References
{
    /// <summary>The longest name that is known has fewer letters; an ampersand without a semicolon within this reach is an ampersand.</summary>
    private const int Reach = 12;

    /// <summary>Names and what they stand for, by turns.</summary>
    private const string NewerNames =
        "apos ' nbsp \u00a0 NewLine \n Tab \t excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals = quest ? "
        + "commat @ lsqb [ lbrack [ rsqb ] rbrack ] bsol \\ lowbar _ grave ` lbrace { lcub { rbrace } rcub } vert | verbar | hyphen ‐ dash ‐ horbar ― rsquor ’ "
        + "rdquor ” lsquor ‚ ldquor „ caron ˇ Scaron Š scaron š Ccaron Č ccaron č Zcaron Ž zcaron ž Cacute Ć cacute ć nacute ń sacute ś zacute ź zdot ż lstrok ł "
        + "Lstrok Ł aogon ą eogon ę rcaron ř ecaron ě uring ů gbreve ğ scedil ş Idot İ inodot ı abreve ă amacr ā emacr ē imacr ī omacr ō umacr ū dstrok đ "
        + "frac13 ⅓ frac23 ⅔ half ½ check ✓ star ☆ starf ★ phone ☎ bullet • thinsp \u2009 ensp \u2002 emsp \u2003 hairsp \u200a numsp \u2007 "
        + "ZeroWidthSpace \u200b NoBreak \u2060 shy \u00ad AMP & LT < GT > QUOT \" COPY © REG ® TRADE ™";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Newer = NewerNames.Split(' ').Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those that the standard lets stand without a semicolon and that pages do write so.</summary>
    private static readonly string[] Bare = ["nbsp", "amp", "quot", "lt", "gt", "copy"];

    public static string Resolve(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('&') < 0)
            return text.ToString();
        StringBuilder resolved = new(text.Length);
        Append(resolved, text);
        return resolved.ToString();
    }

    /// <summary>Appends the text with its references resolved. Nothing is resolved twice: a reference never makes a longer text than itself.</summary>
    public static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        int at;
        while ((at = text.IndexOf('&')) >= 0)
        {
            to.Append(text[..at]);
            text = text[at..];
            int used = One(to, text);
            if (used == 0)
            {
                to.Append('&');
                used = 1;
            }

            text = text[used..];
        }

        to.Append(text);
    }

    /// <returns>How many characters were read; 0: no reference.</returns>
    private static int One(StringBuilder to, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> near = text[..Math.Min(text.Length, Reach + 2)];
        if (near.Length > 2 && near[1] == '#')
            return Number(to, near);
        int end = near.IndexOf(';');
        if (end > 1)
        {
            ReadOnlySpan<char> name = near[1..end];
            if (Newer.TryGetValue(name, out string? newer))
            {
                to.Append(newer);
                return end + 1;
            }

            string old = near[..(end + 1)].ToString(), resolved = WebUtility.HtmlDecode(old);
            if (resolved != old)
            {
                to.Append(resolved);
                return end + 1;
            }
        }

        foreach (string bare in Bare)
        {
            // "&copy=1" in an address is no copyright sign.
            if (!near[1..].StartsWith(bare, StringComparison.Ordinal) || (near.Length > bare.Length + 1 && (char.IsAsciiLetterOrDigit(near[bare.Length + 1]) || near[bare.Length + 1] == '=')))
                continue;
            to.Append(WebUtility.HtmlDecode("&" + bare + ";"));
            return bare.Length + 1;
        }

        return 0;
    }

    private static int Number(StringBuilder to, ReadOnlySpan<char> near)
    {
        bool hex = near[2] is 'x' or 'X';
        int at = hex ? 3 : 2, start = at, code = 0;
        while (at < near.Length && (hex ? char.IsAsciiHexDigit(near[at]) : char.IsAsciiDigit(near[at])))
        {
            code = Math.Min(0x200000, (code * (hex ? 16 : 10)) + Convert.ToInt32(near[at].ToString(), 16));
            at++;
        }

        if (at == start)
            return 0;
        if (code is >= 0x80 and < 0xA0)
            // As browsers do: numbers of Windows-1252 where those of Unicode are meant.
            to.Append(Windows1252(code));
        else if (Rune.TryCreate(code, out Rune rune) && code != 0)
            to.Append(rune.ToString());
        else
            to.Append('\ufffd');
        return at < near.Length && near[at] == ';' ? at + 1 : at;
    }

    private static char Windows1252(int code) => "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"[code - 0x80];
}
