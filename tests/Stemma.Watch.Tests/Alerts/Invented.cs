using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Watch.Tests.Alerts;

/// <summary>One statement of a story made by hand: a sentence of a report that belongs to a claim.</summary>
internal sealed record Said(string Report, string Claim, string Words, string? Source = null, Stance Stance = Stance.Asserts);

/// <summary>Stories made by hand: a dam at Aldine that may leak.</summary>
internal static class Invented
{
    /// <param name="claims">Status and least number of origins by claim; asserted by one unless given.</param>
    public static Story Story(ImmutableArray<Said> said, Dictionary<string, (ClaimStatus, int)>? claims = null, ImmutableArray<Difference> differences = default, string? withdrawn = null, string id = "s-dam")
    {
        string[] reports = [.. said.Select(s => s.Report).Distinct()];
        Dictionary<string, string> bodies = reports.ToDictionary(r => r, r => string.Join(' ', said.Where(s => s.Report == r).Select(s => s.Words + ".")));
        ImmutableArray<Assertion> assertions = [.. said.Select((s, i) => new Assertion
        {
            Id = $"{s.Report}.a{said.Take(i + 1).Count(o => o.Report == s.Report)}",
            Report = s.Report,
            Claim = s.Claim,
            At = ReportSpan.Of(s.Report, bodies[s.Report], new TextSpan(bodies[s.Report].IndexOf(s.Words, StringComparison.Ordinal), bodies[s.Report].IndexOf(s.Words, StringComparison.Ordinal) + s.Words.Length)),
            Attribution = s.Source is null ? [] : [new Source(s.Source, null, SourceKind.Person, false, null)],
            Cue = null,
            Stance = s.Stance,
            Certainty = Certainty.Certain,
            Polarity = Polarity.Positive,
            Hedges = [],
            Times = [],
            Quantities = [],
            Quotes = [],
        })];
        return new Story
        {
            Id = id,
            Title = "The dam at Aldine",
            From = null,
            To = null,
            Reports = [.. reports.Select((r, i) => Report(r, i, bodies[r], r == withdrawn))],
            Assertions = assertions,
            Claims = [.. said.Select(s => s.Claim).Distinct().Select(c => Claim(c, assertions, claims?.GetValueOrDefault(c) is { Item2: > 0 } given ? given : (ClaimStatus.Asserted, 1)))],
            Quotes = [],
            Times = [],
            Quantities = [],
            Entities = [],
            Origins = [],
            Lineage = [],
            Differences = differences.IsDefault ? [] : differences,
            Timeline = [],
            Brief = new Brief { Headline = "", NewsPeg = [], KeyFacts = [], Disputed = [], Unknown = [], Watch = [], BigNumber = null, Who = [], FurtherReading = [] },
        };
    }

    public static Difference Number(Verdict verdict, params (string Value, string Assertion)[] positions) =>
        new("d1", DifferenceKind.Number, "people", [.. positions.Select(p => new Position(p.Value, p.Value, [p.Assertion]))], verdict, "Because.");

    private static Claim Claim(string id, ImmutableArray<Assertion> assertions, (ClaimStatus Status, int AtLeast) given)
    {
        ImmutableArray<Assertion> own = [.. assertions.Where(a => a.Claim == id)];
        return new Claim
        {
            Id = id,
            Statement = own[0].At.Quote + ".",
            Kind = ClaimKind.Event,
            Status = given.Status,
            Assertions = [.. own.Select(a => a.Id)],
            Support = new Support(own.Length, own.Length, given.AtLeast, given.AtLeast, false),
            FirstReported = new FirstReport(own[0].Report, null),
            History = [],
        };
    }

    private static Report Report(string id, int index, string body, bool withdrawn) => new()
    {
        Id = id,
        Input = id + ".txt",
        Url = $"https://{id}.example/dam",
        Outlet = id.ToUpperInvariant(),
        Agencies = [],
        Authors = [],
        Dateline = null,
        Published = new ReportTime(new DateTimeOffset(2026, 5, 4, 8 + index, 0, 0, TimeSpan.Zero)),
        PublishedBasis = PublishedBasis.Metadata,
        Updated = null,
        Notes = [],
        Headline = "Dam: " + id,
        Body = body,
        Links = [],
        Language = "en",
        Status = withdrawn ? ReportStatus.Withdrawn : ReportStatus.Standing,
    };
}
