using System.Text;

namespace Stemma.Intake.Pages;

/// <summary>A page as a tree of elements and texts, all in one array in order of the page.</summary>
/// <remarks>Holds the source and spans into it; strings are made only of what is asked for.</remarks>
internal sealed class PageTree(string source, PageNode[] nodes, int count, PageAttribute[] attributes)
{
    /// <summary>Most characters of one attribute's value that are looked at: an address, a class and a description are shorter, an embedded picture is nobody's business.</summary>
    public const int MaxValue = 64 * 1024;

    /// <summary>Of each element, what its names say, plus one; 0: not asked yet. A page is read on one thread.</summary>
    private readonly int[] kinds = new int[count];

    public int Count => count;

    public string Source => source;

    /// <summary>The page's body; the root where none is marked.</summary>
    public int Body { get; } = Math.Max(0, Array.FindIndex(nodes, 0, count, n => n.Tag == Tag.Body));

    /// <summary>Whether it is a piece of a page: neither head nor body is marked.</summary>
    public bool IsFragment { get; } = !Array.Exists(nodes[..count], n => n.Tag is Tag.Body or Tag.Head);

    public ref readonly PageNode this[int node] => ref nodes[node];

    public ReadOnlySpan<char> Raw(int node) => source.AsSpan(nodes[node].Start, nodes[node].Length);

    /// <summary>An attribute's value as it stands, references not resolved; empty where there is none.</summary>
    public ReadOnlySpan<char> Attribute(int node, ReadOnlySpan<char> name)
    {
        ref readonly PageNode element = ref nodes[node];
        for (int i = 0; i < element.Attributes; i++)
        {
            PageAttribute attribute = attributes[element.FirstAttribute + i];
            if (attribute.NameLength == name.Length && source.AsSpan(attribute.NameStart, attribute.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase))
                return source.AsSpan(attribute.ValueStart, Math.Min(MaxValue, attribute.ValueLength));
        }

        return default;
    }

    public bool Has(int node, ReadOnlySpan<char> name)
    {
        ref readonly PageNode element = ref nodes[node];
        for (int i = 0; i < element.Attributes; i++)
        {
            PageAttribute attribute = attributes[element.FirstAttribute + i];
            if (attribute.NameLength == name.Length && source.AsSpan(attribute.NameStart, attribute.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>What an element's class names and id say: kinds of <see cref="NoiseWords"/>, added up. Worked out once, as it is asked for at every step.</summary>
    public int Kinds(int node)
    {
        if (kinds[node] == 0)
            kinds[node] = 1 + (nodes[node].Attributes == 0 ? 0 : NoiseWords.Of(Attribute(node, "class")) | NoiseWords.Of(Attribute(node, "id")));
        return kinds[node] - 1;
    }

    /// <summary>An attribute's value with references resolved; null where there is none.</summary>
    public string? Value(int node, ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> value = Attribute(node, name);
        return value.IsEmpty ? null : References.Resolve(value);
    }

    /// <summary>All text below, white space as it stands, without scripts and styles.</summary>
    /// <param name="most">Characters of the source after which the rest is left out.</param>
    public string Text(int node, int most = 64 * 1024)
    {
        StringBuilder text = new();
        int end = nodes[node].End;
        for (int i = node; i < end && text.Length < most; i++)
        {
            if (nodes[i].Tag == Tag.Text)
                References.Append(text, Raw(i)[..Math.Min(nodes[i].Length, most)]);
            else if (i != node && Tags.IsNever(nodes[i].Tag))
                i = nodes[i].End - 1;
            else if (nodes[i].Tag == Tag.Br || (i != node && !Tags.IsInline(nodes[i].Tag)))
                text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>Next node of a kind in [from, end); -1: none.</summary>
    public int Find(Tag tag, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (nodes[i].Tag == tag)
                return i;
        }

        return -1;
    }

    /// <summary>Nearest node of a kind that holds this one, or is it; -1: none.</summary>
    public int Above(int node, Tag tag)
    {
        for (int at = node; at >= 0; at = nodes[at].Parent)
        {
            if (nodes[at].Tag == tag)
                return at;
        }

        return -1;
    }

    public bool IsBelow(int node, int holder) => node >= holder && node < nodes[holder].End;
}
