namespace Stemma.Briefs.Rendering;

/// <summary>Which addresses of a report may become links.</summary>
internal static class SafeUrl
{
    /// <returns>The address in its canonical form, or null for anything but http and https: <c>javascript:</c>, <c>data:</c>, relative ones.</returns>
    public static string? Of(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;
}
