using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out credits: "(Reporting by Jane Roe; Editing by John Doe)", "–With assistance from Jane Roe.", "With material from ABC", a bare "(ABC)".</summary>
/// <remarks>Reporters, writers and assistants are authors; editors are not. A line may stand before the last paragraph, and text goes on after it.</remarks>
internal sealed partial class Credits(AgencyTable agencies)
{
    private const int MaxLength = 500;

    public void Apply(ReportDraft draft)
    {
        List<int> kept = [.. draft.Kept];
        bool last = true;
        for (int k = kept.Count - 1; k >= 0; k--, last &= draft.Lines[kept[k + 1]] is null)
        {
            int i = kept[k];
            string line = draft.Lines[i]!;
            if (line.Length > MaxLength)
                continue;
            if (ReadRoles(draft, line) || ReadContributors(draft, line, draft.IsTail(i)) || ReadMaterial(draft, line) || (last && (ReadShared(draft, line) || ReadBare(draft, line) || ReadInitials(draft, line) || ReadSigned(draft, line))) || (draft.IsTail(i) && ReadBiography(draft, line)) || (draft.IsHead(i) && ReadKnown(draft, line)))
                draft.Remove(i);
            else if (last)
                draft.Lines[i] = WithoutSuffix(draft, line);
        }
    }

    private bool ReadRoles(ReportDraft draft, string line)
    {
        string text = line.Trim().TrimStart('(', '[', '-', '–', '—', ' ').TrimEnd(')', ']', '.', ' ');
        if (!Starts().IsMatch(text) || Words.HasSpeech(Words.Fold(line)))
            return false;
        bool any = false;
        foreach (string segment in RoleBreak().Split(text.Replace("Reporting: ", "Reporting by ", StringComparison.OrdinalIgnoreCase).Replace("Editing: ", "Editing by ", StringComparison.OrdinalIgnoreCase)
            .Replace("Text: ", "Writing by ", StringComparison.Ordinal).Replace("Words: ", "Writing by ", StringComparison.Ordinal)))
        {
            if (Role().Match(segment.Trim()) is not { Success: true } role)
                continue;
            any = true;
            if (!role.Groups["edit"].Success)
                AddNames(draft, role.Groups["names"].Value);
        }

        return any;
    }

    private void AddNames(ReportDraft draft, string names)
    {
        foreach (string part in PersonNames.Parts(names))
        {
            string name = part;
            // "Coast Press writer Jane Roe", "AP writers Jane Roe": the house before the post is credited too.
            if (Writer().Match(name) is { Success: true } writer)
            {
                string house = writer.Groups["house"].Value.Trim();
                if (house.Length > 0)
                    AddAgency(draft, house);
                name = name[writer.Length..].Trim();
            }

            name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
            if (agencies.LooksLikeAgency(name) || AgencyTable.IsAcronym(name))
                AddAgency(draft, name);
            else if (PersonNames.IsPerson(name))
                draft.AddAuthor(PersonNames.Display(name));
        }
    }

    private void AddAgency(ReportDraft draft, string name) => draft.AddAgency(agencies.Find(name)?.Name ?? name);

    /// <summary>"Associated Press writers Jane Roe in Karsk and John Doe contributed to this report."</summary>
    private bool ReadContributors(ReportDraft draft, string line, bool isTail)
    {
        if (Contributed().Match(line) is { Success: true } contributed)
        {
            AddNames(draft, contributed.Groups["names"].Value);
            return true;
        }

        // "Doe reported from Karsk. Coast Press writer Jane Roe contributed.": who wrote it, in sentences of their own.
        if (!isTail || line.Length > 300)
            return false;
        string[] sentences = SentenceBreak().Split(line.Trim(' ', '(', ')', '[', ']', '_', '—', '–'));
        Match[] told = [.. sentences.Select(s => Reported().Match(s) is { Success: true } reported ? reported : sentences.Length > 1 && Contributed().Match(s) is { Success: true } full ? full : sentences.Length > 1 || Writer().IsMatch(s) ? Briefly().Match(s) : Match.Empty)];
        if (told.Length == 0 || !told.All(m => m.Success))
            return false;
        foreach (Match match in told)
        {
            string names = match.Groups["names"].Value;
            AddNames(draft, names);
            // A surname alone is that of an author already named, or all that is told of one.
            if (Words.Count(names) == 1 && Words.IsName(names, 1) && !draft.Authors.Exists(a => a.EndsWith(" " + names, StringComparison.OrdinalIgnoreCase)))
                draft.AddAuthor(names);
        }

        return true;
    }

