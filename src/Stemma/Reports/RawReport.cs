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

    public string? Outlet { get; init; }

    public ReportTime? Published { get; init; }

    public ReportTime? Updated { get; init; }

    public string? Headline { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public ImmutableArray<RelatedLink> Links { get; init; } = [];

    /// <summary>BCP 47 tag as the carrier gives it.</summary>
    public string? Language { get; init; }

    /// <summary>The text, paragraphs parted by line ends, with all that stands around an article.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the text was reduced from a page, so that each line is a block of that page.</summary>
    public bool FromPage { get; init; }
}
