using System.Collections.Frozen;

namespace Stemma.Intake.Pages;

/// <summary>The web's common words, in class names and ids, for what stands around an article and what holds it.</summary>
internal static class NoiseWords
{
    /// <summary>A longer list of names was made by a machine.</summary>
    private const int MaxNames = 200;

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

    /// <summary>Words that mark what readers wrote.</summary>
    private static readonly FrozenSet<string> Readers = FrozenSet.ToFrozenSet(["comment", "comments", "commentlist", "commentsection", "disqus", "livefyre"], StringComparer.Ordinal);

    /// <summary>Words that mark a small box as none of the article's beyond doubt.</summary>
    private static readonly FrozenSet<string> Boxes = FrozenSet.ToFrozenSet(
        [
            "ad", "ads", "advert", "adverts", "advertisement", "adslot", "adsense", "dfp", "sponsored", "outbrain", "taboola", "zergnet", "newsletter", "newsletters", "cookie", "cookies", "consent",
            "gdpr", "onetrust", "addthis", "addtoany", "sharebar", "sharetools", "breadcrumb", "breadcrumbs", "navbar", "megamenu", "paywall", "regwall",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words = Index();

    public const int Noise = 1, Article = 2, Never = 4, Comment = 8, Box = 16;

    /// <returns><see cref="Noise"/>, <see cref="Article"/>, <see cref="Never"/>, <see cref="Comment"/> and <see cref="Box"/>, added up.</returns>
    public static int Of(ReadOnlySpan<char> names)
    {
        if (names.IsEmpty || names.Length > MaxNames)
            return 0;
        int found = 0, previous = 0, start = 0;
        // Two neighbouring words with a space between, in small letters.
        Span<char> buffer = stackalloc char[(2 * MaxNames) + 2];
        for (int i = 0; i <= names.Length; i++)
        {
            bool letter = i < names.Length && char.IsLetter(names[i]);
            if (letter && !(char.IsUpper(names[i]) && i > start && char.IsLower(names[i - 1])))
                continue;
            if (i > start)
            {
                int at = previous == 0 ? 0 : previous + 1;
                if (previous > 0)
                    buffer[previous] = ' ';
                names[start..i].ToLowerInvariant(buffer[at..]);
                Span<char> word = buffer.Slice(at, i - start);
                found |= words.GetValueOrDefault(word) | (previous > 0 ? words.GetValueOrDefault(buffer[..(at + word.Length)]) : 0);
                word.CopyTo(buffer);
                previous = word.Length;
            }

            if (i < names.Length && char.IsWhiteSpace(names[i]))
                previous = 0;
            start = letter ? i : i + 1;
        }

        return found;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Index()
    {
        Dictionary<string, int> index = [];
        foreach ((FrozenSet<string> set, int kind) in (ReadOnlySpan<(FrozenSet<string>, int)>)[(Alone, Noise), (Together, Noise), (Content, Article), (Always, Never), (Readers, Comment), (Boxes, Box)])
        {
            foreach (string word in set)
                index[word] = index.GetValueOrDefault(word) | kind;
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static int GetValueOrDefault(this FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> index, ReadOnlySpan<char> word) =>
        index.TryGetValue(word, out int kind) ? kind : 0;
}
