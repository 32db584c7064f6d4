using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Names that a site gives itself where it speaks to its readers.</summary>
internal static partial class SiteNames
{
    /// <summary>"keeps The Valley Sun open", "support The Valley Sun today", "The Valley Sun will bring you more".</summary>
    public static void FromAppeal(ReportDraft draft, string line)
    {
        if (line.Length > 600)
            return;
        Match match = Kept().Match(line);
        if (!match.Success)
            match = Brings().Match(line);
        if (match.Success)
            draft.Hint(OutletTrust.Appeal, match.Groups["name"].Value);
    }

    [GeneratedRegex(@"\b(?:keeps?|helps? keep|supports?|supporting|read|reading|subscribe to|follow)\s+(?<name>(?:[Tt]he )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4})(?= open| going| free| alive| running| independent| today| on | by | and |[.,!])", RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    [GeneratedRegex(@"^(?<name>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}) will (?:bring you|keep you|update)", RegexOptions.CultureInvariant)]
    private static partial Regex Brings();
}
