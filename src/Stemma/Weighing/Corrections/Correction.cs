using System.Collections.Immutable;
using Stemma.Attributions;

namespace Stemma.Weighing;

/// <summary>What a person did to the engine's findings. The table in <c>docs/guide/store.md</c> tells what each does to which target.</summary>
public enum CorrectionKind
{
    /// <summary>Looked at and found right; changes nothing, and is listed with the story.</summary>
    Accept,

    /// <summary>Not a story, claim, origin or name at all.</summary>
    Reject,
    Merge,
    Split,
    Rename,

    /// <summary>An assertion is another's word.</summary>
    Reattribute,

    /// <summary>Outlets that are one publisher's.</summary>
    Family,

    /// <summary>The user's own grade of an outlet, A to F.</summary>
    Grade,

    /// <summary>Takes an earlier correction back.</summary>
    Undo,
}

/// <summary>What a correction is about.</summary>
public enum CorrectionTarget
{
    Story,
    Claim,
    Origin,
    Entity,
    Outlet,
    Assertion,
    Correction,
}

/// <summary>What a correction points at, in words that survive another analysis: ids that the engine gives anew each time are never used.</summary>
/// <remarks>
/// A story is told by one of its reports; an assertion, and with it a claim, by the report and the words; a name, outlet or origin by name; an origin also
/// by an assertion that comes from it.
/// </remarks>
public sealed record CorrectionAnchor
{
    /// <summary>Id of a report.</summary>
    public string? Report { get; init; }

    /// <summary>First UTF-16 code unit in the report's body. Where the quote does not stand there, the nearest place where it does is meant.</summary>
    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>The words between.</summary>
    public string? Quote { get; init; }

    /// <summary>Of an entity, an outlet or an origin, whatever the case of its letters; an origin's id will do too.</summary>
    public string? Name { get; init; }
}

/// <summary>One entry of the log of corrections: a line of JSON Lines. Entries are never changed, only undone by a later one.</summary>
public sealed record Correction
{
    /// <summary>Unique in a log.</summary>
    public required string Id { get; init; }

    public required CorrectionKind Kind { get; init; }

    public required CorrectionTarget Target { get; init; }

    /// <summary>In order; what the first one means differs by kind (the story that others are merged into).</summary>
    public ImmutableArray<CorrectionAnchor> What { get; init; } = [];

    /// <summary>The new name, the source that an assertion is given to, a grade; of a split of a story, a report that stayed; null where the kind needs none.</summary>
    public string? To { get; init; }

    /// <summary>What the source in <see cref="To"/> is; a person unless said.</summary>
    public SourceKind? As { get; init; }

    /// <summary>Whether the source in <see cref="To"/> goes unnamed.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Id of the correction that this one takes back.</summary>
    public string? Undoes { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset When { get; init; }

    public string? Why { get; init; }
}
