using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Tells the names of bodies that issue statements: ministries, banks, courts, unions.</summary>
internal static partial class BodyNames
{
    private const int MaxWords = 10;

    /// <summary>Whether the line is such a name and nothing else: "MINISTRY OF HEALTH OF NORLAND", "Harbour Rescue Service".</summary>
    public static bool IsBody(string line) =>
        line.Length <= 90 && Words.IsName(Words.NameCase(line).Replace("The ", "", StringComparison.Ordinal), MaxWords) && Noun().IsMatch(Words.NameCase(line));

    /// <summary>The body that a title says the text is by: "Statement by the Central Bank of Norland". Null for a person's.</summary>
    public static string? IssuerIn(string title) =>
        Statement().Match(title) is { Success: true } statement && IsBody(statement.Groups["who"].Value) ? statement.Groups["who"].Value : null;

    // The noun ends the name, or "of" and the like follow it: in a headline a verb does.
    [GeneratedRegex(@"^(?:The )?(?:\p{Lu}[\p{L}’'-]* ){0,5}(?:Ministry|Office|Department|Agency|Authority|Service|Services|Commission|Council|Bank|Police|Committee|Court|Board|Union|Party|Association|Institute|Centre|Center|University|Hospital|Government|Foundation|Federation|Company|Group|Secretariat|Embassy|Bureau|Directorate|Corps|Command|Mission|Administration|Inspectorate|Prosecutor|Municipality|Parliament|Assembly|Society|Trust|Brigade|Coastguard|Army|Navy|Organisation|Organization|Chamber|Confederation|Alliance|Movement|Front|Network|Fund|Laboratory|Observatory|Registry|Tribunal|Ombudsman)(?: (?:of|for|on|in|and) .+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?:Joint |Press |Public |Official )?(?:Statement|Communiqu[eé]|Declaration|Notice|Announcement|Message|Press release) (?:by|of|from) (?:the )?(?<who>\p{Lu}[\p{L}’' -]{3,80}?)(?:,| on | about | concerning | regarding |:|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
