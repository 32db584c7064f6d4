using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>The article of a page, blocks parted by blank lines, and the related stories that the page points to.</summary>
internal sealed record PageContent(string Text, ImmutableArray<RelatedLink> Links)
{
    /// <summary>See <see cref="Decks"/>; null where the page has none.</summary>
    public string? Deck { get; init; }

    /// <summary>Short blocks between the headline and the text that are no part of the text.</summary>
    public ImmutableArray<string> HeadLines { get; init; } = [];

    /// <summary>Words of a link's text from which it reads as a headline.</summary>
    private const int MinWords = 3;

    private const int MaxTitle = 200;

    /// <summary>Most blocks between a headline and its text, and the characters of the longest that may be a byline.</summary>
    private const int MaxHeadLines = 12, MaxHeadLine = 220;

    public static PageContent Of(PageTree tree, IReadOnlyList<PageBlock> blocks, bool[] chosen, Uri? start, int maxLinks)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true);
        if (first < 0)
            return new PageContent("", []);
        List<RelatedLink> links = [];
        HashSet<string> titles = new(StringComparer.Ordinal);
        for (int i = first; i <= last && links.Count < maxLinks; i++)
            AddLink(links, titles, blocks[i], chosen[i], start);
        // What a page names as related stands below the article as well.
        for (int i = last + 1; i < blocks.Count && links.Count < maxLinks; i++)
        {
            if (IsRelated(tree, blocks[i].Holder))
                AddLink(links, titles, blocks[i], false, start);
        }

        return new PageContent(string.Join("\n\n", blocks.Where((_, i) => chosen[i]).Select(b => b.Text)), [.. links]);
    }

    /// <summary>What stands between the headline and the first chosen block; empty where no headline stands above it.</summary>
    public static ImmutableArray<string> HeadLinesOf(IReadOnlyList<PageBlock> blocks, bool[] chosen, string? headline)
    {
        int first = Array.IndexOf(chosen, true);
        int title = first - 1;
        while (title >= 0 && title >= first - MaxHeadLines - 1 && !string.Equals(blocks[title].Text, headline, StringComparison.OrdinalIgnoreCase))
            title--;
        if (title < 0 || title < first - MaxHeadLines - 1)
            return [];
        return [.. blocks.Skip(title + 1).Take(first - title - 1).Select(b => b.Text).Where(t => t.Length <= MaxHeadLine)];
    }

    private static void AddLink(List<RelatedLink> links, HashSet<string> titles, PageBlock block, bool chosen, Uri? start)
    {
        if (chosen || block.LinkShare < 0.6)
            return;
        foreach ((int from, int length, string? target) in block.Anchors)
        {
            // "READ MORE: How it was built" is told whole; of several in a row each by itself.
            string text = block.Anchors.Count == 1 ? block.Text : block.Text.Substring(from, Math.Min(length, block.Text.Length - from)).Trim();
            bool isTitle = text.Length is > 0 and < MaxTitle && text.AsSpan().Count(' ') >= MinWords - 1;
            if (isTitle && PageText.Address(target, start) is { } address && titles.Add(text))
                links.Add(new RelatedLink(text, address));
        }
    }

    private static bool IsRelated(PageTree tree, int node)
    {
        for (int at = node, steps = 0; at > 0 && steps < 6; at = tree[at].Parent, steps++)
        {
            if (Named(tree.Attribute(at, "class")) || Named(tree.Attribute(at, "id")))
                return true;
        }

        return false;
    }

    private static bool Named(ReadOnlySpan<char> names) =>
        names.Contains("relat", StringComparison.OrdinalIgnoreCase) || names.Contains("readmore", StringComparison.OrdinalIgnoreCase) || names.Contains("read-more", StringComparison.OrdinalIgnoreCase)
        || names.Contains("also", StringComparison.OrdinalIgnoreCase);
}
