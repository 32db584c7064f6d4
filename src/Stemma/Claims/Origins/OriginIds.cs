using System.Text;

namespace Stemma.Claims;

/// <summary>Ids of origins: the same for the same thing, whichever stage names it.</summary>
public static class OriginIds
{
    /// <summary>An agency's or outlet's item that is credited or cited but not at hand.</summary>
    public static string Item(string name) => "o-item-" + Slug(name);

    /// <summary>Lower-case ASCII letters and digits, parted by single hyphens; other letters as their code point in hexadecimal.</summary>
    public static string Slug(string name)
    {
        StringBuilder slug = new(name.Length);
        foreach (Rune rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(rune.IsAscii ? Rune.ToLowerInvariant(rune).ToString() : rune.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
            else if (slug.Length > 0 && slug[^1] != '-' && (Rune.IsWhiteSpace(rune) || rune.Value is '-' or '/' or '&'))
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
