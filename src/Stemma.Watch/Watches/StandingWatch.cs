using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Stemma.Store;

namespace Stemma.Watch;

/// <summary>What somebody wants to be told of: a story, a claim in one, or whatever a search finds.</summary>
public sealed record StandingWatch
{
    /// <summary>Numbers of reports that are told unless others are asked for.</summary>
    public static readonly ImmutableArray<int> DefaultCounts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    public required string Id { get; init; }

    /// <summary>Id of the story as it was called when the watch was set; null for a search.</summary>
    public string? Story { get; init; }

    /// <summary>Of a watched claim the statements in it when the watch was set (<see cref="StorySnapshot.KeyOf"/>): its id changes, they do not. Empty: the whole story.</summary>
    public ImmutableArray<string> Claim { get; init; } = [];

    /// <summary>How the watched claim read when the watch was set.</summary>
    public string? Statement { get; init; }

    public string? Text { get; init; }

    public string? Person { get; init; }

    public string? Organisation { get; init; }

    public string? Place { get; init; }

    public string? Origin { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Kinds of alerts that are wanted; empty: all.</summary>
    public ImmutableArray<AlertKind> Kinds { get; init; } = [];

    /// <summary>At which numbers of reports a story is told.</summary>
    public ImmutableArray<int> Counts { get; init; } = DefaultCounts;

    /// <summary>Of a search: whether what it found at first has been remembered, so that a story it finds from now on is new.</summary>
    public bool Primed { get; init; }

    public DateTimeOffset Since { get; init; }

    [JsonIgnore]
    public bool IsSearch => Story is null;

    [JsonIgnore]
    public ReportQuery Query => new() { Text = Text, Person = Person, Organisation = Organisation, Place = Place, Origin = Origin, Outlet = Outlet, Limit = 200 };

    /// <summary>What is watched, on one line.</summary>
    public string Describe()
    {
        if (Story is not null)
            return Claim.IsEmpty ? $"story {Story}" : $"claim in {Story}: {Statement}";
        (string Name, string? Value)[] fields = [("words", Text), ("person", Person), ("organisation", Organisation), ("place", Place), ("origin", Origin), ("outlet", Outlet)];
        return string.Join(", ", fields.Where(f => f.Value is not null).Select(f => $"{f.Name} \"{f.Value}\""));
    }
}
