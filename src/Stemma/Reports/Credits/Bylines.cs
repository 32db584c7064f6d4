using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out bylines at the head or the tail of a report: "By Jane Roe in Karsk", "Opinion | By Jane Roe", "By Jane Roe and John Doe, Coast Press".</summary>
internal sealed partial class Bylines(AgencyTable agencies)
{
    private const int MaxLength = 220;

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
                if (Read(draft, line[by.Length..]))
                    draft.Remove(i);
            }
            else if (Role().Match(line) is { Success: true } role && PersonNames.Split(role.Groups["names"].Value) is { Count: > 0 } names)
            {
                // "JANE ROE, Staff Writer", "Jane Roe | Political correspondent"
                names.ForEach(draft.AddAuthor);
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
            else if (draft.Raw.Authors.Any(a => Words.Key(a) == Words.Key(line)))
                draft.Remove(i); // the author whom the carrier named already
        }
    }

    private bool Read(ReportDraft draft, string text)
    {
        text = Photographer().Replace(text, "");
        text = Clock().Replace(Date().Replace(Email().Replace(text, ""), ""), "").Trim().TrimEnd('.', '|', ',', '·', '•', '-', '–');
        string[] segments = [.. Segments().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0)];
        if (segments.Length is 0 or > 4 || text.Length == 0)
            return false;
        List<string> people = [], wires = [];
        bool staff = false;
        // "Jane Roe, John Doe and Ann Other": only a list ends in "and"; else what follows a comma is a house, a post or a place.
        bool list = segments.Skip(1).Any(s => s.Contains(" and ", StringComparison.Ordinal) && PersonNames.Parts(s).All(PersonNames.IsPerson));
        for (int s = 0; s < segments.Length; s++)
        {
            string segment = InPlace().Replace(segments[s], "").Trim();
            if (segment.Length == 0)
                continue; // only a place: "in Karsk"
            if (agencies.Find(segment) is { } whole)
            {
                wires.Add(whole.Name);
                continue;
            }

            if (s > 0 && !list && (agencies.LooksLikeAgency(segment) || Words.IsName(segment, 6) || Title().IsMatch(segment)))
            {
                if (agencies.LooksLikeAgency(segment))
                    wires.Add(segment);
                else if (PersonNames.IsPerson(segment) && s == segments.Length - 1 && segments.Length > 2)
                    people.Add(segment);
                continue; // a house or a post after the name
            }

            foreach (string name in PersonNames.Parts(segment))
            {
                if (agencies.Find(name) is { } agency)
                    wires.Add(agency.Name);
                else if (agencies.LooksLikeAgency(name) || Press().IsMatch(name) && segment.Contains("staff", StringComparison.OrdinalIgnoreCase))
                    wires.Add(name);
                else if (Staff().IsMatch(name))
                    staff = true;
                else if (PersonNames.IsPerson(name))
                    people.Add(PersonNames.Display(name));
                else
                    return false; // "By Monday evening, rescuers ...", or words that only look like a byline
            }
        }

        people.ForEach(draft.AddAuthor);
        wires.ForEach(draft.AddAgency);
        return people.Count + wires.Count > 0 || staff;
    }

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}&]{2,20}(?: \p{Lu}?[\p{L}&]{2,20})?\s*[|/·•–—:-]\s*)(?=[Bb][Yy]:? \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:(?:[Bb]y|BY|Written by|WRITTEN BY|Words by|Story by|Text by|Report by)\s*:?\s+(?=\p{Lu}|our |the |staff)|(?:Words|Text|Story|Author|Reporter)\s*:\s+(?=\p{Lu})|[Ff]rom (?=(?:our|\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}.’'-]+,? (?:in|at)) ))", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?<names>\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|la|van|von|al|el|bin|and|&)){1,6})(?:,| \||/| –| -)\s*(?<role>(?:[Ss]taff|[Ss]enior|[Cc]hief|[Pp]olitical|[Bb]usiness|[Ff]oreign|[Dd]iplomatic|[Ss]pecial|[Nn]ews|[Cc]rime|[Ss]ports?|[Ee]nvironment|[Ee]conomics|[Hh]ealth|[Ss]cience) ?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist)s?|[Cc]orrespondent|[Rr]eporter|(?:The )?Associated Press|Reuters|AFP|Bloomberg News)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\s*[|·•]\s*|,\s+(?=[\p{L}])|\s+[–—-]\s+|\s+for (?=the |The |\p{Lu})|\s+of (?=[Tt]he \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Segments();

    [GeneratedRegex(@"(?:^|\s)(?:in|from|at|near|aboard) \p{Lu}[\p{L}.’' -]*(?:, \p{Lu}[\p{L}.’' -]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})(?:,)? (?:reports?|reporting|writes) (?:from|in) \p{Lu}[\p{L} ’'-]{2,40}\.?$|^(?<name>\p{Lu}{2,}(?: \p{Lu}[\p{Lu}.’'-]+){1,3}),? in \p{Lu}\p{Ll}[\p{L} ’'-]{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Filed();

    [GeneratedRegex(@"[;,]? (?:photographs?|photos?|pictures?|video|images?|graphics?|illustrations?) by .*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Photographer();

    [GeneratedRegex(@"\S+@\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\s*(?:[|·•–—-]\s*)?(?:Published|Posted|Updated)?:?\s*(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}).*$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@",? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:editor|correspondent|reporter|writer|columnist|producer|analyst|chief|staff|contributor|journalist|bureau|desk)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\b(?:staff|staffs|team|desk|newsroom|reporters?|writers?|correspondents?|agencies|wire reports|editors?|bureau|monitoring|online|web)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Staff();

    [GeneratedRegex(@"\b(?:Press|Agency|Wire)$", RegexOptions.CultureInvariant)]
    private static partial Regex Press();
}
