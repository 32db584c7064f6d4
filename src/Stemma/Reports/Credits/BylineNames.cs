using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Reads what stands behind the "By" of a byline: people, their posts and places, houses, agencies.</summary>
/// <remarks>
/// A house beside the outlet's own ("of the Sun and Coast Dispatch"), or one of whom the text says that people told it something, lent its text
/// and counts as an agency. Any other house is where the author works, which is the outlet as a rule.
/// </remarks>
internal sealed partial class BylineNames(AgencyTable agencies)
{
    private const int MaxSegments = 5;

    /// <summary>Adds authors and agencies of the byline to the draft; false, and nothing added, where it proves to be no byline.</summary>
    public bool Read(ReportDraft draft, string text)
    {
        text = Photographer().Replace(text, "");
        text = Clock().Replace(Date().Replace(Email().Replace(text, ""), ""), "").Trim().TrimEnd('.', '|', ',', '·', '•', '-', '–');
        string[] segments = [.. Segments().Split(text).Select(s => Joint().Replace(s.Trim(), "")).Where(s => s.Length > 0)];
        if (segments.Length is 0 or > MaxSegments || text.Length == 0)
            return false;
        Found found = new();
        // "Jane Roe, John Doe and Ann Other": only a list ends in "and"; else what follows a comma is a house, a post or a place.
        bool list = segments.Skip(1).Any(s => s.Contains(" and ", StringComparison.Ordinal) && PersonNames.Parts(s).All(PersonNames.IsPerson));
        for (int s = 0; s < segments.Length; s++)
        {
            string segment = InPlace().Replace(segments[s], "").Trim();
            bool placed = segment.Length < segments[s].Length;
            if (segment.Length == 0)
                continue; // only a place: "in Karsk"
            if (agencies.Find(segment) is { } whole)
                found.Wires.Add(whole.Name);
            else if (s > 0 && !list && !placed && IsPost(draft, segment))
            {
                // Between a person and two more segments stands a house; the last of three may be a second person.
                if (PersonNames.IsPerson(segment) && s == segments.Length - 1 && segments.Length > 2 && !SiteWords.IsSiteName(segment))
                    found.People.Add(PersonNames.Display(segment));
                else
                    ReadHouses(draft, segment, found);
            }
            else if (!ReadPeople(draft, segment, found))
                return false; // "By Monday evening, rescuers ...", or words that only look like a byline
        }

        found.People.ForEach(draft.AddAuthor);
        found.Wires.ForEach(draft.AddAgency);
        return found.People.Count + found.Wires.Count > 0 || found.HasStaff;
    }

    /// <summary>Whether a segment after the first is a house, a post, a degree or a place, as against one more person of a list.</summary>
    private bool IsPost(ReportDraft draft, string segment) =>
        agencies.LooksLikeAgency(segment) || Words.IsName(Houses.Bare(segment), 8) || Title().IsMatch(segment) || PersonTitles.IsDegree(segment) || Houses.IsAkin(segment, draft.Outlet);

    private void ReadHouses(ReportDraft draft, string segment, Found found)
    {
        found.HasStaff |= Staff().IsMatch(segment);
        string[] parts = [.. PersonNames.Parts(segment).Select(Houses.Bare)];
        bool joint = parts.Length > 1 && parts.Any(p => Houses.IsAkin(p, draft.Outlet));
        foreach (string part in parts)
        {
            if (Houses.IsAkin(part, draft.Outlet) || Title().IsMatch(part))
                continue;
            if (agencies.LooksLikeAgency(part) || (joint && Words.IsName(part, 5)) || (found.HasStaff && AgencyTable.IsAcronym(part)) || Houses.IsToldIn(draft.Raw.Text, part))
                found.Wires.Add(agencies.Find(part)?.Name ?? part);
        }
    }

