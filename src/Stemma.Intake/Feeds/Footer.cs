using System.Text.RegularExpressions;

namespace Stemma.Intake.Feeds;

/// <summary>Takes off what publishing systems put below an item in a feed: "The post ... appeared first on ...", "Continue reading ...".</summary>
internal static partial class Footer
{
    public static string Remove(string text)
    {
        text = text.TrimEnd();
        while (true)
        {
            int line = text.LastIndexOf('\n');
            if (!Below().IsMatch(text[(line + 1)..].Trim()))
                return Ellipsis().Replace(text, "");
            if (line < 0)
                return "";
            text = text[..line].TrimEnd();
        }
    }

    [GeneratedRegex(@"^(?:(?:The|This) (?:post|article|story) .{1,400} (?:appeared first|first appeared|was originally published) (?:on|in|at) .{1,100}|(?:Continue reading|Read more|Read the (?:full|whole|rest)|Keep reading|View (?:full|entire) (?:article|story)|Full (?:article|story)|Comments?)\b.{0,150})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Below();

    /// <summary>The sign of a cut at the end of a teaser.</summary>
    [GeneratedRegex(@"\s*(?:\[(?:…|\.\.\.|&hellip;)\]|\(more…\))$", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();
}
