using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;

namespace Stemma.Web.Pages.Claims;

/// <summary>The assertions of a claim that come from one origin.</summary>
/// <param name="Origin">Null for what reports say in their own voice.</param>
/// <param name="Name">Of the origin, or of the outlet that speaks for itself.</param>
public sealed record AssertionGroup(Origin? Origin, string Name, ImmutableArray<ReportBlock> Blocks)
{
    public int Assertions => Blocks.Sum(b => b.Assertions.Length + b.Copies.Sum(c => c.Assertions.Length));

    public int Reports => Blocks.Sum(b => 1 + b.Copies.Length);
}

/// <summary>What one report says of a claim, with the reports that have it from there.</summary>
/// <param name="By">How it rests on the report it stands under; null where it stands for itself.</param>
public sealed record ReportBlock(Report Report, ImmutableArray<Assertion> Assertions, Derivation? By, ImmutableArray<ReportBlock> Copies);
