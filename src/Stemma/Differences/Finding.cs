using System.Collections.Immutable;
using Stemma.Claims;

namespace Stemma.Differences;

/// <summary>One side of a difference before it is written.</summary>
/// <param name="Drafts">Never empty.</param>
internal sealed record Side(string Value, ImmutableArray<Draft> Drafts);

/// <summary>A difference before it is written: two sides.</summary>
internal sealed record Finding(DifferenceKind Kind, ImmutableArray<Side> Sides, Verdict Verdict, string Why);
