using System.Globalization;
using System.Text.Encodings.Web;

namespace Stemma.Web.Serving;

/// <summary>A page without anything but words: for what has to be said before, or instead of, the real pages.</summary>
internal static class PlainPage
{
    /// <param name="body">HTML, safe already.</param>
    /// <param name="retry">Seconds after which the browser asks again by itself; 0: never.</param>
    public static string Of(string title, string body, int retry = 0)
    {
        string head = HtmlEncoder.Default.Encode(title);
        string again = retry > 0 ? string.Create(CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{retry}\">") : "";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">{again}<title>{head} · Stemma</title></head>
            <body><main><h1>{head}</h1>{body}</main></body>
            </html>

            """;
    }
}
