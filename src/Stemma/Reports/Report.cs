using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Stemma.Reports;

/// <summary>One published item of news, cleaned: the contract's <c>Report</c>.</summary>
/// <remarks>
/// <see cref="Body"/> holds the article's own words, paragraphs parted by one blank line. What was removed from around
/// them and means something (credit, note, link, dateline) stands in a field of its own.
/// </remarks>
public sealed record Report
{
    /// <summary>The same for the same content wherever it was read from; unique within a picture.</summary>
    public required string Id { get; init; }

    public required string Input { get; init; }

    public required string? Url { get; init; }

    public required string? Outlet { get; init; }

    /// <summary>Credited wire services by canonical name, in order of mention.</summary>
    public required ImmutableArray<string> Agencies { get; init; }

    public required ImmutableArray<string> Authors { get; init; }

    public required Dateline? Dateline { get; init; }

    public required ReportTime? Published { get; init; }

    public required PublishedBasis? PublishedBasis { get; init; }

    public required ReportTime? Updated { get; init; }

    public required ImmutableArray<EditorNote> Notes { get; init; }

    public required string? Headline { get; init; }

    public required string Body { get; init; }

    public required ImmutableArray<RelatedLink> Links { get; init; }

    /// <summary>BCP 47 tag; <c>und</c> where the text is too short to tell.</summary>
    public required string Language { get; init; }

    /// <summary>The line under the headline that sums the article up, where its page sets it apart from the body; null elsewhere.</summary>
    public string? Deck { get; init; }

    /// <summary>Withdrawn where the publisher has cancelled the item itself: it is listed, and stands in no count.</summary>
    public ReportStatus Status { get; init; }

    /// <summary>The version of the item, where its carrier counts them; larger is later.</summary>
    public long? Version { get; init; }

    /// <summary>Editorial urgency as IPTC has it, 1 (most urgent) to 9, where the carrier gives one.</summary>
    public int? Urgency { get; init; }

    /// <summary>Digest of the bytes as received, <c>sha256:</c> and 64 hexadecimal digits; null for what was read from a file.</summary>
    public string? Evidence { get; init; }

    /// <summary>What the text says about its date without giving it away: a copyright year. Settled by weighing; not printed.</summary>
    [JsonIgnore]
    public int? CopyrightYear { get; init; }

    /// <summary>Month and day of a dateline or label without a year ("March 9"), where nothing better is stated. Settled by weighing; not printed.</summary>
    [JsonIgnore]
    public PartialDay? StatedDay { get; init; }

    /// <summary>Whether assertions may be drawn from it: the engine reads English so far.</summary>
    [JsonIgnore]
    public bool IsReadable => Language is "en" or "und" || Language.StartsWith("en-", StringComparison.Ordinal);
}

/// <summary>Where a publication time comes from.</summary>
public enum PublishedBasis
{
    /// <summary>The carrier's own field.</summary>
    Metadata,

    /// <summary>Words of the report itself ("Published 9 March 2026").</summary>
    Stated,

    /// <summary>Worked out from weekday words, explicit dates, a copyright year and the report's peers.</summary>
    Inferred,
}

/// <summary>Whether the publisher still stands by an item (IPTC's <c>pubStatus</c>: usable, canceled).</summary>
public enum ReportStatus
{
    /// <summary>As published.</summary>
    Standing,

    /// <summary>The item itself was cancelled. A notice in words ("has withdrawn its story") is another thing: see <see cref="EditorNoteKind.Retraction"/>.</summary>
    Withdrawn,
}

/// <summary>"SEOUL —": the place a report was filed from, and the words as they stood.</summary>
public sealed record Dateline(string Place, string Text);

public enum EditorNoteKind
{
    Update,
    Correction,
    Clarification,
    Retraction,
}

public sealed record EditorNote(EditorNoteKind Kind, string Text);

/// <summary>A related story that a report points to; no URL in plain text.</summary>
public sealed record RelatedLink(string Text, string? Url);
