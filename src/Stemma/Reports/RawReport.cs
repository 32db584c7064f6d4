using System.Collections.Immutable;

namespace Stemma.Reports;

/// <summary>A report as intake hands it over: what the carrier said about it, and its text before cleaning.</summary>
/// <remarks>Fields that the carrier does not give are null or empty; nothing here is worked out from the text.</remarks>
public sealed record RawReport
{
    /// <summary>The path or URL it was read from, as given; <c>path#id</c> or <c>path#LINE</c> for a line of JSON Lines.</summary>
    public required string Input { get; init; }

    /// <summary>The carrier's own id for it, unique within its file.</summary>
    public string? Id { get; init; }

    public string? Url { get; init; }

    /// <summary>The address that its bytes came from, which relative links in it are relative to; null for a file. What readers are shown is <see cref="Url"/>.</summary>
    public string? Address { get; init; }

    public string? Outlet { get; init; }

    public ReportTime? Published { get; init; }

    public ReportTime? Updated { get; init; }

    public string? Headline { get; init; }

    /// <summary>The line under the headline that sums the article up, where it stands apart from the text.</summary>
    public string? Deck { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public ImmutableArray<RelatedLink> Links { get; init; } = [];

    /// <summary>BCP 47 tag as the carrier gives it.</summary>
    public string? Language { get; init; }

    /// <summary>The text, paragraphs parted by line ends, with all that stands around an article.</summary>
    public required string Text { get; init; }

    /// <summary>Wire services that the carrier itself credits, as it names them.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>What the carrier's editors say about the item, apart from its text.</summary>
    public ImmutableArray<EditorNote> Notes { get; init; } = [];

    /// <summary>The place that the carrier says the item was filed from; a dateline in the text goes before it.</summary>
    public string? Located { get; init; }

    /// <summary>The name that all versions of the item share, unique in the world (a ninjs <c>uri</c>, a NewsML-G2 <c>guid</c>, the address of an archived
    /// page); null where the carrier has none. A report with one keeps its id from version to version.</summary>
    public string? ItemId { get; init; }

    /// <summary>Which version of the item this is, larger is later; null where the carrier does not count.</summary>
    public long? Version { get; init; }

    /// <summary>Whether the publisher still stands by the item.</summary>
    public ReportStatus Status { get; init; }

    /// <summary>Editorial urgency as IPTC has it, 1 (most urgent) to 9; null where not given.</summary>
    public int? Urgency { get; init; }

    /// <summary>When its bytes were received from the publisher, by the clock of whoever received them; null where nobody says.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Digest of the bytes it was read from, <c>sha256:</c> and 64 hexadecimal digits, where they were received and not only opened; else null.</summary>
    public string? Evidence { get; init; }

    /// <summary>The short lines that a page shows between its headline and its text, where they are no part of the text: byline, date, agency, section.</summary>
    public ImmutableArray<string> HeadLines { get; init; } = [];

    /// <summary>Whether the text was reduced from a page, so that each line is a block of that page.</summary>
    public bool FromPage { get; init; }
}
