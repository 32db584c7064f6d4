using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>One thing worth telling, with its evidence.</summary>
/// <param name="Text">Words of the reports, trimmed, names resolved; never invented.</param>
/// <param name="Claims">Ids.</param>
/// <param name="Evidence">Never empty.</param>
public sealed record Point(string Text, ImmutableArray<string> Claims, Support? Support, ImmutableArray<ReportSpan> Evidence);

public sealed record Reading(string Text, string? Url, string Report);

/// <summary>The story as an editor wants it: what is new, what is known and on whose word, what is disputed, what is not known.</summary>
public sealed record Brief
{
    /// <summary>A brief that tells nothing.</summary>
    internal static Brief Empty { get; } = new()
    {
        Headline = "",
        NewsPeg = [],
        KeyFacts = [],
        Disputed = [],
        Unknown = [],
        Watch = [],
        BigNumber = null,
        Who = [],
        FurtherReading = [],
    };

    public required string Headline { get; init; }

    public required ImmutableArray<Point> NewsPeg { get; init; }

    public required ImmutableArray<Point> KeyFacts { get; init; }

    public required ImmutableArray<Point> Disputed { get; init; }

    public required ImmutableArray<Point> Unknown { get; init; }

    public required ImmutableArray<Point> Watch { get; init; }

    public required Point? BigNumber { get; init; }

    public required ImmutableArray<Point> Who { get; init; }

    public required ImmutableArray<Reading> FurtherReading { get; init; }
}
