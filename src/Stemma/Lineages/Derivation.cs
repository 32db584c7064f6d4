using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Stemma.Differences;
using Stemma.Text;

namespace Stemma.Lineages;

/// <summary>How one report rests on another.</summary>
public enum DerivationKind
{
    /// <summary>The same text, whole or in large part.</summary>
    Verbatim,

    /// <summary>The same content in other words, adding no sourcing of its own.</summary>
    Rewrite,

    /// <summary>Names an agency or outlet as where its text comes from.</summary>
    Credits,

    /// <summary>Attributes some of its content to another outlet's report.</summary>
    Cites,
}

/// <summary>A passage carried over, as it stands in both.</summary>
public sealed record SharedPassage(ReportSpan From, ReportSpan To);

/// <summary>What a copied passage changed.</summary>
public sealed record Alteration(DifferenceKind Kind, ReportSpan From, ReportSpan To);

/// <summary>"<see cref="From"/>" rests on "<see cref="To"/>".</summary>
/// <param name="From">Id of a report.</param>
/// <param name="To">Id of a report or, for an item that is not at hand, of an origin.</param>
/// <param name="Share">Part of From's body carried over, 0 to 1.</param>
public sealed record Derivation(
    string From,
    string To,
    DerivationKind Kind,
    double Share,
    ImmutableArray<SharedPassage> Passages,
    ImmutableArray<Alteration> Alterations)
{
    /// <summary>By what name the report has an item that is not at hand; null where To is a report. Not printed: the origin has it.</summary>
    [JsonIgnore]
    public string? TargetName { get; init; }
}
