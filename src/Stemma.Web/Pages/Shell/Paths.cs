using Stemma.Web.Pages.Stories;

namespace Stemma.Web.Pages.Shell;

/// <summary>Where everything has its page. Names are escaped, so that an outlet called "a/b?c" has one too.</summary>
public static class Paths
{
    public const string Stories = "/";
    public const string People = "/people";
    public const string Outlets = "/outlets";
    public const string Origins = "/origins";
    public const string Corrections = "/corrections";
    public const string Watches = "/watches";
    public const string Style = "/style";

    public static string Story(string story) => "/stories/" + Escape(story);

    /// <summary>One part of a story, page by page.</summary>
    public static string Part(string story, StoryPart part) => Story(story) + "/" + part.ToString().ToLowerInvariant();

    public static string Claim(string story, string claim) => Story(story) + "/claims/" + Escape(claim);

    public static string Report(string report) => "/reports/" + Escape(report);

    /// <summary>A report with one passage marked.</summary>
    public static string Passage(Text.ReportSpan at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return FormattableString.Invariant($"{Report(at.Report)}?at={at.Start}-{at.End}#at");
    }

    public static string Person(string name) => People + "/" + Escape(name);

    public static string Organisation(string name) => "/organisations/" + Escape(name);

    public static string Outlet(string name) => Outlets + "/" + Escape(name);

    public static string Origin(string name) => Origins + "/" + Escape(name);

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
