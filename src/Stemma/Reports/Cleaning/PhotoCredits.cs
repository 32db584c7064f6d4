using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out picture credits and the captions that end in one; an agency in them counts as credited.</summary>
internal sealed partial class PhotoCredits(AgencyTable agencies)
{
    private const int MaxCaption = 700, MaxCredit = 120;

    public void Apply(ReportDraft draft)
    {
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (line.Length > MaxCaption || Words.HasSpeech(Words.Fold(line)))
                continue;
            string? credit = Find(line);
            if (credit is null)
                continue;
            CreditAgencies(draft, credit);
            draft.Remove(i);
        }
    }

    /// <summary>The credit in a line that is one, or is a caption that ends in one; else null.</summary>
    private string? Find(string line)
    {
        if (line.Length <= MaxCredit && IsCredit(line))
            return line;
        if (Inside().Match(line) is { Success: true } inside)
            return inside.Value;
        int at = Math.Max(Math.Max(line.LastIndexOf(". ", StringComparison.Ordinal), line.LastIndexOf(") ", StringComparison.Ordinal)), line.LastIndexOf("| ", StringComparison.Ordinal));
        string last = at < 0 ? "" : line[(at + 2)..];
        return last.Length is > 0 and <= MaxCredit && (IsCredit(last) || IsNameStrokeHouse(last)) ? last : null;
    }

    private bool IsCredit(string text)
    {
        text = text.Trim().TrimEnd('.');
        if (Prefix().IsMatch(text) || File().IsMatch(text) || Agencies().IsMatch(text))
            return true;
        // "REUTERS/Jane Roe", "Jane Roe/AP", "AP/Jane Roe, pool, file": an agency, a stroke, a name.
        int stroke = text.IndexOf('/', StringComparison.Ordinal);
        if (stroke <= 0 || Words.Count(text) > 12)
            return false;
        string[] parts = text.Trim('(', ')').Split('/', ',');
        return parts.Any(p => agencies.IsKnown(p.Replace(" Photo", "", StringComparison.Ordinal).Trim()))
            && parts.All(p => Words.IsName(p.Trim(), 5) || p.Trim() is "pool" or "file" or "handout" or "via");
    }

    /// <summary>"Jane Roe/The Herald" after a caption: no known agency, but nothing else is written so.</summary>
    private static bool IsNameStrokeHouse(string text) =>
        text.Trim(' ', '|', '.').Split('/') is [var name, var house] && PersonNames.IsPerson(name) && Words.IsName(house, 4);

    private void CreditAgencies(ReportDraft draft, string credit)
    {
        foreach (string part in credit.Split(['/', ',', '(', ')', ':'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string name = part.Replace(" Photo", "", StringComparison.Ordinal).Replace("Photo by ", "", StringComparison.Ordinal);
            int via = name.IndexOf(" via ", StringComparison.Ordinal);
            foreach (string one in via < 0 ? [name] : new[] { name[..via], name[(via + 5)..] })
            {
                if (agencies.Find(one) is { } agency)
                    draft.AddAgency(agency.Name);
            }
        }
    }

    [GeneratedRegex(@"^\(?(?:Photo(?:graph|graphs|s)?|Pictures|Images|Picture|Image|Pic|Photo credit|Image credit|Picture credit|Photo source|Image source|Photo by|Picture by|Image by|Photos by|Photograph by|Video by|Credit|Illustration|Illustration by|Graphic|Graphic by|Screengrab|Screenshot|Courtesy|Courtesy of|Photo courtesy of|Image courtesy of)(?:\s*[:|/]|(?<= by| of) )\s*(?:\p{Lu}|staff|file|handout|supplied|stock|archive)(?:[^.!?]|\.(?=\S)){0,90}\)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:File|Stock|Handout|Archive|Library|Undated|Representative|Representational)(?: |-)(?:photo|picture|image|photograph|pic|footage)\b(?:[^.!?]|\.(?=\S)){0,60}$|^\(?(?:Handout|FILE|File|Supplied|Submitted|Screengrab|Screenshot)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex File();

    [GeneratedRegex(@"^(?:[\p{L}.’' /|-]{2,60}(?:/| via |\||, ))?(?:Getty Images|Getty|Alamy Stock Photo|Alamy Live News|Alamy|Shutterstock|iStock(?:photo)?|Unsplash|Pexels|Pixabay|Wikimedia Commons|Creative Commons|Adobe Stock|Depositphotos|EPA-EFE|EPA|ZUMA Press|Sipa USA|AFP via Getty Images|AFP/Getty Images|AP Photo|AP Images)(?:[/,|][\p{L}.’' /|-]{2,50})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Agencies();

    [GeneratedRegex(@"[(\[](?:(?:AP|EPA|AFP|REUTERS|Reuters|KYODO|Kyodo) (?:Photo|Images|file|FILE)[^()\[\]]{0,80}|(?:Photo|Picture|Image|Photograph|Screengrab|Credit)(?:s)?(?: by|:| courtesy of)[^()\[\]]{1,90}|(?:REUTERS|AP|AFP|EPA|Reuters|Getty Images)/[^()\[\]]{1,80}|[\p{L}.’' -]{2,50}/(?:REUTERS|Reuters|AP|AFP|EPA|Getty Images|AFP via Getty Images)[^()\[\]]{0,30})[)\]]\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
