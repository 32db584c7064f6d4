using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out bylines at the head or the tail of a report: "By Jane Roe in Karsk", "Opinion | By Jane Roe", "By Jane Roe and John Doe, Coast Press".</summary>
internal sealed partial class Bylines(AgencyTable agencies)
{
    private readonly BylineNames names = new(agencies);

    private const int MaxLength = 220, MaxBiography = 400;

    /// <summary>How many last lines may be about the authors.</summary>
    private const int MaxBiographies = 4;

    public void Apply(ReportDraft draft)
    {
        int order = 0;
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (line.Length > MaxLength || !(draft.IsTop(i, order++) || draft.IsTail(i)))
                continue;
            if (Section().Match(line) is { Success: true } section)
                line = line[section.Length..];
            if (By().Match(line) is { Success: true } by)
            {
                if (names.Read(draft, line[by.Length..]))
                    draft.Remove(i);
            }
            else if (Role().Match(line) is { Success: true } role && PersonNames.Split(role.Groups["names"].Value) is { Count: > 0 } people)
            {
                // "JANE ROE, Staff Writer", "Jane Roe | Political correspondent"
                people.ForEach(draft.AddAuthor);
                if (agencies.Find(role.Groups["role"].Value) is { } agency)
                    draft.AddAgency(agency.Name);
                draft.Remove(i);
            }
            else if (Filed().Match(line) is { Success: true } filed && PersonNames.IsPerson(filed.Groups["name"].Value) && !Title().IsMatch(line))
            {
                // "JANE ROE in Karsk", "Jane Roe reports from Karsk"
                draft.AddAuthor(PersonNames.Display(filed.Groups["name"].Value));
                draft.Remove(i);
            }
            else if (draft.IsHead(i) && Desk().Match(line) is { Success: true } desk && (draft.Authors.Count > 0 || desk.Groups["house"].Length == 0) && (desk.Groups["house"].Length == 0 || Houses.IsAkin(desk.Groups["house"].Value, draft.Outlet) || SiteWords.IsSiteName(desk.Groups["house"].Value)))
                draft.Remove(i); // "Herald staff" below the name
            else if (draft.IsHead(i) && ReadUnmarked(draft, line))
                draft.Remove(i);
            else if (draft.IsHead(i) && Titled().Match(line) is { Success: true } titled && PersonNames.IsPerson(titled.Groups["name"].Value))
            {
                draft.AddAuthor(PersonNames.Display(titled.Groups["name"].Value));
                draft.Hint(OutletTrust.Issuer, titled.Groups["title"].Value); // empty, and passed over, where the line does not name it
                draft.Remove(i);
            }
            else if (draft.Raw.Authors.Any(a => Words.Key(a) == Words.Key(line)))
                draft.Remove(i); // the author whom the carrier named already
        }
    }

    /// <summary>Takes out what is said below the text of those who wrote it: "Jane Roe has covered farming for ten years. Her views are her own."</summary>
    public static void RemoveBiographies(ReportDraft draft)
    {
        foreach (int i in draft.Kept.Reverse().Take(MaxBiographies).ToArray())
        {
            string line = draft.Lines[i]!;
            if (line.Length > MaxBiography || line.Contains('"', StringComparison.Ordinal) || line.Contains('“', StringComparison.Ordinal))
                continue;
            bool ofAuthor = draft.Authors.Exists(a => PersonNames.IsPerson(a) && !BodyNames.IsBody(a) && !Houses.IsAkin(a, draft.Outlet) && line.StartsWith(a, StringComparison.OrdinalIgnoreCase) && Life().Match(line, a.Length) is { Success: true } life && life.Index == a.Length);
            if (ofAuthor || IsReach(draft, line) || OwnViews().IsMatch(line))
                draft.Remove(i);
        }
    }

    /// <summary>How to reach an author; whom else a last line says to call is the article's own advice.</summary>
    private static bool IsReach(ReportDraft draft, string line) =>
        Reach().Match(line) is { Success: true } reach && draft.Authors.Count > 0
        && (reach.Groups["whom"].Value is "him" or "her" or "them" or "me" or "the author" or "the writer" or "the reporter" || draft.Authors.Contains(reach.Groups["whom"].Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads a line that a page shows above its text; false where it is no byline.</summary>
    public bool ReadLine(ReportDraft draft, string line)
    {
        if (Section().Match(line) is { Success: true } section)
            line = line[section.Length..];
        return line.Length <= MaxLength && By().Match(line) is { Success: true } by && names.Read(draft, line[by.Length..]);
    }

    /// <summary>"Jane Roe for the Coast Daily", "Jane Roe, Coast News Agency", "Jane Roe and agencies": a person and a house or wire, without "By".</summary>
    private bool ReadUnmarked(ReportDraft draft, string line)
    {
        if (Unmarked().Match(line) is not { Success: true } match || PersonNames.Split(match.Groups["names"].Value) is not { Count: > 0 } people
            || PersonNames.Parts(match.Groups["names"].Value).Count() != people.Count)
            return false;
        string house = Houses.Bare(match.Groups["house"].Value.Trim());
        bool agency = agencies.LooksLikeAgency(house);
        if (house.Length > 0 && !agency && !Houses.IsAkin(house, draft.Outlet) && !(Words.IsName(house, 5) && SiteWords.IsSiteName(house)))
            return false;
        people.ForEach(draft.AddAuthor);
        if (agency)
            draft.AddAgency(agencies.Find(house)?.Name ?? house);
        return true;
    }

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}&]{2,20}(?: \p{Lu}?[\p{L}&]{2,20})?\s*[|/·•–—:-]\s*)(?=[Bb][Yy]:? \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:(?:[Bb]y|BY|Written by|WRITTEN BY|Words by|Story by|Text by|Report by|Exclusive by|EXCLUSIVE [Bb]y|Analysis by|Interview by|Review by)\s*:?\s+(?=\p{Lu}|our |the |staff|an? (?:\p{L}+ )?(?:reporter|correspondent|writer|special|staff))|(?:Words|Text|Story|Author|Reporter)\s*:\s+(?=\p{Lu})|[Ff]rom (?=(?:our|\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}.’'-]+,? (?:in|at)) ))", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?<names>\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|la|van|von|al|el|bin|and|&)){1,6})(?:,| \||/| –| -)\s*(?<role>(?:[Ss]taff|[Ss]enior|[Cc]hief|[Pp]olitical|[Bb]usiness|[Ff]oreign|[Dd]iplomatic|[Ss]pecial|[Nn]ews|[Cc]rime|[Ss]ports?|[Ee]nvironment|[Ee]conomics|[Hh]ealth|[Ss]cience) ?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist)s?|[Cc]orrespondent|[Rr]eporter|(?:The )?Associated Press|Reuters|AFP|Bloomberg News)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\G,? (?:is|was|has (?:been|written|covered|reported|worked|edited)|writes|covers|reports|edits|teaches|lives|works|hosts|joined|can be (?:reached|contacted|followed)|tweets|contributes|specialises|specializes)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Life();

    /// <summary>"Contact Jane Roe at jane@sun.example", "Reach her at 555-0100".</summary>
    [GeneratedRegex(@"^(?:You can |To )?(?:[Cc]ontact|[Rr]each|[Ee]-?mail|[Ww]rite to|[Ff]ollow|[Cc]all) (?<whom>\p{L}[\p{L}.’' -]{1,60}?) (?:at|on|via|by)\b.{0,80}(?:\S@\S|\d{3}[ .-]?\d{3,4}|\B@\w|[Tt]witter|\bX\b|Bluesky|Mastodon)\S*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Reach();

    [GeneratedRegex(@"^(?:(?:The |All |These |Any )?(?:[Oo]pinions|[Vv]iews)(?: expressed)?(?: here| above| in this (?:article|column|piece|commentary))?|(?:His|Her|Their|My) (?:opinions|views)) (?:are|remain) (?:(?:solely |entirely )?(?:his|her|their|my|those of the (?:author|writer)s?|the (?:author|writer)[’']?s?[’']?))(?: own)?\b[^.]{0,80}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnViews();

    // A caption may read "Jane Roe, Coast Daily" too: hence only above the text, and only with a house that sounds like one.
    [GeneratedRegex(@"^(?<names>\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|la|van|von|al|el|bin)){1,3}(?: and \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})?)(?:(?: for |, | \| | – | - )(?<house>(?:[Tt]he )?\p{Lu}[\p{L}’'& .-]{1,50})|(?<house>) (?:and|with) (?:[Aa]gencies|wires|wire services|news agencies|staff)(?: in \p{Lu}[\p{L} ’'-]{2,40})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unmarked();

    [GeneratedRegex(@"^(?:The )?(?<house>\p{Lu}[\p{L}’'&.-]*(?: \p{Lu}[\p{L}’'&.-]*){0,3})? ?\b(?:[Ss]taff(?: [Ww]riters?| [Rr]eporters?| [Rr]eports?)?|[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|STAFF(?: WRITERS?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Desk();

    /// <summary>"HILL NOTES, a weekly column on walking by Jane Roe".</summary>
    [GeneratedRegex(@"^(?:(?:The )?(?<title>\p{Lu}[\p{L}\d’'& -]{2,50}), (?:an?|the) |(?:An?|The|My|Our) )(?:[\p{L}-]+ ){0,2}(?:newsletter|letter|column|blog|podcast|briefing|bulletin|diary|dispatch|magazine)(?: (?:about|on|for|from|of) [\p{L}\d’', -]{2,60}?)?,? by (?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})(?:,)? (?:reports?|reporting|writes) (?:from|in) \p{Lu}[\p{L} ’'-]{2,40}\.?$|^(?<name>\p{Lu}{2,}(?: \p{Lu}[\p{Lu}.’'-]+){1,3}),? in \p{Lu}\p{Ll}[\p{L} ’'-]{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Filed();

    [GeneratedRegex(@"\b(?:editor|correspondent|reporter|writer|columnist|producer|analyst|chief|staff|contributor|journalist|bureau|desk)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

}
