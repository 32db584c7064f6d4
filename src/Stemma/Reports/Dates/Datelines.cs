using System.Buffers;
using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Reads the dateline before a report's first words, and takes it off: "KARSK, March 9 (ABC) - ", "SEOUL —", "(ABC) — ".</summary>
/// <remarks>
/// Misses a place in small letters before a plain hyphen, which is more often a headline's way of writing. A capitalised word before a colon is a
/// place only if it is none of the labels that stand there.
/// </remarks>
internal sealed partial class Datelines(AgencyTable agencies)
{
    /// <summary>How many kept lines may stand before the one with the dateline: a deck, a summary, a subhead.</summary>
    private const int MaxLinesBefore = 3;

    private const int MaxLength = 110;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    public void Apply(ReportDraft draft)
    {
        if (draft.Kept.Count(i => Speaker().IsMatch(draft.Lines[i]!)) > 1)
            return; // a transcript: "JANE ROE: Thank you."
        int seen = 0;
        foreach (int i in draft.Kept)
        {
            if (seen++ > MaxLinesBefore)
                return;
            if (TryTake(draft, i, isFirst: seen == 1))
                return;
        }
    }

    private bool TryTake(ReportDraft draft, int i, bool isFirst)
    {
        string line = draft.Lines[i]!;
        foreach (Match dash in Dash().Matches(line[..Math.Min(line.Length, MaxLength)]))
        {
            if (dash.Index == 0 && isFirst && dash.Value.Trim(' ', '(', ')', '[', ']') is { } wire && AgencyTable.IsAcronym(wire))
            {
                draft.AddAgency(wire); // "(XYZ) The harbour bridge ...": the brackets alone
                draft.Lines[i] = line[dash.Length..];
                return true;
            }

            string head = line[..dash.Index].Trim(), rest = line[(dash.Index + dash.Length)..];
            if (rest.Length < 20 || !(char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || "\"“‘'[".Contains(rest[0], StringComparison.Ordinal)))
                continue;
            if (Read(head, dash.Value, rest, isFirst) is not { } found)
                continue;
            Take(draft, found, line[..(dash.Index + dash.Length)].Trim());
            draft.Lines[i] = rest;
            return true;
        }

        return false;
    }

    private static void Take(ReportDraft draft, Parts found, string text)
    {
        if (found.Agency is { } agency)
            draft.AddAgency(agency);
        if (found.Date?.Time is { } time)
            draft.Stated ??= time;
        draft.StatedDay ??= found.Date?.Partial;
        if (found.Site is { } site)
            draft.Hint(OutletTrust.Masthead, site);
        else if (found.Place is { } place)
            draft.Dateline = new Dateline(Words.TitleCase(place), text);
    }

    /// <summary>A lone acronym, as against a short place such as Oslo or Rome.</summary>
    private bool IsWire(string word) =>
        agencies.Find(word) is not null || (AgencyTable.IsAcronym(word) && word is not ("USA" or "UAE" or "DRC") && (word.Length == 3 || (word.Length > 3 && !word.AsSpan().ContainsAny(Vowels))));

