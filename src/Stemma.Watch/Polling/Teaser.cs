using System.Text.RegularExpressions;
using Stemma.Intake.Web;

namespace Stemma.Watch;

/// <summary>Tells a feed's teaser from a whole report.</summary>
/// <remarks>
/// By its length, and by how it ends. A brief of 60 words that is whole is taken for a teaser too: then its page is read, which costs one request and loses nothing, because the longer text is kept.
/// </remarks>
internal static partial class Teaser
{
    /// <summary>Words from which on a text is taken to be whole: shorter than nearly all reports, longer than nearly all descriptions.</summary>
    private const int WholeFrom = 120;

    public static bool Is(AnsweredReport item) =>
        !item.HasText || item.Report.Text.Split((char[]?)null, WholeFrom + 1, StringSplitOptions.RemoveEmptyEntries).Length < WholeFrom || BreaksOff().IsMatch(item.Report.Text);

    [GeneratedRegex(@"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\]|(?:read|continue|see|view) (?:more|on|reading|full (?:story|article))\W*)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BreaksOff();
}
