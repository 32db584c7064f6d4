using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Stemma.Reports;
using Stemma.Web.Pages.Parts;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;
using Sourcing = Stemma.Briefs.Rendering.Sourcing;

namespace Stemma.Web.Pages.Stories;

/// <summary>When a reader last looked at a story, kept in a cookie of his own browser that is sent with this story alone.</summary>
internal static class LastVisit
{
    private const string Cookie = "seen";

    /// <summary>Looks that lie closer together are one visit.</summary>
    private static readonly TimeSpan OneVisit = TimeSpan.FromMinutes(30);

    /// <returns>The end of the visit before this one; null where there was none.</returns>
    public static DateTimeOffset? Note(HttpContext http, string story, DateTimeOffset now)
    {
        // Two times: the end of the visit before, and the latest look of this one.
        string[] parts = (http.Request.Cookies[Cookie] ?? "").Split('.');
        DateTimeOffset? before = Time(parts[0], now), latest = parts.Length > 1 ? Time(parts[1], now) : null;
        if (latest is { } look && now - look > OneVisit)
            before = look;
        string value = string.Create(CultureInfo.InvariantCulture, $"{before?.ToUnixTimeSeconds() ?? 0}.{now.ToUnixTimeSeconds()}");
        http.Response.Cookies.Append(Cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(120), Path = Paths.Story(story), IsEssential = true });
        return before;
    }

    /// <summary>What a reader is told of it, as HTML: how many reports came since, with the way to what they changed. Empty for a first visit, and where another time is looked at.</summary>
    public static string Told(DateTimeOffset? visit, PageStory page, StoryAsked asked)
    {
        if (visit is not { } last || asked.AsOf is not null || asked.Since is not null)
            return "";
        int fresh = page.Story.Reports.Count(r => r.Published?.SortKey > last);
        string when = Moments.Of(last);
        if (fresh == 0)
            return $"<p class=\"note visit no-print\">Nothing published since your last visit, {when}.</p>";
        string link = HtmlEncoder.Default.Encode((asked with { Since = new ReportTime(last) }).Link("changed"));
        return $"<p class=\"note visit no-print\"><a href=\"{link}\">{Sourcing.Count(fresh, "report")} since your last visit</a>, {when}</p>";
    }

    private static DateTimeOffset? Time(string text, DateTimeOffset now) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds > 0 && seconds <= now.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