    /// <param name="spaced">The dash as it stands, with the spaces around it.</param>
    private Parts? Read(string head, string spaced, string rest, bool isFirst)
    {
        string mark = spaced.Trim();
        string? agency = null;
        if (Agency().Match(head) is { Success: true } credit)
        {
            // Between strokes stands the service that distributes a company's own release ("/PRNewswire/"), of which no agency's reporter was there; behind a full stop some agencies write their own name so.
            bool stroked = credit.Groups["release"].Success;
            agency = !stroked ? credit.Groups["name"].Value.Trim() : mark is "." && !Distributor().IsMatch(credit.Groups["release"].Value) ? credit.Groups["release"].Value.Trim() : null;
            if (agency is not null && (!Words.IsName(agency, 4) || agency.Any(char.IsDigit)))
                return null;
            head = head[..credit.Index].Trim().TrimEnd(',');
            if (head.Length == 0)
                return mark is ":" or "." ? null : new Parts(null, null, null, agency);
            agency = agencies.IsRelease(agency) ? null : agency;
        }

        StatedDate? date = StatedDate.Find(head);
        if (date is not null)
        {
            string after = ShortYear().Replace(head[(date.Start + date.Length)..], "").Trim(' ', ',', '/', '.');
            if (after.Length > 0 && !IsWire(after))
                return null; // words after the date: running text
            agency ??= after.Length > 0 ? after : null;
            head = head[..date.Start].Trim().TrimEnd(',', '|', '/');
            if (head.Length == 0)
                return agency is null && mark is ":" or "." ? null : new Parts(null, null, date, agency);
        }

        // "Karsk/XYZ", "XYZ, KARSK", "KARSK, 9 March, XYZ", "XYZ": the wire without its brackets.
        string[] pieces = head.Split(['/', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (agency is null && pieces.Length > 0 && IsWire(pieces[^1]))
            (head, agency) = (string.Join(", ", pieces[..^1]), pieces[^1]);
        else if (agency is null && pieces.Length > 1 && IsWire(pieces[0]))
            (head, agency) = (string.Join(", ", pieces[1..]), pieces[0]);
        if (head.Length == 0)
            return mark is ":" or "." ? null : new Parts(null, null, date, agency);
        if (date is null && agency is not null && StatedDate.Find(head) is { } inner && inner.Start + inner.Length == head.Length)
            (date, head) = (inner, head[..inner.Start].Trim().TrimEnd(','));
        // "Jane Roe (Harbour Party) - 4,300 votes" is a result, not a dateline.
        if (agency is not null && date is null && char.IsDigit(rest[0]) && head.Any(char.IsLower) && agencies.Find(agency) is null)
            return null;
        bool told = agency is not null || date is not null;
        if (head.Contains(" - ", StringComparison.Ordinal) || Sections().IsMatch(head) || !IsPlace(head, out bool capitals))
            return null;
        bool stands = mark switch
        {
            "—" or "–" or "--" => told || (capitals && mark.Length < spaced.Length) || (isFirst && Words.Count(head) <= 4 && !SecondDash().IsMatch(rest)),
            "-" or "|" => told || capitals,
            ":" => capitals && !Labels().IsMatch(head) && (told || head.Contains(',', StringComparison.Ordinal) || Words.Count(head) == 1 || Compound().IsMatch(head)),
            _ => date?.Time is not null || (agency is not null && date is not null), // a full stop: "Karsk, 22 September 2026. The ministry has ..."
        };
        if (!stands)
            return null;
        bool site = agency is null && date is not null && SiteWords.IsSiteName(head);
        return new Parts(site ? null : head, site ? head : null, date, agency);
    }

    /// <summary>Names parted by commas or strokes; <paramref name="capitals"/>: the first is all in capitals.</summary>
    private static bool IsPlace(string head, out bool capitals)
    {
        capitals = false;
        string[] parts = head.Replace(" and ", ", ", StringComparison.Ordinal).Split([',', '/', '|'], StringSplitOptions.TrimEntries);
        if (parts.Length > 4 || head.Any(char.IsDigit) || head.Contains('"', StringComparison.Ordinal) || head.Contains('“', StringComparison.Ordinal))
            return false;
        if (!parts.All(p => Words.IsName(p, 5)))
            return false;
        capitals = parts[0].Count(char.IsLetter) >= 2 && !parts[0].Any(char.IsLower);
        return true;
    }

    /// <param name="Site">Set instead of <paramref name="Place"/> where a site's name stands before the date.</param>
    private sealed record Parts(string? Place, string? Site, StatedDate? Date, string? Agency);

    [GeneratedRegex(@"\s*(?:—|–|--)\s*|\s+-\s+|\s+\|\s+|^[(\[]\p{Lu}{2,6}[)\]](?=\s+\p{Lu})\s*|(?<=\p{L}|\)):\s+|(?<=\d)\.\s+|(?<=\p{L}/)\.\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s*[(\[](?<name>\p{Lu}[^()\[\]]{0,40})[)\]]$|\s+/(?<release>\p{Lu}[\p{L} .-]{1,30})/$", RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    [GeneratedRegex(@"wire|\bPR\b|^PR|\bCNW\b|release|distribution", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Distributor();

    /// <summary>"3 JAN 90": the year in two digits, which leaves the century open.</summary>
    [GeneratedRegex(@"^,? ['’]?\d\d(?=$|[,/ ])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    /// <summary>Words that begin the names of places in two parts.</summary>
    [GeneratedRegex(@"^(?:NEW|SAN|SANTA|SANTO|LOS|LAS|EL|LA|LE|ST\.?|SAINT|PORT|PUERTO|HONG|KUALA|TEL|ABU|ADDIS|CAPE|SRI|FORT|RIO|BUENOS|MEXICO|GUATEMALA|PANAMA|KUWAIT|UNITED|NORTH|SOUTH|EAST|WEST|MOUNT|LAKE|ULAN|DAR|BANDAR|PHNOM|HO|KANSAS|SALT|BATON|GRAND|LITTLE|GREAT|UPPER|LOWER|OLD|BAD) \w", RegexOptions.CultureInvariant)]
    private static partial Regex Compound();

    [GeneratedRegex(@"^\p{Lu}[\p{Lu}.’' -]{3,40}:\s", RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"\s(?:—|–|-|--)\s", RegexOptions.CultureInvariant)]
    private static partial Regex SecondDash();

    [GeneratedRegex(@"^(?:Opinion|Analysis|Comment|Editorial|Explainer|Q&A|Interview|Review|Profile|Letter|Column|Exclusive|Breaking|Live|Watch|Video|Photos?|Update|Updated|News|Sport|Business|Politics|World|Yes|No|And|But|So|Then|Still|Instead|However|Meanwhile)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^(?:PUBLISHED|POSTED|DEAR \w+|WARNING|UPDATE|UPDATED?|BREAKING|EXCLUSIVE|NOTE|WATCH|LIVE|READ|OPINION|ANALYSIS|CORRECTION|CLARIFICATION|Q|A|QUESTION|ANSWER|PHOTOS?|VIDEO|RELATED|MORE|ALSO|FACT|FACTS|FACT CHECK|EXPLAINER|TIMELINE|SUMMARY|KEY POINTS|SOURCES?|DETAILS|BACKGROUND|CONTEXT|QUOTE|ADVISORY|ALERT|URGENT|DEVELOPING|IMPORTANT|CASUALTIES|DISPLACEMENT|SITUATION|RESPONSE|FUNDING|ACCESS|NEEDS|OVERVIEW|HIGHLIGHTS|WHAT|WHO|WHEN|WHERE|WHY|HOW|PS|FAQ|SPOILER|REVIEW|INTERVIEW|PROFILE|WEATHER|SPORT|NEWS)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();
}
