using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Store;

/// <summary>A report on its way into a store, read and annotated.</summary>
public sealed record NewReport
{
    public required Report Report { get; init; }

    /// <summary>As <see cref="ReportForm.Digest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>Both as they will be kept: packed by whoever reads, on as many threads as read, so that keeping need not wait for it.</summary>
    public required ReportForms Forms { get; init; }

    /// <summary>Versions of the stages that made both: "reports/2 language/3 ...".</summary>
    public required string Stages { get; init; }

    /// <summary>The bytes it was read from, as they came (unpacked); empty where they are not at hand.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>When it came, UTC.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>What all versions of the item share, where the carrier has such a thing: its address, or its outlet and the carrier's id. Null: it has no other version.</summary>
    public required string? Item { get; init; }

    /// <summary>Names in it, for search.</summary>
    public required ImmutableArray<Facet> Facets { get; init; }
}

/// <summary>A name by which a report is found.</summary>
/// <param name="Kind">"person", "organisation", "place" or "origin".</param>
/// <param name="Name">As printed; folded for comparing by <see cref="SearchWords.Fold"/>.</param>
public readonly record struct Facet(string Kind, string Name);

/// <summary>A name and how many reports have it.</summary>
/// <param name="Name">Folded.</param>
public readonly record struct NameCount(string Name, long Reports);
