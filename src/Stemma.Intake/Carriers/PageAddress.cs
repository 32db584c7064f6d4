namespace Stemma.Intake.Carriers;

/// <summary>Where a reader finds a page: the address that it calls its canonical one, if that can be believed.</summary>
internal static class PageAddress
{
    /// <summary>Hosts that serve other people's pages, so that the page's own word on its address is the better one.</summary>
    private static readonly string[] Caches = [".cdn.ampproject.org", ".ampproject.net", "web.archive.org", "webcache.googleusercontent.com"];

    /// <param name="canonical">What the page says; null: nothing.</param>
    /// <param name="fetched">The address that answered; null: a file, and the page's word is all there is.</param>
    /// <remarks>A page may not pass itself off as another house's: its word counts within one registered name only, by the last two labels of the host.
    /// Misses co.uk and its like, where the last two are a registry's: there a page may name any neighbour.</remarks>
    public static string? Choose(string? canonical, string? fetched)
    {
        if (fetched is null || canonical is null)
            return canonical ?? fetched;
        if (!IsWeb(canonical, out Uri? named) || !IsWeb(fetched, out Uri? real))
            return fetched;
        bool cached = Array.Exists(Caches, c => real.Host.EndsWith(c, StringComparison.OrdinalIgnoreCase));
        // A canonical address that is only the front page is a template's mistake.
        bool front = named.AbsolutePath == "/" && real.AbsolutePath != "/" && named.Query.Length == 0;
        return !front && (cached || string.Equals(House(named.Host), House(real.Host), StringComparison.OrdinalIgnoreCase)) ? canonical : fetched;
    }

    private static bool IsWeb(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static string House(string host)
    {
        int dot = host.LastIndexOf('.');
        int before = dot > 0 ? host.LastIndexOf('.', dot - 1) : -1;
        return before < 0 || char.IsAsciiDigit(host[^1]) ? host : host[(before + 1)..];
    }
}
