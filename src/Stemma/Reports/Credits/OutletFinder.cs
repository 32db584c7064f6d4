using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Works out who published a report whose carrier does not say. Null rather than a guess: a wrong outlet counts one house as two.</summary>
/// <remarks>
/// A name is taken when the address and the text agree on it, when the site calls itself so, or when an issuing line names the body.
/// The address alone names nobody, and a credited agency is not the outlet.
/// </remarks>
internal sealed partial class OutletFinder(AgencyTable agencies)
{
    /// <summary>Hosts of everybody's pages.</summary>
    private static readonly FrozenSet<string> Platforms = FrozenSet.ToFrozenSet(
        [
            "blogspot", "wordpress", "medium", "substack", "tumblr", "github", "facebook", "twitter", "x", "t", "telegram", "youtube", "reddit", "google", "googleusercontent", "yahoo", "msn",
            "archive", "web", "amp", "ampproject", "feedburner", "flipboard", "localhost", "pastebin", "linkedin", "instagram", "wixsite", "weebly", "apple", "bing",
        ],
        StringComparer.Ordinal);

    private const int MaxScanned = 20_000;

    /// <summary>Reads the lines in which a house names itself, and takes them out. Before headlines, which a house's name may stand above.</summary>
    public void ReadNames(ReportDraft draft)
    {
        FromIssuers(draft);
        FromOfficialSites(draft);
        FromTeams(draft);
        FromLetterheads(draft);
    }

    public void Apply(ReportDraft draft)
    {
        if (draft.Outlet is not null)
            return;
        FromSegments(draft);
        FromRepeats(draft);
        FromTitle(draft);
        draft.Outlet = FromHost(draft) ?? FromHints(draft) ?? FromWire(draft);
    }

    /// <summary>
    /// The wire itself, where its name stands below the byline and its dateline credits it: so its items look where no newspaper has printed them.
    /// An address would be somebody else's.
    /// </summary>
    private static string? FromWire(ReportDraft draft)
    {
        if (Labels(draft.Raw.Url) is { Count: > 0 } || draft.OutletHints.FirstOrDefault(h => h.Trust == OutletTrust.Wire) is not { } wire)
            return null;
        return draft.Agencies.All(a => AgencyNames.IsShortFor(a, wire.Name)) && draft.Dateline is { Text: { } dateline }
            && draft.Agencies.Exists(a => dateline.Contains('(' + a + ')', StringComparison.Ordinal)) ? wire.Name : null;
    }

    private string? FromHints(ReportDraft draft)
    {
        foreach (OutletHint hint in draft.OutletHints.OrderBy(h => h.Trust))
        {
            string name = hint.Name;
            if (hint.Trust == OutletTrust.Wire)
                continue;
            if (agencies.Find(name) is { } agency)
            {
                if (agency.IsAlsoOutlet && hint.Trust == OutletTrust.Copyright)
                    return agency.Name;
                continue;
            }

            // Beside a date stand places too: only a name that sounds like a house's is one.
            if (hint.Trust == OutletTrust.Masthead && !SiteWords.IsSiteName(name))
                continue;
            return Words.NameCase(name);
        }

        return null;
    }

    /// <summary>A name in the text whose letters, or initials where it stands as a label, are the address's own.</summary>
    private static string? FromHost(ReportDraft draft)
    {
        if (Labels(draft.Raw.Url) is not { Count: > 0 } labels)
            return null;
        List<string> places = [.. draft.OutletHints.Select(h => h.Name)];
        if (draft.Headline is { } headline)
            places.Add(headline);
        foreach (string name in places)
        {
            string whole = Words.NameCase(name);
            if (labels.Any(l => Matches(whole, l) || IsInitials(whole, l)))
                return whole;
        }

        string text = (draft.Headline + "\n" + draft.Raw.Text) is { Length: > MaxScanned } longer ? longer[..MaxScanned] : draft.Headline + "\n" + draft.Raw.Text;
        foreach (string label in labels)
        {
            // Addresses of three letters are initials of half the world's bodies.
            if (label.Length < 5)
            {
                if (label.Length >= 3 && OpeningName(draft) is { } opening && NamesIn(opening).FirstOrDefault(n => opening.StartsWith(n, StringComparison.Ordinal) && BodyNames.IsBody(n) && IsInitials(n, label)) is { } body)
                    return body;
                if (label.Length >= 3 && draft.Headline is { } title && NamesIn(title).FirstOrDefault(n => IsInitials(n, label)) is { } initials)
                    return initials;
                continue;
            }

            foreach (string name in NamesIn(text))
            {
                if (Matches(name, label))
                    return Words.NameCase(name);
            }
        }

        return null;
    }

