using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Finds the publication time that a report states, and takes its line out: "Published Tuesday 3 March 2026", "Harbour Post | 3 March 2026, 7.25am".</summary>
/// <remarks>
/// A date counts only where it stands as a label does: in a short line without a verb at the head or the tail, or after a publishing word. A date
/// in running text is the story's, not the report's.
/// </remarks>
internal sealed partial class StatedDates(AgencyTable agencies)
{
    private const int MaxLine = 170, MaxOtherWords = 12, MaxGreeting = 3;

    public void Apply(ReportDraft draft)
    {
        int order = 0;
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (order < MaxGreeting && Greeting().IsMatch(line) && StatedDate.Find(line[..Math.Min(line.Length, MaxLine)]) is { } greeted && (greeted.Time is not null || greeted.Partial?.Weekday is not null))
            {
                // "Good morning. It's Friday, March 3": the day that a letter to its readers is of; its words stay.
                draft.Stated ??= greeted.Time;
                draft.StatedDay ??= greeted.Partial;
            }

            if (line.Length <= MaxLine && (draft.IsTop(i, order++) || draft.IsTail(i)) && IsLabel(line, out StatedDate? date, out bool takenOut))
            {
                Take(draft, date!, line, published: Publishing().IsMatch(line) || draft.IsHead(i));
                ReadNames(draft, line, date!);
                // A byline beside the date stays, to be read as one.
                if (takenOut)
                    draft.Lines[i] = Byline(line, date!);
            }
            else
                draft.Lines[i] = WithoutSentence(draft, line);
        }
    }

    /// <summary>A line of segments, one of which is a date.</summary>
    private static bool IsLabel(string line, out StatedDate? date, out bool takenOut)
    {
        date = StatedDate.Find(line);
        takenOut = false;
        if (date is null || line.Contains('"', StringComparison.Ordinal) || line.Contains('“', StringComparison.Ordinal))
            return false;
        string before = line[..date.Start], after = line[(date.Start + date.Length)..];
        string rest = before + " " + after;
        if (Words.Count(rest) > MaxOtherWords || Verbs().IsMatch(rest) || Period().IsMatch(rest))
            return false;
        // "on 4 June" in a headline or a bare list item is the story's date: a label starts with it, or parts it off.
        bool parted = before.Trim().Length == 0 || before.TrimEnd() is [.., ',' or '|' or '.' or ':' or '-' or '–' or '—' or '·' or '•' or '(' or '/'] || Publishing().IsMatch(before) || Places().IsMatch(before);
        bool closed = after.Trim().Length == 0 || after.TrimStart() is [',' or '|' or '.' or ')' or '-' or '–' or '—' or '·' or '•' or '/' or ';', ..] || Publishing().IsMatch(after) || ByTeam().IsMatch(after) || ReadingTime().IsMatch(after);
        if (!parted || !closed || (date.Time is null && Words.Count(rest) > 5))
            return false;
        // A title with its number ("Bulletin No. 12, 6 July 2026") names the document: its date counts, its words stay.
        takenOut = !Numbered().IsMatch(rest);
        return true;
    }

    private static string? Byline(string line, StatedDate date)
    {
        foreach (string side in (ReadOnlySpan<string>)[line[..date.Start], line[(date.Start + date.Length)..]])
        {
            if (Named().Match(side) is { Success: true } named)
                return named.Groups["by"].Value;
        }

        return PostedBy().Match(line[..date.Start]) is { Success: true } posted ? "By " + posted.Groups["name"].Value : null;
    }

    /// <summary>What stands before and after the date, parted by strokes, dashes and commas.</summary>
    private static IEnumerable<string> Parts(string line, StatedDate date) =>
        SegmentBreak().Split(line[..date.Start]).Concat(SegmentBreak().Split(line[(date.Start + date.Length)..]))
            .Select(s => s.Trim(' ', ',', '.', '|', '-', '–', '—', '(', ')')).Where(s => s.Length > 1);

    private static void Take(ReportDraft draft, StatedDate date, string line, bool published)
    {
        if (Updated().IsMatch(line[..date.Start]) && !Publishing().IsMatch(line[..date.Start]))
        {
            draft.StatedUpdate ??= date.Time;
            return;
        }

        if (published || draft.Stated is null)
            draft.Stated ??= date.Time;
        draft.StatedDay ??= date.Partial;
    }

    /// <summary>What stands beside the date: the place of a dateline, the site's name, the team.</summary>
    private void ReadNames(ReportDraft draft, string line, StatedDate date)
    {
        string before = line[..date.Start], after = line[(date.Start + date.Length)..];
        if (Issued().Match(before) is { Success: true } issued)
            draft.Dateline ??= new Dateline(issued.Groups["place"].Value, before.Trim().TrimEnd(','));
        if (ByTeam().Match(after) is { Success: true } team)
            draft.Hint(OutletTrust.Masthead, team.Groups["name"].Value);
        string[] segments = [.. Parts(line, date)];
        foreach (string whole in segments)
        {
            string segment = Desk().Replace(whole, "");
            if (agencies.Find(segment) is { } wire)
                draft.AddAgency(wire.Name);
            else if (segments.Length > 1 && AgencyTable.IsAcronym(segment) && segment is not ("GMT" or "UTC" or "AM" or "PM" or "CET" or "EST" or "TV" or "FM"))
                draft.AddAgency(segment);
            else if (draft.Raw.Outlet is not null && Words.IsName(segment, 4) && !Houses.IsAkin(segment, draft.Raw.Outlet) && Houses.IsToldIn(draft.Raw.Text, segment))
                draft.AddAgency(segment); // "XYZ | 3 March 2031" where people "told XYZ"
            else if (Words.IsName(segment, 6) && !Publishing().IsMatch(segment))
                draft.Hint(OutletTrust.Masthead, segment);
        }

        // "Karsk, 3 March 2026" above a statement is where it was issued, unless it proves to be the outlet.
        if (draft.Dateline is null && segments is [var place] && after.Trim().Length == 0 && before.TrimEnd().EndsWith(',') && Words.IsName(place, 4) && !place.Any(char.IsDigit) && !place.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && !Publishing().IsMatch(place) && !SiteWords.IsSiteName(Desk().Replace(place, "")))
            draft.Dateline = new Dateline(Words.TitleCase(place), line);
    }

    /// <summary>Takes a closing "Published 3 March 2026." off a paragraph.</summary>
    private static string WithoutSentence(ReportDraft draft, string line)
    {
        if (Closing().Match(line) is not { Success: true } closing || StatedDate.Find(closing.Value) is not { Time: not null } date)
            return line;
        Take(draft, date, closing.Value, published: true);
        return line[..closing.Index].TrimEnd();
    }

    [GeneratedRegex(@"\b(?:published|posted|issued|filed|released|first published|date|dated|created|publication date)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Publishing();

    /// <summary>A byline at the start of a side of the date, or after a stroke there.</summary>
    [GeneratedRegex(@"(?:^|[|·•]\s*)(?<by>By \p{Lu}[^|·•]{4,90}?)\s*(?:[|·•,–—-]\s*)?(?:(?:First published|Published|Posted|Last updated|Updated)(?: on)?:?\s*)?(?:\|[^|]{0,30})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:Posted|Published|Written|Filed) by (?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}) (?:at|on)\b.*$", RegexOptions.CultureInvariant)]
    private static partial Regex PostedBy();

    [GeneratedRegex(@"^(?:Good (?:morning|afternoon|evening|day)|Hello|Hi|Welcome|Happy \p{Lu}\p{L}+day)\b[^.!?]{0,60}[.!,:—–-]?\s*(?:[Ii]t[’']s|[Ii]t is|[Tt]oday is|[Tt]his is\b[^.!?]{2,60}\bfor|[^.!?]{2,60}\bfor) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(?:updated|modified|last update|edited)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|said|says|say|told|due|begins?|began|starts?|opens?|died|killed|held|between|until|since|from|after|before|about|around)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Verbs();

    [GeneratedRegex(@"\b(?:period|covering|covered|reporting period|valid|deadline|until|embargo)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Period();

    [GeneratedRegex(@"\b(?:No\.?|Nr\.?|number|#) ?\d|\b(?:findings|report|bulletin|briefing|statement|communiqu[eé]|update) \d*|\bas (?:of|at)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:Issued|Filed|Released|Published|Done|Given) (?:in|at|from) (?<place>\p{Lu}[\p{L}.’' -]{1,40}?),?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    [GeneratedRegex(@"\b(?:on|at|in)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex(@"^\W*by (?:the )?(?<name>\p{Lu}[\p{L}\d’'&-]*(?: \p{Lu}[\p{L}\d’'&-]*){0,4})(?: (?:team|staff|desk|editors|newsroom|newsdesk|reporters|web desk|news desk))?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex ByTeam();

    [GeneratedRegex(@"(?:,? (?:Ltd|Inc|LLC|PLC|plc)\.?| (?:newsroom|news desk|newsdesk|online desk|web desk|staff|team|desk|reporters?|correspondent|bureau))$", RegexOptions.CultureInvariant)]
    private static partial Regex Desk();

    [GeneratedRegex(@"^\W*\d{1,2} ?min", RegexOptions.CultureInvariant)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"\s*[|·•]\s*|\s+[-–—]\s+|,\s+|(?<=\p{Ll})\.\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SegmentBreak();

    [GeneratedRegex(@"(?<=[.!?”""])\s+(?:First published|Published|Posted|Last updated|Updated|Issued|Filed)(?: on| at|:)? [^.!?]{0,20}\d[^!?]{4,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
