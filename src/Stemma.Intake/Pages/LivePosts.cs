using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>The posts of a live blog, one report each: from its linked data (<c>LiveBlogPosting</c>), else from boxes of one kind that each bear a time.</summary>
internal static class LivePosts
{
    /// <summary>Fewer boxes with times are no live blog but an article and its neighbours.</summary>
    private const int MinPosts = 3;

    private const int MaxPosts = 1000;

    /// <summary>Letters of running text that a post has.</summary>
    private const int MinText = 40;

    /// <param name="whole">The page as one report; each post takes outlet, language and, where it has none of its own, authors from it.</param>
    /// <returns>In order of the page; empty where it is no live blog.</returns>
    public static IReadOnlyList<RawReport> Of(PageTree tree, PageMetadata page, IReadOnlyList<PageBlock> blocks, RawReport whole)
    {
        List<Post> posts = FromLinkedData(page);
        if (posts.Count < 2)
            posts = IsLive(page, tree) ? FromBoxes(tree, page, blocks) : [];
        return [.. posts.Select((post, i) => whole with
        {
            Input = $"{whole.Input}#{i + 1}",
            Url = post.Url ?? whole.Url,
            Headline = post.Headline ?? whole.Headline,
            Published = post.Published ?? whole.Published,
            Updated = post.Published is null ? whole.Updated : null,
            Authors = post.Authors.Count > 0 ? [.. post.Authors] : whole.Authors,
            Links = [],
            Text = post.Text,
        })];
    }

    private static List<Post> FromLinkedData(PageMetadata page)
    {
        List<Post> posts = [];
        foreach (LinkedData data in page.Posts)
        {
            string text = PageReader.Plain(data.Body ?? "");
            if (text.Length >= MinText)
                posts.Add(new Post(data.Headline, text, data.Published ?? data.Updated, data.Url, data.Authors));
        }

        return posts;
    }

    /// <summary>Whether the page calls itself live: without that word, boxes with times may be a list of stories.</summary>
    private static bool IsLive(PageMetadata page, PageTree tree)
    {
        if (page.IsLiveBlog)
            return true;
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree[i].Tag == Tag.Text || tree[i].Attributes == 0)
                continue;
            if (tree.Attribute(i, "itemtype").Contains("LiveBlogPosting", StringComparison.OrdinalIgnoreCase) || IsNamedLive(tree.Attribute(i, "class")) || IsNamedLive(tree.Attribute(i, "id")))
                return true;
        }

        return false;
    }

    private static bool IsNamedLive(ReadOnlySpan<char> names) =>
        names.Contains("liveblog", StringComparison.OrdinalIgnoreCase) || names.Contains("live-blog", StringComparison.OrdinalIgnoreCase) || names.Contains("live_blog", StringComparison.OrdinalIgnoreCase);

    private static List<Post> FromBoxes(PageTree tree, PageMetadata page, IReadOnlyList<PageBlock> blocks)
    {
        // By parent and kind: boxes that stand side by side, each with a time and with words.
        Dictionary<(int Parent, Tag Tag, ulong Classes), List<int>> rows = [];
        for (int i = 1; i < tree.Count; i++)
        {
            if (tree[i].Tag is Tag.Article or Tag.Section or Tag.Div or Tag.Li && HasTime(tree, i))
            {
                (int, Tag, ulong) key = (tree[i].Parent, tree[i].Tag, Stemma.Text.StableHash.Of(tree.Attribute(i, "class")));
                if (!rows.TryGetValue(key, out List<int>? row))
                    rows[key] = row = [];
                row.Add(i);
            }
        }

        List<Post> best = [];
        foreach (List<int> row in rows.Values.Where(r => r.Count >= MinPosts))
        {
            List<Post> posts = [.. row.Take(MaxPosts).Select(box => Read(tree, box, blocks, page)).OfType<Post>()];
            if (posts.Count >= MinPosts && posts.Sum(p => p.Text.Length) > best.Sum(p => p.Text.Length))
                best = posts;
        }

        return best;
    }

    /// <summary>A time within reach of the box's beginning.</summary>
    private static bool HasTime(PageTree tree, int box) => tree.Find(Tag.Time, box, Math.Min(tree[box].End, box + 40)) >= 0;

    private static Post? Read(PageTree tree, int box, IReadOnlyList<PageBlock> blocks, PageMetadata page)
    {
        int time = tree.Find(Tag.Time, box, tree[box].End);
        string? headline = null;
        List<string> text = [];
        foreach (PageBlock block in blocks)
        {
            if (!tree.IsBelow(block.Holder, box) || tree.IsBelow(time, block.Holder))
                continue;
            if (headline is null && text.Count == 0 && Tags.IsHeading(tree[block.Holder].Tag))
                headline = block.Text;
            else if (tree[block.Holder].Tag is Tag.P or Tag.Li or Tag.BlockQuote or Tag.Div && block.LinkShare < 0.8 && (block.Words > 6 || block.IsParagraph))
                text.Add(block.Text);
        }

        string whole = string.Join("\n\n", text);
        if (whole.Length < MinText)
            return null;
        ReportTime? published = PageTime.Read(tree.Value(time, "datetime"));
        string? id = tree.Value(box, "id");
        string? url = id is null || page.Url is null ? null : PageText.Address(page.Url + "#" + id);
        return new Post(headline, whole, published, url, []);
    }

    private sealed record Post(string? Headline, string Text, ReportTime? Published, string? Url, IReadOnlyList<string> Authors);
}
