using System.Collections.Frozen;

namespace Stemma.Claims;

/// <summary>What one report says of an event at one place, as far as it tells whether another place means the same event.</summary>
internal sealed record EventSketch
{
    /// <summary>Index of the report in the set.</summary>
    public required int Report { get; init; }

    /// <summary>Index of the sentence in its report.</summary>
    public required int Sentence { get; init; }

    /// <summary>In lower case; a particle joined with a blank ("shut down").</summary>
    public required string Lemma { get; init; }

    /// <summary>As <see cref="Concepts"/> has it.</summary>
    public required string Concept { get; init; }

    /// <summary>The row of <see cref="Concepts"/> is known, so that it joins words that no stem joins.</summary>
    public required bool IsKnown { get; init; }

    public required bool IsVerb { get; init; }

    public required bool IsNegated { get; init; }

    /// <summary>Vector of the head word, of length 1; all zeros where the word is unknown.</summary>
    public required float[] Vector { get; init; }

    /// <summary>Who does it, or whose it is: words with their rarity.</summary>
    public required WordBag Agents { get; init; }

    /// <summary>Whom or what it befalls.</summary>
    public required WordBag Patients { get; init; }

    /// <summary>All that hangs on the event, participants and the rest; for a noun also what it hangs on.</summary>
    public required WordBag Around { get; init; }

    /// <summary>Mean vector of <see cref="Around"/>, of length 1.</summary>
    public required float[] AroundVector { get; init; }

    /// <summary>Words of the sentence with their rarity.</summary>
    public required WordBag Context { get; init; }

    /// <summary>Folded names in the sentence, places apart.</summary>
    public required FrozenSet<string> Names { get; init; }

    public required FrozenSet<string> Places { get; init; }

    /// <summary>Days and spans of time in the sentence as its words have them.</summary>
    public required FrozenSet<string> Times { get; init; }

    /// <summary>Amounts with what is counted.</summary>
    public required FrozenSet<string> Amounts { get; init; }

    /// <summary>Of the head, as <see cref="WordRarity.Of"/> has it.</summary>
    public required double Rarity { get; init; }
}
