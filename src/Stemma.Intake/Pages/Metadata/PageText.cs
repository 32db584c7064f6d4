namespace Stemma.Intake.Pages;

/// <summary>Small repairs of what a page states in one line.</summary>
internal static class PageText
{
    /// <summary>White space collapsed; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        text = text is null ? null : string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>As <see cref="Clean"/>, for a line that content systems encode twice or fill with tags.</summary>
    public static string? Line(string? text)
    {
        if (text is null)
            return null;
        if (text.Contains('&', StringComparison.Ordinal))
            text = References.Resolve(text);
        if (text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal))
            text = WithoutTags(text);
        return Clean(text);
    }

    /// <summary>An absolute address of the web, or null.</summary>
    public static string? Address(string? text, Uri? page = null)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 4096)
            return null;
        bool made = page is null ? Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) : Uri.TryCreate(page, text, out uri);
        return made && (uri!.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
    }

    private static string WithoutTags(string text)
    {
        System.Text.StringBuilder bare = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('<', at);
            int close = open < 0 ? -1 : text.IndexOf('>', open);
            bool isTag = close > open + 1 && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] == '/');
            if (!isTag)
            {
                int end = open < 0 ? text.Length : open + 1;
                bare.Append(text, at, end - at);
                at = end;
                continue;
            }

            bare.Append(text, at, open - at).Append(' ');
            at = close + 1;
        }

        return bare.ToString();
    }
}
