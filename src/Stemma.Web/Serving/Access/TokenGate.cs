using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>Lets through who shows the token: programs in <c>Authorization</c>, browsers in a cookie that signing in has set.</summary>
/// <remarks>The cookie does not hold the token: it is a time and a seal on it that only who knows the token can make. So nothing is kept, and another token ends all sessions.</remarks>
internal sealed class TokenGate(ServeOptions options, TimeProvider time)
{
    public const string Cookie = "stemma_session";

    private static readonly TimeSpan Session = TimeSpan.FromHours(12);

    private readonly byte[]? token = options.Token is { } text ? Digest(text) : null;
    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Token ?? ""), "stemma session"u8);

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (token is null || IsOpen(context.Request.Path) || IsKnown(context.Request))
        {
            await next(context);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && Wants.Page(context.Request))
            context.Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.ToString()));
        else
            await ProblemWriter.WriteAsync(context, Problem.TokenNeeded, "Send it as 'Authorization: Bearer TOKEN', or sign in at /sign-in.");
    }

    /// <summary>Whether it is the token; takes as long whatever is wrong with it.</summary>
    public bool IsToken(string? shown) => token is not null && shown is not null && CryptographicOperations.FixedTimeEquals(Digest(shown), token);

    /// <summary>Starts a session.</summary>
    public void Admit(HttpContext context)
    {
        string until = (time.GetUtcNow() + Session).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Cookie, until + "." + Seal(until), CookieFor(context, Session));
    }

    public static void Dismiss(HttpContext context) => context.Response.Cookies.Delete(Cookie, CookieFor(context, null));

    private static CookieOptions CookieFor(HttpContext context, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = age, IsEssential = true };

    private bool IsKnown(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
            return authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && IsToken(authorization["Bearer ".Length..].Trim());
        if (request.Cookies[Cookie] is not { } cookie || cookie.Split('.') is not [var until, var seal])
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(until)))
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out long end)
            && time.GetUtcNow().ToUnixTimeSeconds() < end;
    }

    private static bool IsOpen(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase);

    private string Seal(string until) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(until)));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