    /// <summary>"The Harbour Rescue Council has ...": the name that the text opens with, with what follows, where a body speaks of itself; null where it opens otherwise.</summary>
    private static string? OpeningName(ReportDraft draft)
    {
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (!ReportDraft.IsParagraph(line) && !line.EndsWith('.'))
                continue;
            return line.StartsWith("The ", StringComparison.Ordinal) ? line[4..Math.Min(line.Length, 120)] : line[..Math.Min(line.Length, 120)];
        }

        return null;
    }

    /// <summary>The words of the address that may be a name: "www.islandcourier.example" gives "islandcourier".</summary>
    private static List<string>? Labels(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.HostNameType != UriHostNameType.Dns)
            return null;
        // Ministries sit below one government's address under names such as "health": their issuing lines name them better.
        if (uri.Host.Contains(".gov.", StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith(".gov", StringComparison.OrdinalIgnoreCase))
            return null;
        string[] parts = uri.Host.ToLowerInvariant().Split('.');
        return [.. parts.SkipLast(1).Where(p => p is not ("www" or "www2" or "m" or "news" or "en" or "live" or "amp" or "co" or "com" or "org" or "net" or "gov" or "ac" or "edu" or "mobile" or "blog" or "blogs"))
            .Where(p => !Platforms.Contains(p)).Select(p => p.Replace("-", "", StringComparison.Ordinal)).Where(p => p.Length >= 3)];
    }

    private static bool Matches(string name, string label)
    {
        string compact = Words.Compact(name);
        if (compact.Length < 4)
            return false;
        return compact == label || "the" + compact == label || compact == "the" + label
            || (label.StartsWith(compact, StringComparison.Ordinal) && label[compact.Length..] is "news" or "online" or "live" or "media" or "tv" or "web" or "today");
    }

    /// <summary>"hrc" for "Harbour Rescue Council" and for "Rescue Council of the Harbour" in its own order; small words are passed over.</summary>
    private static bool IsInitials(string name, string label)
    {
        string initials = string.Concat(name.Split(' ').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => char.ToLowerInvariant(w[0])));
        return initials.Length >= 3 && initials == label;
    }

    /// <summary>Runs of capitalised words, and every part of a run that begins or ends with it.</summary>
    private static IEnumerable<string> NamesIn(string text)
    {
        foreach (Match run in Run().Matches(text))
        {
            string[] words = run.Value.Split(' ');
            for (int start = 0; start < words.Length; start++)
            {
                for (int end = words.Length; end > start; end--)
                {
                    // One word out of a longer name is a word, not a name: "Transport" of "Ministry of Transport".
                    if (end - start <= 6 && (end - start > 1 || words.Length == 1))
                        yield return string.Join(' ', words[start..end]);
                }
            }
        }
    }

    /// <summary>"Press contact: Communications Department, Port Authority", "Issued by the press desk of the Port Authority, Karsk".</summary>
    private static void FromIssuers(ReportDraft draft)
    {
        foreach (int i in draft.Kept.ToArray())
        {
            string line = draft.Lines[i]!;
            Match contact = Contact().Match(line);
            if (contact.Success && line.Length - contact.Index < 200)
            {
                string[] parts = [.. contact.Groups["who"].Value.Split(',').Select(p => p.Trim().TrimEnd('.')).Where(p => p.Length > 0 && !PersonTitles.IsTitled(p))];
                if (parts.LastOrDefault(BodyNames.IsBody) is { } named && parts.Length > 1)
                    draft.Hint(OutletTrust.Issuer, named);
                else if (parts.LastOrDefault(p => Words.IsName(p, 8) && !PersonNames.IsPerson(p) | p.Contains(" of ", StringComparison.Ordinal)) is { } body && parts.Length > 1)
                    draft.Hint(OutletTrust.Issuer, body);
                draft.Lines[i] = contact.Index == 0 ? null : line[..contact.Index].TrimEnd();
            }
            else if (line.Length < 100 && draft.IsTail(i) && Signature().Match(line) is { Success: true } signature)
            {
                draft.Hint(OutletTrust.Issuer, signature.Groups["who"].Value.Trim());
                draft.Remove(i);
            }
            else if (line.Length < 160 && draft.IsTail(i) && Issued().Match(line) is { Success: true } issued)
            {
                draft.Hint(OutletTrust.Issuer, issued.Groups["who"].Value.Trim());
                draft.Remove(i);
            }
        }
    }

    /// <summary>"Jane Roe - official site", "Official website of the Port Authority": somebody publishes in their own name.</summary>
    private static void FromOfficialSites(ReportDraft draft)
    {
        foreach (int i in draft.Kept.Take(4).ToArray())
        {
            string line = draft.Lines[i]!;
            if (line.Length > 90 || Official().Match(line) is not { Success: true } official || !(draft.IsHead(i) || draft.IsTail(i)))
                continue;
            draft.Hint(OutletTrust.Issuer, official.Groups["who"].Value.Trim());
            draft.Remove(i);
        }
    }

    /// <summary>A body's name alone above or below a statement, or in its title.</summary>
    private static void FromLetterheads(ReportDraft draft)
    {
        int[] kept = [.. draft.Kept];
        foreach (int i in kept.Take(4).TakeWhile(draft.IsHead).Concat(kept.TakeLast(1)).Distinct())
        {
            string line = draft.Lines[i]!;
            // In small letters it may be the headline that is looked for.
            bool mayBeHeadline = draft.Headline is null && draft.IsHead(i) && line.Any(char.IsLower);
            if (mayBeHeadline || ReportDraft.IsParagraph(line) || !BodyNames.IsBody(line))
                continue;
            draft.Hint(OutletTrust.Issuer, line);
            draft.Remove(i);
        }

        if (draft.Headline is { } title)
            draft.Hint(OutletTrust.Issuer, BodyNames.IssuerIn(title));
    }

    /// <summary>"Posted by the Harbourwatch team" without a date, "Follow Harbourwatch".</summary>
    private static void FromTeams(ReportDraft draft)
    {
        foreach (int i in draft.Kept.ToArray())
        {
            string line = draft.Lines[i]!;
            if (line.Length > 80 || Team().Match(line) is not { Success: true } team || !(draft.IsHead(i) || draft.IsTail(i)))
                continue;
            bool posted = team.Groups["posted"].Success;
            if (posted)
                draft.Hint(OutletTrust.Appeal, team.Groups["name"].Value);
            if (posted || draft.OutletHints.Exists(h => Words.Key(h.Name) == Words.Key(team.Groups["name"].Value)))
                draft.Remove(i);
        }
    }

    /// <summary>The parts of a line at the head or foot that is parted by strokes: "Report 12 | Period 3-6 July | Harbour Relief Office".</summary>
    private static void FromSegments(ReportDraft draft)
    {
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (line.Length > 160 || !line.Contains('|', StringComparison.Ordinal) || !(draft.IsHead(i) || draft.IsTail(i)))
                continue;
            foreach (string part in line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Words.IsName(part, 6))
                    draft.Hint(OutletTrust.Masthead, part);
            }
        }
    }

    /// <summary>"The Harbour Letter: What they drink" of a letter that speaks to its readers at the end; "Harbour Community Board - anyone seen it?" above posts.</summary>
    private static void FromTitle(ReportDraft draft)
    {
        int[] kept = [.. draft.Kept];
        if (kept.Length == 0)
            return;
        if (draft.Headline is { } headline && Letter().Match(headline) is { Success: true } letter && Readers().IsMatch(draft.Lines[kept[^1]]!)
            && draft.Lines[kept[^1]]!.Contains(letter.Groups["name"].Value.Split(' ')[0], StringComparison.Ordinal))
            draft.Hint(OutletTrust.Appeal, letter.Groups["name"].Value);
        if (Board().Match(draft.Headline ?? draft.Lines[kept[0]]!) is { Success: true } board && Post().IsMatch(draft.Raw.Text))
            draft.Hint(OutletTrust.Appeal, board.Groups["name"].Value);
    }

    /// <summary>A short line that stands twice or more, as a site's name does at the head and the foot of a copied page.</summary>
    private static void FromRepeats(ReportDraft draft)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (line.Length is >= 4 and <= 40 && Words.IsName(line, 5) && line.Contains(' ', StringComparison.Ordinal))
                counts[line] = counts.GetValueOrDefault(line) + 1;
        }

        foreach (int i in draft.Kept.ToArray())
        {
            string line = draft.Lines[i]!;
            bool repeated = counts.GetValueOrDefault(line) >= 2 && (SiteWords.IsSiteName(line) || draft.IsTail(i));
            bool named = counts.ContainsKey(line) && draft.OutletHints.Exists(h => Words.Key(h.Name) == Words.Key(line));
            if (!repeated && !named)
                continue;
            if (repeated && SiteWords.IsSiteName(line))
                draft.Hint(OutletTrust.Repeated, line);
            draft.Remove(i);
        }
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}\d’'&-]*(?: (?:(?:of|the|and|for|de|la|del|du) ){0,2}\p{Lu}[\p{L}\d’'&-]*){0,9}", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    [GeneratedRegex(@"(?:^|(?<=[.!?]\s))(?:(?:Media|Press|News media|Further|Investors?|Investor and media|Media and investor|Analysts?|Public relations|PR|IR|Company|Corporate)\s+(?:enquiries|inquiries|contacts?|relations|information|queries)(?: (?:to|for (?:media|the press)))?|(?:Contacts?|Enquiries|Inquiries|Information|Queries) for (?:the )?(?:media|press|journalists|editors)|(?:Enquiries|Inquiries|Queries|Questions|Requests) (?:from|by) (?:the )?(?:media|press|journalists|reporters))\s*:\s*(?<who>[^:]{3,180})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contact();

    [GeneratedRegex(@"^(?:(?<posted>Posted|Published|Written|Compiled|Brought to you)(?: on .{4,30})? by (?:the )?|Follow )(?<name>\p{Lu}[\p{L}\d’'&-]*(?: \p{Lu}[\p{L}\d’'&-]*){0,4})(?(posted) (?:team|staff|editors|newsroom|newsdesk|desk|crew))\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Team();

    [GeneratedRegex(@"^(?:The )?(?<who>\p{Lu}[\p{L}\d’'& .-]{2,50}?)\s*(?:[-–—|:,]|’s|'s)\s*(?:[Tt]he )?[Oo]fficial (?:[Ss]ite|[Ww]ebsite|[Ww]eb site|[Bb]log|[Pp]age|[Hh]omepage|[Cc]hannel)$|^(?:The )?[Oo]fficial (?:[Ss]ite|[Ww]ebsite|[Ww]eb site|[Bb]log|[Pp]age|[Hh]omepage|[Cc]hannel) of (?:the )?(?<who>\p{Lu}[\p{L}\d’'& .-]{2,60})$", RegexOptions.CultureInvariant)]
    private static partial Regex Official();

    [GeneratedRegex(@"^The (?<name>\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2} (?:Letter|Newsletter|Dispatch|Digest|Podcast|Blog|Briefing|Diary|Report))\s*(?::|[|–—-] )", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\b(?:readers|subscribers|subscribe|donations|listeners|members)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Readers();

    [GeneratedRegex(@"^(?:The )?(?<name>\p{Lu}[\p{L}’'&-]*(?: \p{Lu}[\p{L}’'&-]*){0,4} (?:Board|Forums?|Noticeboard|Community|Group|Chat))\s*(?:[|–—:-]) ", RegexOptions.CultureInvariant)]
    private static partial Regex Board();

    [GeneratedRegex(@"^\W*(?:[Pp]osted|[Rr]eply|[Rr]eplied|[Cc]omment|[Ww]rote) by \S", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Post();

    /// <summary>"Press office, Port Authority", as a signature.</summary>
    [GeneratedRegex(@"^(?:The )?(?:Press|Media|News|Communications|Public affairs|Information) (?:office|desk|service|department|unit|team)(?:,| of| -| –) (?:the )?(?<who>\p{Lu}[\p{L}\d’'& -]{3,70})$|^(?<who>\p{Lu}[\p{L}\d’'& -]{3,70}?)(?:,)? (?:press|media|communications) (?:office|service|department|unit)$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?:This (?:statement|release|press release|communiqu[eé]|bulletin|notice) (?:was |is |has been )?(?:issued|released|published) by\s+|(?:Issued|Released|Published|Signed|Distributed)\s*(?:by|:)\s*)(?:the )?(?:(?:press|media|news|communications|public affairs|information) (?:office|desk|service|department|unit|centre|center|bureau)\s+(?:of|at|for) )?(?:the )?(?<who>\p{Lu}[\p{L}\d’'& -]{3,70}?)(?:[,.].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();
}
