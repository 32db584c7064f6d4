using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Stemma.Intake.Feeds;

namespace Stemma.Watch;

/// <summary>Where the polling of one feed stands; kept between polls and over restarts.</summary>
public sealed record FeedState
{
    /// <summary>As it was asked for; the feed's name in everything that is told.</summary>
    public required string Url { get; init; }

    /// <summary>Where it is by now, after it moved for good.</summary>
    public required string Address { get; init; }

    public string? Title { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The address that gave both; null: the next poll asks for the whole.</summary>
    public string? ValidatorAddress { get; init; }

    /// <summary>Polls in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last poll failed; null: it did not.</summary>
    public string? Trouble { get; init; }

    /// <summary>Why it is polled no more; null: it is polled.</summary>
    public string? Ended { get; init; }

    /// <summary>What the feed last said of when to come; kept because an answer that nothing is new says nothing of it.</summary>
    public FeedSchedule? Schedule { get; init; }

    public DateTimeOffset? LastPolled { get; init; }

    /// <summary>By item what stood in it when it was last taken, as a digest; of the items that the feed holds by now.</summary>
    public ImmutableDictionary<string, string> Seen { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>By item how often its page could not be read.</summary>
    public ImmutableDictionary<string, int> Tries { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Whether somebody ended it, so that naming it again begins anew.</summary>
    [JsonIgnore]
    public bool IsStopped => Ended == Stopped;

    /// <summary>Why a feed is polled no more that somebody ended.</summary>
    public const string Stopped = "stopped by hand";

    public static FeedState Of(string url) => new() { Url = url, Address = url };

    [JsonIgnore]
    public bool IsEnded => Ended is not null;
}
