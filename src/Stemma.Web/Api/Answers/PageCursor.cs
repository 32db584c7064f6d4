using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Stemma.Web.Api;

/// <summary>Where a page of a list begins, in a form that callers have no reason to take apart.</summary>
internal static class PageCursor
{
    private const string Mark = "1:";

    public static string Write(string place) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(Mark + place));

    /// <returns>Null where it is no cursor.</returns>
    public static string? Read(string cursor)
    {
        try
        {
            string text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
            return text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
