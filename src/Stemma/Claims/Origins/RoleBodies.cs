using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Finds, in a person's title, the body that the person speaks for.</summary>
internal static class RoleBodies
{
    private static readonly ImmutableArray<string> Titles = [.. WordList.Set("Titles.en.tsv").OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)];

    private static readonly FrozenSet<string> Ranks = FrozenSet.Create(StringComparer.Ordinal,
        "chief", "deputy", "senior", "regional", "local", "national", "head", "lead", "leading", "top", "acting", "former", "vice", "assistant", "executive", "managing", "general", "main", "first", "then", "opposition");

    /// <summary>What somebody is in charge of inside a body, and no body.</summary>
    private static readonly FrozenSet<string> Functions = FrozenSet.Create(StringComparer.Ordinal,
        "quality", "operations", "diplomatic", "region", "district", "services", "passenger", "communications", "marketing", "research", "security", "safety", "affairs", "relations", "sales", "production", "policy", "strategy",
        "technology", "information", "investigations", "investigation", "criminal", "public", "external", "internal", "corporate", "human", "resources", "development", "planning", "engineering", "legal", "medical", "children", "three", "two", "and", "of", "the");

    /// <summary>In tokens.</summary>
    private const int LongestTitle = 6;

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

    /// <summary>What of a role's words names a body: "army" of "army's chief", nothing of "quality" or "diplomatic".</summary>
    public static string? Bare(string body)
    {
        string bare = body;
        foreach (string mark in (ReadOnlySpan<string>)["'s ", "\u2019s "])
        {
            int at = bare.IndexOf(mark, StringComparison.Ordinal);
            // "Velmar's foreign" is of a ministry, "army's chief" of the army.
            if (at > 0 && bare[(at + mark.Length)..].Split(' ').All(Ranks.Contains))
                bare = bare[..at];
        }

        return bare.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => Ranks.Contains(w.ToLowerInvariant()) || Functions.Contains(w.ToLowerInvariant())) ? null : bare;
    }

    /// <summary>The words right before a name, back to the phrase's start, where they end in a title: "coastguard spokeswoman" before "Ana Lindholm".</summary>
    /// <remarks>Looks at the words alone, because a tagger may take a noun in this place for a verb.</remarks>
    public static string? Before(LinguisticText text, TextSpan name)
    {
        int at = TokenIndex.Tokens(text, name).First;
        int first = at;
        while (first > 0 && at - first < LongestTitle)
        {
            Token token = text.Tokens[first - 1];
            ReadOnlySpan<char> word = token.Span.In(text.Text);
            if (!char.IsLetter(word[0]) && word is not ("'s" or "’s") || token.Upos is Upos.Det or Upos.Adp or Upos.Cconj or Upos.Sconj or Upos.Pron or Upos.Aux || token.Xpos is "VBD" or "VBZ" or "MD" or "IN")
                break;
            first--;
        }

        if (first == at)
            return null;
        string words = text.Text[text.Tokens[first].Span.Start..text.Tokens[at - 1].Span.End];
        return Titles.Any(t => words.EndsWith(t, StringComparison.OrdinalIgnoreCase)) ? words : null;
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
