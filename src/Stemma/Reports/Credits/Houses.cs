using System.Collections.Immutable;

namespace Stemma.Reports;

/// <summary>Questions about names of newspapers, stations and agencies in credits.</summary>
internal static class Houses
{
    private static readonly ImmutableArray<string> Telling = ["told ", "tells ", "telling ", "spoke to ", "spoke with ", "speaking to ", "interview with ", "confirmed to "];

    private static readonly ImmutableArray<string> Kinds = [" news agency", " news service", " reporter", " correspondent", " journalist", " has learned", " has learnt"];

    /// <summary>Without its article: "the Sun" is "Sun".</summary>
    public static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    /// <summary>Whether a short form may stand for the outlet: its words are among the outlet's ("the Sun" for "Valley Sun"), or it is the initials.</summary>
    public static bool IsAkin(string name, string? outlet)
    {
        if (outlet is null)
            return false;
        string[] own = Words.Key(Bare(outlet)).Split(' '), asked = Words.Key(Bare(name)).Split(' ');
        return asked.All(own.Contains) || own.All(asked.Contains) || AgencyNames.IsShortFor(Bare(name), outlet);
    }

    /// <summary>Whether the text has people speak to it ("told Coastwire", "the Coastwire news agency"), as to reporters and to few others.</summary>
    public static bool IsToldIn(string text, string name)
    {
        if (name.Length < 2)
            return false;
        bool person = PersonNames.IsPerson(name) && !SiteWords.IsSiteName(name);
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> before = text.AsSpan(0, at), after = text.AsSpan(at + name.Length);
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (after.Length > 0 && (char.IsLetterOrDigit(after[0]) || after.StartsWith("’s", StringComparison.Ordinal) || after.StartsWith("'s", StringComparison.Ordinal))))
                continue;
            if (before.EndsWith("the ", StringComparison.OrdinalIgnoreCase))
                before = before[..^4];
            else if (person)
                continue; // "told Jane Roe": the reporter, who is no house
            foreach (string telling in Telling)
            {
                if (before.EndsWith(telling, StringComparison.Ordinal))
                    return true;
            }

            foreach (string kind in Kinds)
            {
                if (after.StartsWith(kind, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }
}
