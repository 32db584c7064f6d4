using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>An assertion while its claim and origin are still being found.</summary>
/// <remarks>Lives inside one run of <see cref="ClaimBuilder"/>; drafts are compared by reference.</remarks>
internal sealed class Draft
{
    /// <summary>Index of its report in the story.</summary>
    public required int Report { get; init; }

    public required string Id { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>The rest of a content that its cue breaks up ("The toll rose to 15, the league said, after ..."): read with it, not shown.</summary>
    public required ImmutableArray<TextSpan> More { get; init; }

    /// <summary>Words inside <see cref="Span"/> that another draft states (<see cref="LotSplitter"/>): shown, not read.</summary>
    public ImmutableArray<TextSpan> Hidden { get; init; } = [];

    /// <summary>The pieces in which it reads as a sentence of its own; empty where that is <see cref="Span"/>.</summary>
    public ImmutableArray<TextSpan> Reading { get; init; } = [];

    /// <summary>Index of the sentence it starts in.</summary>
    public required int Sentence { get; init; }

    /// <summary>Indices into the report's attributions, outermost first; empty for the report's own voice.</summary>
    public required ImmutableArray<int> Chain { get; init; }

    /// <summary>Whether the words say that somebody says so, but nobody is named or described ("reportedly").</summary>
    public required bool Hearsay { get; init; }

    public required TextSpan? Cue { get; init; }

    public required Stance Stance { get; init; }

    public required Certainty Certainty { get; init; }

    public required Polarity Polarity { get; init; }

    public required ImmutableArray<TextSpan> Hedges { get; init; }

    /// <summary>Indices of the report's times inside the content; likewise quantities and quotes.</summary>
    public required ImmutableArray<int> Times { get; init; }

    public required ImmutableArray<int> Quantities { get; init; }

    public required ImmutableArray<int> Quotes { get; init; }

    /// <summary>Whether the content speaks of what is still to come.</summary>
    public required bool Future { get; init; }

    /// <summary>Whether it tells of a report taken back, and so of the coverage instead of the event.</summary>
    public required bool IsNotice { get; init; }

    /// <summary>What it says, for comparing; set once by <see cref="ContentReader"/>.</summary>
    public Content Content { get; set; } = Content.Empty;

    /// <summary>Whether it only tells what its holder no longer says; set by <see cref="Retractions"/>.</summary>
    public bool TakesBack { get; set; }

    /// <summary>Whether whoever said it has put it right or taken it back since; set by <see cref="Retractions"/>.</summary>
    public bool Retracted { get; set; }

    /// <summary>The statements that it is a wrong copy of; empty for what was copied right, or not at all. Set by <see cref="Miscopies"/>.</summary>
    public IReadOnlySet<Draft> MiscopiedFrom { get; set; } = System.Collections.Frozen.FrozenSet<Draft>.Empty;

    /// <summary>Whether its holder says that the content holds: a negative statement counts as the statement of its negation.</summary>
    public bool Denies => Stance is Stance.Denies;

    /// <summary>Whether the holder takes a stand on the content at all.</summary>
    public bool TakesStand => !IsNotice && Stance is not (Stance.Withholds or Stance.Asks or Stance.Doubts);

    /// <summary>Whether the words lower the certainty.</summary>
    public bool Hedged => Certainty is not Certainty.Certain;
}
