using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Watch;

/// <summary>How a store is watched.</summary>
public sealed record WatchSettings
{
    /// <summary>Addresses of feeds or of lists of feeds; empty: those that the store knows already.</summary>
    public ImmutableArray<string> Feeds { get; init; } = [];

    /// <summary>Shortest time between two polls of a feed.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether the page is read where a feed carries a teaser only.</summary>
    public bool FollowLinks { get; init; } = true;

    /// <summary>Whether to poll what is due once, and end.</summary>
    public bool Once { get; init; }

    /// <summary>How long to watch; null: until cancelled.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Feeds polled at once, of different hosts.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Stories weighed at once.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Where watching tells what it does.</summary>
/// <param name="Report">A report that is new, or newer, and kept.</param>
/// <param name="Trouble">One line: a feed that cannot be read, something left out.</param>
/// <param name="Looked">Called after each round, when alerts are kept and delivered.</param>
public sealed record WatchVoice(Action<WatchedReport> Report, Action<string> Trouble, Func<CancellationToken, Task>? Looked = null);

/// <param name="Feed">Address of the feed that it came with.</param>
public sealed record WatchedReport(string Feed, Report Report, Admission Admission);
