using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;

namespace Stemma.Web.Pages.Claims;

/// <summary>The assertions of a claim that come from one origin, or from several unnamed ones that are called alike.</summary>
/// <param name="Origin">The first of them; null for what reports say in their own voice.</param>
/// <param name="Name">Of the origin, or of the outlet that speaks for itself.</param>
public sealed record AssertionGroup(Origin? Origin, string Name, ImmutableArray<ReportBlock> Blocks)
{
    /// <summary>How many; 0 for what reports say in their own voice. These counts are of the whole group, also where a page shows a part of it.</summary>
    public required int Origins { get; init; }

    public required int Assertions { get; init; }

    public required int Reports { get; init; }
}

/// <summary>What one report says of a claim, with the reports that have it from there.</summary>
/// <param name="By">How it rests on the report it stands under; null where it stands for itself.</param>
public sealed record ReportBlock(Report Report, ImmutableArray<Assertion> Assertions, Derivation? By, ImmutableArray<ReportBlock> Copies);
