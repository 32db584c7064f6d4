using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Web.Pages.Delivery;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Serving;

/// <summary>A page without anything but words: for what has to be said before, or instead of, the real pages. It wears their dress and leads nowhere that needs the store.</summary>
internal static class PlainPage
{
    /// <param name="body">HTML, safe already.</param>
    /// <param name="status">Said above the title; null: nothing went wrong.</param>
    /// <param name="retry">Seconds after which the browser asks again by itself; 0: never.</param>
    public static string Of(HttpContext context, string title, string body, int? status = null, int retry = 0)
    {
        string head = HtmlEncoder.Default.Encode(title);
        string? theme = ThemeChoice.Of(context);
        string again = retry > 0 ? string.Create(CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{retry}\">") : "";
        AssetLibrary assets = context.RequestServices.GetRequiredService<AssetLibrary>();
        return $"""
            <!DOCTYPE html>
            <html lang="en"{(theme is null ? "" : $" data-theme=\"{theme}\"")}>
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="{theme ?? "light dark"}">{again}<title>{head} · Stemma</title><link rel="icon" type="image/svg+xml" href="{assets.PathOf("icon.svg")}"><link rel="stylesheet" href="{assets.PathOf("site.css")}"></head>
            <body><header class="top"><span class="mark"><img src="{assets.PathOf("icon.svg")}" alt="" width="22" height="22">Stemma</span></header><main><div class="state">{(status is { } code ? $"<p class=\"state-code\">{code}</p>" : "")}<h1>{head}</h1>{body}</div></main></body>
            </html>

            """;
    }
}
