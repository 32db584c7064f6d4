using Microsoft.AspNetCore.Http;
using Stemma.Web.Serving;

namespace Stemma.Web.Pages.Shell;

/// <summary>Light, dark, or as the reader's system has it: kept in a cookie, so that it holds without script and from the first byte.</summary>
internal static class ThemeChoice
{
    public const string Cookie = "theme";

    /// <returns>"light" or "dark"; null: as the system has it.</returns>
    public static string? Of(HttpContext http) => http.Request.Cookies[Cookie] is "light" or "dark" ? http.Request.Cookies[Cookie] : null;

    /// <summary>Keeps a choice and leads back to the page it was made on.</summary>
    /// <param name="back">A path of this server; anything else leads to the first page.</param>
    public static IResult Choose(HttpContext http, string? theme, string? back)
    {
        if (theme is "light" or "dark")
            http.Response.Cookies.Append(Cookie, theme, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), Path = "/", IsEssential = true });
        else
            http.Response.Cookies.Delete(Cookie);
        return Results.LocalRedirect(SignInRoutes.Local(back));
    }
}
