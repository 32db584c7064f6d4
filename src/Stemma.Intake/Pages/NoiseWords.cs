using System.Collections.Frozen;

namespace Stemma.Intake.Pages;

/// <summary>The web's common words, in class names and ids, for what stands around an article and what holds it.</summary>
internal static class NoiseWords
{
    /// <summary>Words that each alone mark a part as none of the article's own.</summary>
    private static readonly FrozenSet<string> Alone = FrozenSet.ToFrozenSet(
        [
            "ad", "ads", "advert", "adverts", "advertisement", "advertising", "advertorial", "adslot", "adsense", "dfp", "sponsor", "sponsored", "promo", "promos", "promotion",
            "related", "relatedposts", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "readmore", "morefrom", "outbrain", "taboola", "zergnet",
            "share", "sharing", "sharebar", "sharetools", "social", "sociable", "addthis", "addtoany", "newsletter", "signup", "subscribe", "subscription", "optin", "mailchimp",
            "cookie", "cookies", "consent", "gdpr", "onetrust", "comment", "comments", "commentlist", "respond", "disqus", "livefyre", "discussion",
            "breadcrumb", "breadcrumbs", "nav", "navigation", "navbar", "menu", "submenu", "megamenu", "masthead", "footer", "colophon", "sidebar", "sidenav",
            "popular", "trending", "mostread", "mostpopular", "ticker", "donate", "donation", "fundraising", "tagcloud", "taglist", "pagination", "pager", "pagenav",
            "caption", "figcaption", "imagecaption", "toolbar", "login", "signin", "register", "modal", "popup", "lightbox", "overlay", "dialog", "toast",
            "skip", "skiplink", "sr", "visuallyhidden", "screenreader", "offscreen", "noprint", "printonly", "copyright", "disclaimer", "poll", "quiz", "survey",
            "authorbio", "authorbox", "bio", "widget", "widgets", "carousel", "slider", "slideshow", "gallery", "teaser", "teasers", "crosslink", "backtotop", "reactions", "ratings",
        ],
        StringComparer.Ordinal);

    /// <summary>Pairs of neighbouring words that do so together.</summary>
    private static readonly FrozenSet<string> Together = FrozenSet.ToFrozenSet(
        [
            "most read", "most popular", "most viewed", "read more", "read next", "see also", "also like", "more stories", "more news", "more from", "top stories", "latest news",
            "author bio", "author box", "about author", "author info", "post tags", "entry tags", "article tags", "tag list", "tags list", "cat links", "tags links", "entry footer", "post footer",
            "article footer", "up next", "next post", "prev post", "post navigation", "photo credit", "image credit", "img credit", "wp caption", "caption text", "sign up", "log in", "pull quote",
            "follow us", "site header", "page header", "site footer", "page footer", "global header", "post meta", "entry meta", "article meta", "read time", "reading time", "support us", "email form",
        ],
        StringComparer.Ordinal);

    /// <summary>Words that mark the article's own text.</summary>
    private static readonly FrozenSet<string> Content = FrozenSet.ToFrozenSet(
        [
            "articlebody", "articletext", "articlecontent", "storybody", "storytext", "storycontent", "entrycontent", "postcontent", "postbody", "maincontent", "bodytext", "bodycopy",
            "article body", "article text", "article content", "article copy", "story body", "story text", "story content", "entry content", "post content", "post body", "body content",
            "body text", "body copy", "content body", "news text", "rich text", "page content", "main content", "single content", "td post",
        ],
        StringComparer.Ordinal);

    /// <summary>Words that no article's own box bears, however much it holds: long comment threads, endless lists.</summary>
    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet(
        [
            "comments", "commentlist", "disqus", "livefyre", "related", "relatedposts", "recommended", "recommendations", "recirc", "recirculation", "outbrain", "taboola", "cookie", "cookies",
            "navigation", "breadcrumbs", "footer",
        ],
        StringComparer.Ordinal);

    public static bool IsAlwaysNoise(string? classes, string? id) => Any(classes, Always, FrozenSet<string>.Empty) || Any(id, Always, FrozenSet<string>.Empty);

    public static bool IsNoise(string? classes, string? id) => Any(classes, Alone, Together) || Any(id, Alone, Together);

    public static bool IsContent(string? classes, string? id) => Any(classes, Content, Content) || Any(id, Content, Content);

    private static bool Any(string? names, FrozenSet<string> alone, FrozenSet<string> together)
    {
        if (string.IsNullOrEmpty(names))
            return false;
        foreach (string name in names.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            string previous = "";
            foreach (string word in Words(name))
            {
                if (alone.Contains(word) || (previous.Length > 0 && together.Contains(previous + " " + word)))
                    return true;
                previous = word;
            }
        }

        return false;
    }

    /// <summary>"relatedStories__box-2" as related, stories, box.</summary>
    private static IEnumerable<string> Words(string name)
    {
        if (name.Length > 200)
            yield break; // generated, not named
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && i > 0 && char.IsLower(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                yield return name[start..i].ToLowerInvariant();
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
    }
}
