using System.Collections.Immutable;

namespace Stemma.Claims;

/// <summary>Finds, in a person's title, the body that the person speaks for.</summary>
internal static class RoleBodies
{
    private static readonly ImmutableArray<string> Titles = [.. WordList.Set("Titles.en.tsv").OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)];

    /// <returns>"coastguard" for "coastguard spokeswoman", "Ministry of Mines" for "spokesman for the Ministry of Mines"; null for "the doctor".</returns>
    public static string? Of(string role)
    {
        foreach (string link in (ReadOnlySpan<string>)[" for the ", " for ", " at the ", " at ", " with the "])
        {
            int at = role.IndexOf(link, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return Clean(role[(at + link.Length)..]);
        }

        foreach (string title in Titles)
        {
            if (!role.EndsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                // "head of the coastguard", "director of Velt Foods"; but "head of quality" names no body.
                int of = role.IndexOf(title + " of ", StringComparison.OrdinalIgnoreCase);
                if (of >= 0 && (of == 0 || role[of - 1] == ' '))
                {
                    string body = role[(of + title.Length + 4)..];
                    if (body.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || (body.Length > 0 && char.IsUpper(body[0])))
                        return Clean(body);
                    return of > 0 ? Clean(role[..of]) : null;
                }

                continue;
            }

            if (role.Length == title.Length)
                return null;
            if (role[^(title.Length + 1)] == ' ')
                return Clean(role[..^(title.Length + 1)]);
        }

        return null;
    }

    private static string? Clean(string body)
    {
        string clean = body.Trim().TrimEnd(',');
        foreach (string possessive in (ReadOnlySpan<string>)["'s chief", "\u2019s chief", "'s deputy", "\u2019s deputy", " chief", " deputy", " senior", " regional", " former", "'s", "\u2019s"])
        {
            if (clean.EndsWith(possessive, StringComparison.OrdinalIgnoreCase))
                clean = clean[..^possessive.Length];
        }

        if (clean.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            clean = clean[4..];
        return clean.Length == 0 || clean.ToLowerInvariant() is "chief" or "its" or "the" or "a" or "former" or "senior" or "deputy" or "his" or "her" or "their" ? null : clean;
    }
}