    private bool ReadPeople(ReportDraft draft, string segment, Found found)
    {
        foreach (string name in PersonNames.Parts(segment))
        {
            string bare = Houses.Bare(name);
            if (agencies.Find(OfStaff().Replace(bare, "")) is { } agency)
                found.Wires.Add(agency.Name);
            else if (agencies.LooksLikeAgency(bare) || (Press().IsMatch(bare) && segment.Contains("staff", StringComparison.OrdinalIgnoreCase)) || Houses.IsToldIn(draft.Raw.Text, bare))
                found.Wires.Add(bare);
            else if (PersonTitles.Strip(name) != name && PersonNames.IsPerson(name))
                found.People.Add(PersonNames.Display(name)); // "Staff Sgt. Jane Roe" is no staff
            else if (Staff().IsMatch(name) || Houses.IsAkin(bare, draft.Outlet))
                found.HasStaff = true;
            else if (AgencyTable.IsAcronym(bare) && (found.HasStaff || found.People.Count > 0))
                found.Wires.Add(bare); // "By our correspondent and XYZ"
            else if (PersonNames.IsPerson(name))
                found.People.Add(PersonNames.Display(name));
            else if (WithHouse(name) is var (person, house))
            {
                found.People.Add(PersonNames.Display(person));
                if (agencies.LooksLikeAgency(house))
                    found.Wires.Add(agencies.Find(house)?.Name ?? house);
            }
            else
                return false;
        }

        return true;
    }

    /// <summary>"JANE ROE Associated Press", "Jane Roe Senior Reporter": a name and a house or post that no comma parts from it.</summary>
    private (string Person, string House)? WithHouse(string text)
    {
        string[] words = text.Split(' ');
        for (int split = words.Length - 1; split >= 2; split--)
        {
            string person = string.Join(' ', words[..split]), house = string.Join(' ', words[split..]);
            bool capitals = !person.Any(char.IsLower) && house.Any(char.IsLower);
            if (PersonNames.IsPerson(person) && ((agencies.Find(house) is not null && (house.Contains(' ', StringComparison.Ordinal) || capitals)) || (capitals && Words.IsName(house, 5)) || Post().IsMatch(house)))
                return (person, house);
        }

        return null;
    }

    /// <summary>What a byline has named so far.</summary>
    private sealed class Found
    {
        public List<string> People { get; } = [];

        public List<string> Wires { get; } = [];

        /// <summary>The outlet's own staff, unnamed.</summary>
        public bool HasStaff { get; set; }
    }

    [GeneratedRegex(@"\s*[|·•]\s*|,\s+(?=[\p{L}])|\s+[–—-]\s+|\s+for (?=the |The |\p{Lu})|\s+of (?=[Tt]he \p{Lu})|,?\s+(?=@\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Segments();

    /// <summary>What joins the last segment of a list, and handles on social networks.</summary>
    [GeneratedRegex(@"^(?:(?:and|with|for|from|of|plus) (?=\S)|& )|^@\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    // A person may follow after "and": "Jane Roe in Karsk and John Doe in Lund" is two, "Jane Roe in Trinidad and Tobago" one.
    [GeneratedRegex(@"(?:^|\s)(?:in|from|at|near|aboard) \p{Lu}(?:(?! and \p{Lu}\S+ \p{Lu})[\p{L}.’' -])*(?:, \p{Lu}[\p{L}.’' -]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex InPlace();

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

    [GeneratedRegex(@" (?:staff|staffers|reporters?|correspondents?|journalists?|writers?|newsroom)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfStaff();

    /// <summary>"Senior Reporter", "Chief Sports Writer".</summary>
    [GeneratedRegex(@"^(?:(?:Senior|Staff|Chief|Political|Business|Foreign|Diplomatic|Special|News|Crime|Sports?|Environment|Economics|Health|Science|Education|Deputy|Assistant|Managing|Night) ){1,2}(?:Writer|Reporter|Correspondent|Editor|Columnist)$", RegexOptions.CultureInvariant)]
    private static partial Regex Post();

    [GeneratedRegex(@"\b(?:Press|Agency|Wire)$", RegexOptions.CultureInvariant)]
    private static partial Regex Press();
}
