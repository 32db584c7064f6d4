using System.Collections.Immutable;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Claims;

/// <summary>What an assertion says, reduced to what can be compared over reports.</summary>
internal sealed class Content
{
    /// <summary>Of what or whom there is said to be none ("no member of staff"): concepts, without the event itself.</summary>
    public ImmutableArray<string> NoneOf { get; init; } = [];

    /// <summary>The nouns among these that are said not to be there ("there was <b>no bird</b>", "<b>no drone</b> was seen"), save those that "no" says nothing of ("no comment").</summary>
    public ImmutableArray<string> NoneThings { get; init; } = [];

    /// <summary>Those of <see cref="Core"/> that are things and acts in their own right: the fire of "a fire broke out", not of "a fire chief".</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    public static readonly Content Empty = new();

    /// <summary>Concepts of the content words, without names, numbers and times; distinct, ordinal order.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Those of <see cref="Words"/> that do not merely tell which one is meant ("the charge that had failed to go off").</summary>
    public ImmutableArray<string> Core { get; init; } = [];

    /// <summary>The subset of <see cref="Words"/> that are verbs or in the thesaurus as events.</summary>
    public ImmutableArray<string> Predicates { get; init; } = [];

    /// <summary>The predicates that the thesaurus knows.</summary>
    public ImmutableArray<string> KnownPredicates { get; init; } = [];

    public ImmutableArray<string> People { get; init; } = [];

    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>For each name of a place or person the concept of the word that it hangs on: "travel" for "travelled to Varn".</summary>
    public ImmutableArray<(string Name, string Governor)> Roles { get; init; } = [];

    /// <summary>Bodies and other names.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<Amount> Amounts { get; init; } = [];

    public ImmutableArray<Day> Days { get; init; } = [];

    /// <summary>Days of which it says that it was not then: "on 21 September, not on the 18th".</summary>
    public ImmutableArray<Day> NotDays { get; init; } = [];

    /// <summary>What it hangs on, main word first; empty where the tree tells nothing.</summary>
    public ImmutableArray<Head> Heads { get; init; } = [];

    /// <summary>Rows of the word vectors, one for each of <see cref="Words"/>.</summary>
    public ImmutableArray<int> Vectors { get; init; } = [];

    /// <summary>All features with their kind's prefix, distinct, ordinal order: the keys of the index.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>The same for two contents exactly if they have the same words in the same order, capitals and marks aside.</summary>
    public ulong Fingerprint { get; init; }

    public bool Negative { get; init; }

    /// <summary>Whether a word of negation stands in it, whatever it negates.</summary>
    public bool HasNegation { get; init; }

    /// <summary>Things of two words that it names, by lemma (<see cref="Spared"/>).</summary>
    public ImmutableArray<string> Things { get; init; } = [];

    /// <summary>Concepts that a word of negation hangs on: "leave" in "no envoy has left".</summary>
    public ImmutableArray<string> Denied { get; init; } = [];
}

/// <summary>An amount in a content.</summary>
/// <param name="Index">In the report's list.</param>
/// <param name="Key">Equal for equal amounts ("n:12|person").</param>
/// <param name="Noun">Concept of the thing counted or the unit; empty where nothing is named.</param>
/// <param name="Slot">Concepts around it that say what of the thing is counted: "die" in "12 people died".</param>
/// <param name="Acts">Concepts of what happens to what is counted, by the tree; narrower and surer than <paramref name="Slot"/>.</param>
/// <param name="Lot">Concepts that tell which of the things are counted: "rebel" in "40 rebel soldiers".</param>
internal sealed record Amount(int Index, QuantityMention Mention, string Key, string Noun, ImmutableArray<string> Slot, ImmutableArray<string> Acts, ImmutableArray<string> Lot)
{
    /// <summary>Stands before the names in a slot.</summary>
    public const string NameMark = "@";

    /// <summary>Stands in a lot that only the one who counts it has.</summary>
    public const string Own = "own";

    /// <summary>The noun of somebody's age given behind the name.</summary>
    public const string Age = "age:";

    /// <summary>Whether what is counted is itself who does or suffers, and so what the statement is about; a figure further down ("in connection with a dozen letters") is not.</summary>
    public bool IsCore { get; init; }

    /// <summary>"won by 23,000 votes", "up by two percent": a distance between two figures, and neither of them.</summary>
    public bool IsMargin { get; init; }

    /// <summary>"closed at $23.20", "rose to 58 percent": how it stood at one moment.</summary>
    public bool IsLevel { get; init; }

    /// <summary>"The figure of forty dead is an invention": another's figure, which whoever gives it here does not hold.</summary>
    public bool IsCalledFalse { get; init; }

    /// <summary>"At least 300 are missing": people by default, and as well the polling stations that another report names.</summary>
    public bool IsBare { get; init; }

    /// <summary>"$31 <b>per share</b>", "7,000 a month": what each of which costs or counts so much; empty where it is for all.</summary>
    public string Per { get; init; } = "";

    /// <summary>Its statement counts the same kind of thing more than once ("12 of one firm and 11 of another"), or a part of it ("three of the dead"): the figure is not the whole.</summary>
    public bool InParts { get; init; }
}

/// <summary>A day or stretch of days in a content.</summary>
internal sealed record Day(int Index, DateOnly? From, DateOnly? To, TimeBound? Bound, string Text);
