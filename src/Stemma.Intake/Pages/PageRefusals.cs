using System.Text.RegularExpressions;

namespace Stemma.Intake.Pages;

/// <summary>Tells pages that stand where an article was asked for and are none: errors, walls of consent and sign-in, checks for robots.</summary>
/// <remarks>Asked only of pages with little text: an article about a wall is not one.</remarks>
internal static partial class PageRefusals
{
    /// <summary>Longest text, in characters, that may be no more than such a page's own words.</summary>
    private const int MaxText = 1500;

    /// <returns>Why the page is no report; null: nothing speaks against it.</returns>
    public static string? Reason(string? title, string text)
    {
        if (text.Length > MaxText)
            return null;
        if (title is not null && ErrorTitle().IsMatch(title) && (text.Length < MaxText / 3 || ErrorText().IsMatch(text)))
            return $"an error page: \"{title}\"";
        if (RobotText().IsMatch(text) || (title is not null && RobotTitle().IsMatch(title)))
            return "a check for robots, not the article behind it";
        return Signs(ConsentText(), text) >= 2 ? "a consent wall, not the article behind it" : null;
    }

    private static int Signs(Regex sign, string text)
    {
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (ValueMatch match in sign.EnumerateMatches(text))
            found.Add(text.Substring(match.Index, match.Length));
        // Several of them in few words; a report on cookies has more to say.
        return found.Count * 300 >= text.Length ? found.Count : 0;
    }

    [GeneratedRegex(@"^\W*(?:error\W*)?(?:40[0134]|410|429|451|50[0234])\b(?! (?:people|jobs|dead|homes|years|miles))|\b(?:page|file|article|story) (?:(?:was |could )?not (?:be )?found|no longer (?:exists|available)|unavailable)|^\W*(?:access denied|forbidden|not found|bad gateway|service unavailable|gateway time-?out|internal server error|too many requests|temporarily unavailable|oops)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorTitle();

    [GeneratedRegex(@"\b(?:page|article|address|url|link|resource|server)\b.{0,80}\b(?:not (?:be )?found|(?:does not|doesn[’']t|no longer) exist|moved|removed|unavailable|denied|forbidden|broken|error)|don[’']t have permission|you requested", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorText();

    [GeneratedRegex(@"\b(?:verify|confirm|prove|checking|make sure)\b.{0,40}\b(?:not a (?:ro)?bot|human|browser before)|complete the captcha|unusual (?:traffic|activity) from your", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RobotText();

    [GeneratedRegex(@"^\W*(?:just a moment|attention required|are you a (?:ro)?bot|security check|human verification|pardon our interruption)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RobotTitle();

    [GeneratedRegex(@"\b(?:use|uses|using|set|store|accept|manage|reject|allow) (?:all |our |only )?cookies\b|\bcookies? (?:policy|settings|preferences|consent)\b|\byour (?:privacy|consent|choices|personal data)\b|\bour partners\b|\b(?:accept|agree to) all\b|\bi (?:agree|accept)\b|\blegitimate interests?\b|\bprivacy policy\b|\bbefore you continue\b|\bpersonali[sz]ed (?:ads|advertising|content)\b|\bwithdraw your consent\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConsentText();
}
