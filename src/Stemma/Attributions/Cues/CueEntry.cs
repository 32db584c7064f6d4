using System.Collections.Immutable;

namespace Stemma.Attributions;

/// <summary>One reading of a verb as a cue: a row of <c>Cues.en.tsv</c>.</summary>
internal sealed record CueEntry
{
    public required string Lemma { get; init; }

    /// <summary>Words that must follow the verb ("point <b>out</b>"); often empty.</summary>
    public required ImmutableArray<string> Particles { get; init; }

    public required Stance Stance { get; init; }

    public required Certainty Certainty { get; init; }

    public required CueManner Manner { get; init; }

    public required bool TakesClause { get; init; }

    public required bool TakesQuote { get; init; }

    public required bool TakesNoun { get; init; }

    public required bool TakesInfinitive { get; init; }

    public required bool TakesQuestion { get; init; }

    public required bool TakesAddressee { get; init; }

    /// <summary>"seems to": its subject is half of the content and nobody is its source.</summary>
    public required bool Raises { get; init; }

    /// <summary>An everyday word too: wants a plain "that", or a clause right behind it.</summary>
    public required bool IsWeak { get; init; }

    /// <summary>Prepositions that bring the content and count to the cue.</summary>
    public required ImmutableArray<string> Prepositions { get; init; }
}
