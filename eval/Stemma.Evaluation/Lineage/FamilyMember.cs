using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Evaluation.Lineage;

/// <summary>How a member of a family was made.</summary>
internal enum Making
{
    /// <summary>A real report as it is: what others are made from.</summary>
    Original,

    /// <summary>A real report on the same or a neighbouring event: rests on nobody.</summary>
    Independent,

    /// <summary>The whole text.</summary>
    Copy,

    /// <summary>The beginning, or some paragraphs.</summary>
    Cut,

    /// <summary>A few words and a sentence changed, a lead of its own.</summary>
    LightEdit,

    /// <summary>Parts of two parents.</summary>
    Merge,

    /// <summary>Made from a light edit, not from the original.</summary>
    CopyOfEdit,

    /// <summary>Every sentence reworded.</summary>
    Paraphrase,

    /// <summary>Every sentence reworded, its modifiers left out, its parts turned; three sentences of five kept.</summary>
    Rewrite,

    /// <summary>The third that tells most, reworded and in another order.</summary>
    Summary,
}

/// <summary>A report of a family, and what it was made from.</summary>
/// <param name="Parents">Ids of the members it rests on.</param>
/// <param name="Credited">Whether it names its parent's outlet.</param>
/// <param name="HasTime">Whether time alone tells who came first.</param>
internal sealed record FamilyMember(RawReport Raw, Making Making, IReadOnlyList<string> Parents, bool Credited, bool HasTime)
{
    public string Id => Raw.Id!;

    /// <summary>A line of JSON Lines: what intake reads, and the parents.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(new { id = Id, outlet = Raw.Outlet, published = Raw.Published?.ToString(), text = Raw.Text, parents = Parents });
}
