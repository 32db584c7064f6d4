using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Pages.Stories.Listing;

/// <summary>How far the store had come when a reader last looked at the list, kept in a cookie of his own browser: what came since is marked.</summary>
internal static class ListVisit
{
    private const string Cookie = "list";

    /// <summary>Looks that lie closer together are one visit: what is new stays marked while the page is open.</summary>
    private static readonly TimeSpan OneVisit = TimeSpan.FromMinutes(30);

    /// <param name="mark">Of the latest report by now.</param>
    /// <returns>That of the latest report at the end of the visit before this one; null where there was none.</returns>
    public static long? Note(HttpContext http, long mark, DateTimeOffset now)
    {
        // Of the end of the visit before, of the latest look, and when that was.
        string[] parts = (http.Request.Cookies[Cookie] ?? "").Split('.');
        long before = 0;
        if (parts.Length == 3 && Number(parts[0]) is { } first && Number(parts[1]) is { } latest && Number(parts[2]) is { } seconds)
            before = now.ToUnixTimeSeconds() - seconds > OneVisit.TotalSeconds ? latest : first;

        // Another store, or one that was made anew, has come less far: then nothing is known of what was seen of it.
        if (before > mark)
            before = 0;
        string value = string.Create(CultureInfo.InvariantCulture, $"{before}.{mark}.{now.ToUnixTimeSeconds()}");
        http.Response.Cookies.Append(Cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(120), Path = "/", IsEssential = true });
        return before == 0 ? null : before;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
