using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Attributions;

/// <summary>What a holder does with a content.</summary>
public enum Stance
{
    Asserts,
    Confirms,
    Denies,
    Doubts,

    /// <summary>Did not comment, or would not confirm.</summary>
    Withholds,
    Accuses,
    Promises,
    Threatens,
    Asks,
}

/// <summary>How firmly the <b>report</b>'s words commit the holder to a content (FactBank: CT, PR, PS, U). Not our own confidence.</summary>
public enum Certainty
{
    Uncommitted = 0,
    Possible,
    Probable,
    Certain,
}

public enum Polarity
{
    Positive,
    Negative,
}

/// <summary>What a source is.</summary>
public enum SourceKind
{
    Person,
    Organisation,
    Outlet,
    Agency,
    Document,
    Group,
}

/// <summary>Source, cue and content: whose word it is, the words that say so, what they said.</summary>
/// <remarks>
/// One link of a chain: the attribution in whose content this one stands is its <see cref="Parent"/>
/// ("YTN reported, citing an official, that ...": the official's attribution has YTN's as parent).
/// Each list is in text order; spans of one attribution do not overlap each other.
/// </remarks>
public sealed record Attribution
{
    /// <summary>Empty where the source is left out ("reportedly", "is expected to").</summary>
    public required ImmutableArray<TextSpan> Source { get; init; }

    public required ImmutableArray<TextSpan> Cue { get; init; }

    /// <summary>The words attributed; a list because quotes break around the cue. A leading "that" belongs to it, as in PolNeAR and PARC.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The source's name, resolved within the report ("Adrienne Watson" for "she"); for an unnamed one its words without article
    /// ("South Korean government official"); null where nobody can be told.</summary>
    public required string? Speaker { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>True for "a government official", "people familiar with the plans", "sources"; false for a named person or body,
    /// and for a body that speaks as such ("the coastguard").</summary>
    public required bool Anonymous { get; init; }

    /// <summary>The body or country the source speaks for or belongs to ("South Korean government", "Nordic Lines"), where the words tell.</summary>
    public string? Body { get; init; }

    /// <summary>Title or role of a named source ("National Security Council spokeswoman").</summary>
    public string? Role { get; init; }

    /// <summary>How many unnamed people speak ("two officials"); null where the words do not count them, or where the source is named.</summary>
    public int? Count { get; init; }

    /// <summary>What an unnamed source has access to, as worded ("briefed on the matter"); null where not told.</summary>
    public string? Access { get; init; }

    /// <summary>Why an unnamed source is not named, as worded ("because the talks are private"); null where not told.</summary>
    public string? AnonymityReason { get; init; }

    /// <summary>What kind of act the cue names. Of <see cref="CueManner.Attitude"/> and <see cref="CueManner.Intent"/> the report tells in its own voice
    /// that somebody wants or opposes something; <see cref="CueManner.Hearsay"/> has no holder, only a hedge.</summary>
    public CueManner Manner { get; init; }

    /// <summary>Index of the enclosing attribution in the report's list, or null at the outermost.</summary>
    public required int? Parent { get; init; }

    public required Stance Stance { get; init; }

    public required Certainty Certainty { get; init; }

    public required Polarity Polarity { get; init; }

    /// <summary>The words that lowered the certainty.</summary>
    public required ImmutableArray<TextSpan> Hedges { get; init; }
}

/// <summary>Words between quotation marks, with who spoke them.</summary>
/// <param name="Span">The words, without their marks; over paragraphs, from the first to the last word.</param>
/// <param name="Attribution">Index of the attribution whose content they are, or null where nobody can be told (also scare quotes and titles).</param>
/// <param name="Speaker">Resolved name of the speaker, or null.</param>
public sealed record QuotedPassage(TextSpan Span, int? Attribution, string? Speaker);

/// <summary>A thing that is stated to happen or hold: its head word, with certainty and polarity for its innermost holder.</summary>
/// <param name="Tense">As worded: what is expected or planned is future.</param>
public sealed record EventMention(TextSpan Span, string Lemma, Certainty Certainty, Polarity Polarity, EventTense Tense);

public enum EventTense
{
    Past,
    Present,
    Future,
}
