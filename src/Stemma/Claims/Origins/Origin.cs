using System.Collections.Immutable;
using Stemma.Attributions;

namespace Stemma.Claims;

/// <summary>What an origin's knowledge rests on.</summary>
public enum OriginBasis
{
    FirstHand,
    NamedOfficial,
    UnnamedOfficial,
    Document,
    OtherMedia,
    SocialPost,
    Unknown,
}

/// <summary>Where information enters the story.</summary>
public sealed record Origin
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    public required OriginBasis Basis { get; init; }

    public required bool Anonymous { get; init; }

    /// <summary>Outlets and agencies through which it is known, by name.</summary>
    public required ImmutableArray<string> Via { get; init; }

    /// <summary>Other origins that could be the same one.</summary>
    public required ImmutableArray<string> MayBe { get; init; }

    /// <summary>Whether all that is known from it stood in items that were cancelled, or in copies of them: listed, but in no count.</summary>
    public bool Withdrawn { get; init; }
}
