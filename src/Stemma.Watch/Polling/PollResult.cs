using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Watch;

/// <summary>What one poll of a feed brought.</summary>
/// <param name="State">To be kept once the reports are.</param>
/// <param name="Due">When it is to be polled next.</param>
/// <param name="Reports">New or changed since the last poll, in the feed's order.</param>
/// <param name="Told">What went wrong or was left out, a line each.</param>
/// <param name="Feeds">Where the address turned out to be a list of feeds, these; else empty.</param>
public sealed record PollResult(FeedState State, DateTimeOffset Due, ImmutableArray<PolledReport> Reports, ImmutableArray<string> Told, ImmutableArray<string> Feeds)
{
    /// <summary>Whether the feed was read, or said that nothing is new.</summary>
    public bool Succeeded => State.Failures == 0 && !State.IsEnded;
}

/// <param name="Bytes">What it was read from; empty where there is nothing better than its text.</param>
public sealed record PolledReport(RawReport Report, ReadOnlyMemory<byte> Bytes);
