namespace Stemma.Intake.Pages;

/// <summary>The line under a headline that says in a sentence what the article tells: the deck, standfirst or subheadline.</summary>
/// <remarks>It stands between headline and body and is named so, or is what the page's head gives as its description. It is no part of the body.</remarks>
internal static class Decks
{
    /// <summary>In characters.</summary>
    private const int Shortest = 25, Longest = 400;

    /// <summary>How far above a block its name may stand.</summary>
    private const int Reach = 3;

    /// <param name="chosen">Which blocks are the body; a deck that was taken for its first paragraph is taken out.</param>
    public static string? Of(PageTree tree, IReadOnlyList<PageBlock> blocks, bool[] chosen, PageMetadata page)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true);
        for (int i = 0; i <= first && i < last; i++)
        {
            string text = blocks[i].Text;
            if (text.Length is < Shortest or > Longest || blocks[i].LinkShare > 0.5 || text == page.Headline)
                continue;
            // The head's description may be the first paragraph itself: in the body only a heading's words are no paragraph.
            bool described = page.Description is { } description && string.Equals(description.Trim(), text, StringComparison.OrdinalIgnoreCase)
                && (i < first || tree[blocks[i].Holder].Tag is Tag.H2 or Tag.H3 or Tag.H4);
            if (!IsNamed(tree, blocks[i].Holder) && !described)
                continue;
            chosen[i] = false;
            return text;
        }

        return null;
    }

    private static bool IsNamed(PageTree tree, int node)
    {
        for (int at = node, steps = 0; at > 0 && steps < Reach; at = tree[at].Parent, steps++)
        {
            if (Names(tree.Attribute(at, "class")) || Names(tree.Attribute(at, "id")) || Names(tree.Attribute(at, "itemprop")))
                return true;
        }

        return false;
    }

    private static bool Names(ReadOnlySpan<char> names)
    {
        foreach (string word in (ReadOnlySpan<string>)["deck", "standfirst", "subtitle", "sub-title", "subheadline", "sub-headline", "subhed", "article-summary", "article-intro", "alternativeheadline"])
        {
            if (names.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
