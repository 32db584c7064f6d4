using Stemma.Attributions;

namespace Stemma.Claims;

/// <summary>An origin while it is being found. Equal by <see cref="Id"/>.</summary>
internal sealed class OriginDraft
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required SourceKind Kind { get; init; }

    public required OriginBasis Basis { get; set; }

    public required bool Anonymous { get; init; }

    /// <summary>Key of the body it speaks for or is, as <see cref="BodyNames"/> gives it; null where the words do not tell.</summary>
    public string? Body { get; set; }

    /// <summary>Whether it is a body speaking as such, so that any spokesman of that body is it.</summary>
    public bool IsBody { get; init; }

    /// <summary>For unnamed ones, whether they could be officials of a body that is also named.</summary>
    public bool MayBeOfficial { get; init; }

    /// <summary>The report or outlet in which an unnamed source is quoted: those of one report count as one.</summary>
    public string? QuotedIn { get; init; }

    /// <summary>Key of the publisher whose own voice this is, else null.</summary>
    public string? Family { get; init; }

    /// <summary>An agency's or outlet's item that is not at hand.</summary>
    public bool IsUnseenItem { get; init; }

    public SortedSet<string> Via { get; } = new(StringComparer.Ordinal);
}
