namespace Stemma.Intake.Pages;

/// <summary>An element or a piece of text of a page.</summary>
/// <remarks>Nodes stand in order of the page, so that all below node <c>i</c> are the nodes from <c>i + 1</c> to before <see cref="End"/>.</remarks>
internal struct PageNode
{
    public Tag Tag;

    /// <summary>-1 for the root.</summary>
    public int Parent;

    /// <summary>Index of the first node that is not below this one.</summary>
    public int End;

    /// <summary>The root has 0.</summary>
    public int Depth;

    /// <summary>Of a text: where it stands in the source. Of an element: its name.</summary>
    public int Start;

    public int Length;

    public int FirstAttribute;

    public int Attributes;
}

/// <summary>An attribute as it stands in the source, both parts before their references are resolved.</summary>
internal readonly record struct PageAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength);