    private bool ReadMaterial(ReportDraft draft, string line)
    {
        if (Material().Match(line) is not { Success: true } material)
            return false;
        foreach (string part in PersonNames.Parts(material.Groups["names"].Value))
        {
            string name = part.StartsWith("the ", StringComparison.Ordinal) ? part[4..] : part;
            if (agencies.LooksLikeAgency(name) || AgencyTable.IsAcronym(name))
                AddAgency(draft, name);
            else if (PersonNames.IsPerson(name))
                draft.AddAuthor(PersonNames.Display(name));
        }

        return true;
    }

    /// <summary>A last line that is nothing but an agency's name, or an acronym that can only be one.</summary>
    private bool ReadBare(ReportDraft draft, string line)
    {
        string name = line.Trim(' ', '(', ')', '[', ']', '—', '–', '-', '/', '.', '*').Replace("Source: ", "", StringComparison.OrdinalIgnoreCase).Replace("Credit: ", "", StringComparison.OrdinalIgnoreCase);
        name = Year().Replace(name, "").Trim();
        bool source = line.StartsWith("Source:", StringComparison.OrdinalIgnoreCase);
        if (source && Words.Count(name) <= 6 && !line.EndsWith('.') && !agencies.LooksLikeAgency(name))
            return true; // "Source: WHO" names where a table came from, or the house itself
        if (agencies.IsRelease(name))
            return true;
        if (!agencies.LooksLikeAgency(name) && (source || !AgencyTable.IsAcronym(name)) && (line.EndsWith('.') || !Words.IsName(name, 4) || !Houses.IsToldIn(draft.Raw.Text, name)))
            return false;
        if (Words.Count(name) > 5)
            return false;
        AddAgency(draft, name);
        return true;
    }

    /// <summary>"(XYZ, with own reporting)", "(XYZ/ABC, staff)", "(with agencies)": what an outlet's text was put together from.</summary>
    private bool ReadShared(ReportDraft draft, string line)
    {
        if (line.Length > 80 || Shared().Match(line) is not { Success: true } shared)
            return false;
        return AddShared(draft, shared);
    }

