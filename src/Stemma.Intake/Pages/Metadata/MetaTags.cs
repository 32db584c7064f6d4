
namespace Stemma.Intake.Pages;

/// <summary>What a page says in its <c>meta</c> and <c>link</c> elements: Open Graph, Twitter, Dublin Core, Parsely and the others' names.</summary>
internal sealed class MetaTags
{
    private const int MaxNames = 500;

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private MetaTags()
    {
    }

    /// <summary>Where the page stands by its own word, as it has it; null: not said.</summary>
    public string? Canonical { get; private set; }

    /// <summary>The full page that an AMP page is a copy of.</summary>
    public bool IsAmp { get; private set; }

    /// <summary>What relative addresses start from, where the page says so.</summary>
    public string? Base { get; private set; }

    public string? Language { get; private set; }

    public string? Title { get; private set; }

    public static MetaTags Of(PageTree tree)
    {
        MetaTags tags = new()
        {
            Language = PageText.Clean(tree.Value(0, "lang")) ?? PageText.Clean(tree.Value(0, "xml:lang")),
            IsAmp = tree.Has(0, "amp") || tree.Has(0, "⚡"),
        };
        for (int i = 0; i < tree.Count; i++)
        {
            switch (tree[i].Tag)
            {
                case Tag.Meta:
                    tags.AddMeta(tree, i);
                    break;
                case Tag.Link when tree.Attribute(i, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    tags.Canonical ??= PageText.Clean(tree.Value(i, "href"));
                    break;
                case Tag.Base:
                    tags.Base ??= PageText.Clean(tree.Value(i, "href"));
                    break;
                case Tag.Title:
                    tags.Title ??= PageText.Clean(tree.Text(i));
                    break;
            }
        }

        return tags;
    }

    /// <summary>The first value of the first name that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (values.TryGetValue(name, out List<string>? found))
                return found[0];
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out List<string>? found) ? found : [];

    private void AddMeta(PageTree tree, int node)
    {
        if (values.Count > MaxNames)
            return;
        ReadOnlySpan<char> name = tree.Attribute(node, "property");
        if (name.IsEmpty)
            name = tree.Attribute(node, "name");
        if (name.IsEmpty)
            name = tree.Attribute(node, "itemprop");
        if (name.IsEmpty || name.Length > 100 || PageText.Clean(tree.Value(node, "content")) is not { } content)
            return;
        string key = name.Trim().ToString();
        if (!values.TryGetValue(key, out List<string>? list))
            values[key] = list = [];
        if (list.Count < 50)
            list.Add(content);
    }
}