    private bool AddShared(ReportDraft draft, Match shared)
    {
        string[] parts = shared.Groups["names"].Value.Split([",", "/", ";", " and ", "+"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool own = parts.Any(p => OwnPart().IsMatch(p));
        if (!own || !parts.All(p => OwnPart().IsMatch(p) || Words.IsName(p, 4)))
            return false;
        foreach (string part in parts.Where(p => !OwnPart().IsMatch(p)))
            AddAgency(draft, part);
        return true;
    }

    /// <summary>The desk's own marks below a text: "XY/Herald", "mq/jd (XYZ)", "With XYZ".</summary>
    private bool ReadInitials(ReportDraft draft, string line)
    {
        if (line.Length > 30)
            return false;
        string[] parts = line.Split(['/', ' ', '(', ')', '[', ']', ',', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries);
        bool marks = parts.Length is > 0 and <= 4 && parts.All(p => AgencyTable.IsAcronym(p) || (p.Length <= 3 && p.All(char.IsLower)) || p is "With" or "with"
            || IsWire(p) || SiteWords.IsSiteName(p));
        string[] credited = marks ? [.. parts.Where(p => p.Length >= 2 && (AgencyTable.IsAcronym(p) || IsWire(p)))] : [];
        foreach (string name in credited)
            AddAgency(draft, name);
        return credited.Length > 0;

        bool IsWire(string name) => agencies.Find(name) is not null || (name.Length > 3 && char.IsUpper(name[0]) && Houses.IsToldIn(draft.Raw.Text, name));
    }

    /// <summary>"— Jane Roe" below a text.</summary>
    private static bool ReadSigned(ReportDraft draft, string line)
    {
        if (line[0] is not ('—' or '–' or '-') || PersonNames.Split(line.TrimStart('—', '–', '-', ' ')) is not { Count: > 0 } names)
            return false;
        names.ForEach(draft.AddAuthor);
        return true;
    }

    /// <summary>"Jane Roe is the paper's transport correspondent.", "The author is a lecturer at ..."</summary>
    private static bool ReadBiography(ReportDraft draft, string line)
    {
        if (Biography().Match(line) is not { Success: true } biography)
            return false;
        if (biography.Groups["name"] is { Success: true } name && PersonNames.IsPerson(name.Value))
            draft.AddAuthor(name.Value);
        return true;
    }

    /// <summary>"Reuters", "Associated Press" or "Coast News Agency" alone above the text, as below a wire's byline.</summary>
    private bool ReadKnown(ReportDraft draft, string line)
    {
        string name = line.Split(',')[0];
        if (line.Length > 40 || !agencies.LooksLikeAgency(name) || !Words.IsName(Words.NameCase(name), 5))
            return false;
        // "Reuters, Washington" gives the place as well.
        string place = line[name.Length..].Trim(' ', ',', '.');
        if (place.Length > 0 && !Words.IsName(place, 4))
            return false;
        AddAgency(draft, Words.NameCase(name));
        draft.Hint(OutletTrust.Wire, agencies.Find(name)?.Name ?? Words.NameCase(name));
        if (place.Length > 0)
            draft.Dateline ??= new Dateline(place, line);
        return true;
    }

    /// <summary>"... the mayor said. — AFP", "... the mayor said. (ABC)".</summary>
    private string WithoutSuffix(ReportDraft draft, string line)
    {
        if (SharedSuffix().Match(line) is { Success: true } joint && AddShared(draft, joint))
            return line[..joint.Index].TrimEnd();
        if (Suffix().Match(line) is not { Success: true } suffix)
            return line;
        string name = suffix.Groups["name"].Value.Trim();
        if (agencies.Find(name) is null && !AgencyTable.IsAcronym(name))
            return line;
        AddAgency(draft, name);
        return line[..suffix.Index].TrimEnd();
    }

    [GeneratedRegex(@"^(?:Additional |Associated |Associate |Further |Supplementary |Extra |Original |With )?(?:[Rr]eporting|[Ww]riting|[Ww]ritten|[Cc]ompiled|[Ee]diting|[Ee]dited|[Rr]eported|[Gg]raphics?|[Tt]ranslated|[Tt]ranslation|[Rr]esearch|[Pp]roduction|[Vv]ideo|[Ff]ilming|assistance|additional reporting|[Cc]ontributions?|[Cc]ontributed)(?: and (?:writing|reporting|editing|research))?(?: (?:by|from|in \p{Lu}[\p{L} ]{2,30} by)\b|: \p{Lu})|^(?:Text|Words): \p{Lu}|^\p{Lu}\w+ (?:bureau|newsroom);", RegexOptions.CultureInvariant)]
    private static partial Regex Starts();

    [GeneratedRegex(@";\s*|\.\s+(?=(?:Additional|Editing|Edited|Writing|Written|With|Reporting|Graphic|Compiled))|(?<=\w),?\s+(?=(?:[Ee]diting|[Ee]dited|[Ww]riting|[Aa]dditional reporting) by )", RegexOptions.CultureInvariant)]
    private static partial Regex RoleBreak();

    [GeneratedRegex(@"^(?<edit>(?:Editing|Edited|editing|edited|Graphics?|Translated|Translation|Video|Production|Compiled and edited)\b)?.{0,40}?\b(?:by|from)\b:?\s+(?<names>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?<house>.{0,50}?)\s*\b(?:writers?|reporters?|correspondents?|journalists?|staff writers?|producers?|editors?|freelancers?)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Writer();

    [GeneratedRegex(@"^[(\[_—–-]*\s*(?<names>\p{Lu}[^.;:""“”]{2,200}?),? (?:also )?(?:contributed (?:to this|to the|reporting|additional reporting|research|from)|assisted (?:in|with) (?:this|the) report)[^.]{0,60}\.?[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Contributed();

    [GeneratedRegex(@"^[(\[_—–-]*\s*(?<names>\p{Lu}[^.;:""“”]{2,200}?) (?:reported|is reporting|wrote this|was reporting) from \p{Lu}[^.]{2,60}\.?[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^(?<names>\p{Lu}[^.;:""“”]{2,160}?),? (?:also )?contributed\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Briefly();

    [GeneratedRegex(@"(?<=\w\w\.)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceBreak();

    [GeneratedRegex(@"^[(\[*—–-]*\s*(?:(?:This|Our|The) (?:report|article|story|item|piece) (?:includes|contains|uses|draws on|is based on|used)|[Ww]ith|Includes|Contains|Uses|Including)\s+(?:additional |some |further )?(?:material|files|reports|reporting|inputs?|information|contributions?|details|content|copy|assistance|text|agency reports)(?: (?:provided|supplied))? (?:from|by|of)\s+(?<names>\p{L}[^.;:""“”]{1,120}?)\.?[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Material();

    [GeneratedRegex(@"^[(\[](?<names>[^()\[\]]{4,76})[)\]]\.?$|^(?:[—–-]+ ?)?(?<names>\p{Lu}[\p{L}.’' -]{1,40}? (?:and|/|with) (?:our )?(?:own )?(?:staff(?: (?:reporters?|writers?|reports))?|agencies|correspondents?|local reporters?))\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shared();

    [GeneratedRegex(@"^(?:and |plus |with )?(?:(?:our |its |the )?(?:own|staff|additional|local|further|original)(?: (?:reporting|reports?|reporters?|writers?|correspondents?|research|sources|material))?|(?:news |wire )?agencies|wires|wire (?:services|reports)|agency reports|staff reports?|(?:our )?correspondents?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnPart();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<=[.!?”""'’])\s*(?:(?:—|–|--?|/)\s*(?<name>\p{Lu}[\p{L}. -]{1,30})|[(\[](?<name>\p{Lu}[\p{L}. -]{1,30})[)\]])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    /// <summary>"... the mayor said. – ABC and staff reporter".</summary>
    [GeneratedRegex(@"(?<=[.!?”""'’])\s*(?:—|–|--?|/)\s*(?<names>\p{Lu}[\p{L}.’' -]{1,40}? (?:and|/|with) (?:our )?(?:own )?(?:staff(?: (?:reporters?|writers?|reports))?|agencies|correspondents?|local reporters?))\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex SharedSuffix();

    [GeneratedRegex(@"^(?:(?:The|Our) (?:author|writer)|(?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})) (?:is|was|covers|writes|reports on|reports for)(?<= is| was) (?:a|an|the|our|[\p{L}’' ]{2,40}[’']s?) [^.“”""]{0,80}\b(?:correspondent|reporter|columnist|staff writer|freelance (?:writer|journalist)|journalist|editor|lecturer|professor|fellow|contributor|critic)\b[^“”""]{0,120}$", RegexOptions.CultureInvariant)]
    private static partial Regex Biography();
}
