using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Language;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Tests.Briefs;

/// <summary>A picture put together by hand: a cable car that stopped above a gorge, in four reports and an agency item that is not at hand.</summary>
internal static class InventedStory
{
    public const string Wire = "r-wire", Courier = "r-courier", Radio = "r-radio", Times = "r-times";

    private static readonly ImmutableArray<Report> Reports =
    [
        Report(Wire, "Highland Wire", "2031-02-03T20:10:00Z", "Forty stranded as cable car stops above Aldine gorge",
            "About 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening, the mountain rescue service said.\n\n"
            + "\"Nobody is hurt,\" said Marit Osk, who leads the service. The cause may be ice on the upper cable, an official said.\n\n"
            + "It was not immediately clear how long the rescue would take."),
        Report(Courier, "Aldine Courier", "2031-02-03T21:30:00Z", "Forty stranded above gorge",
            "About 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening, the mountain rescue service said.\n\n"
            + "\"Nobody is hurt,\" said Marit Osk, who leads the service. The cause may be ice on the upper cable, an official said."),
        Report(Radio, null, "2031-02-04", "Gorge cable car: operator rejects ice claim",
            "The operator, Sorn Ropeways, denied that ice had stopped the car. \"The cable was clear,\" its director Ivo Brandl said.\n\n"
            + "A hearing is set for 12 February."),
        Report(Times, "Lowland Times", null, null, "Thirty-eight people have been brought down from the cable car, Marit Osk of the mountain rescue service said, citing a final count."),
    ];

    public static Story Story()
    {
        ImmutableArray<Assertion> assertions =
        [
            Say(Wire, 1, "c1", "About 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening", [Source("mountain rescue service", SourceKind.Organisation, "o1")]),
            Say(Wire, 2, "c2", "Nobody is hurt", [Source("Marit Osk", SourceKind.Person, "o1")]),
            Say(Wire, 3, "c3", "The cause may be ice on the upper cable", [Source("official", SourceKind.Person, "o2", anonymous: true)], Certainty.Possible, hedge: "may"),
            Say(Courier, 1, "c1", "About 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening", [Source("mountain rescue service", SourceKind.Organisation, "o1")]),
            Say(Courier, 2, "c3", "The cause may be ice on the upper cable", [Source("official", SourceKind.Person, "o2", anonymous: true)], Certainty.Possible, hedge: "may"),
            Say(Radio, 1, "c3", "ice had stopped the car", [Source("Sorn Ropeways", SourceKind.Organisation, "o3")], stance: Stance.Denies),
            Say(Radio, 2, "c4", "A hearing is set for 12 February", []),
            Say(Times, 1, "c5", "Thirty-eight people have been brought down from the cable car", [Source("Marit Osk", SourceKind.Person, "o1")]),
        ];
        Support two = new(2, 2, 1, 1, false), one = new(1, 1, 1, 1, false), ice = new(2, 2, 1, 2, true);
        return new Story
        {
            Id = "story-1",
            Title = "Forty stranded as cable car stops above Aldine gorge",
            From = new DateOnly(2031, 2, 3),
            To = new DateOnly(2031, 2, 12),
            Reports = Reports,
            Assertions = assertions,
            Claims =
            [
                Claim("c1", "About 40 people were stranded above the Aldine gorge on Monday evening.", ClaimStatus.Asserted, two, assertions, Wire),
                Claim("c2", "Nobody is hurt.", ClaimStatus.Asserted, one, assertions, Wire),
                Claim("c3", "The cause may be ice on the upper cable.", ClaimStatus.Disputed, ice, assertions, Wire),
                Claim("c4", "A hearing is set for 12 February.", ClaimStatus.Asserted, one, assertions, Radio, ClaimKind.Plan),
                Claim("c5", "Thirty-eight people have been brought down from the cable car.", ClaimStatus.Asserted, one, assertions, Times),
            ],
            Quotes = [],
            Times = [],
            Quantities = [],
            Entities = [new StoryEntity("e1", "Marit Osk", EntityKind.Person, ["Osk"], 3, null)],
            Origins =
            [
                Origin("o1", "Marit Osk", OriginBasis.NamedOfficial),
                Origin("o2", "official", OriginBasis.UnnamedOfficial, anonymous: true),
                Origin("o3", "Sorn Ropeways", OriginBasis.NamedOfficial),
            ],
            Lineage =
            [
                new Derivation(Courier, Wire, DerivationKind.Verbatim, 0.93, [], []),
                new Derivation(Radio, "o-item-highland-wire", DerivationKind.Credits, 0, [], []),
                new Derivation(Radio, Courier, DerivationKind.Cites, 0, [], []),
            ],
            Differences =
            [
                new Difference("d1", DifferenceKind.Number, "people in the car",
                    [new Position("40", "about 40, the mountain rescue service", [assertions[0].Id]), new Position("38", "thirty-eight, Marit Osk", [assertions[7].Id])],
                    Verdict.Superseded, "A later count took the place of an early estimate."),
                new Difference("d2", DifferenceKind.Existence, "ice on the cable",
                    [new Position("ice", "may be ice, an official", [assertions[2].Id]), new Position("no ice", "denied by Sorn Ropeways", [assertions[5].Id])],
                    Verdict.Conflict, "The operator denies what an unnamed official said."),
            ],
            Timeline =
            [
                new TimelineEntry(new DateOnly(2031, 2, 3), new DateOnly(2031, 2, 3), "A cable car stopped above the Aldine gorge.", ["c1"], [Wire, Courier]),
                new TimelineEntry(new DateOnly(2031, 2, 12), null, "A hearing is set for 12 February.", ["c4"], [Radio]),
            ],
            Brief = new Brief
            {
                Headline = "Forty stranded as cable car stops above Aldine gorge",
                NewsPeg = [Point("Thirty-eight people have been brought down from the cable car, Marit Osk of the mountain rescue service said.", ["c5"], one, assertions[7].At)],
                KeyFacts = [Point("About 40 people were stranded when a cable car stopped above the Aldine gorge on Monday evening, the mountain rescue service said.", ["c1"], two, assertions[0].At, assertions[3].At)],
                Disputed = [Point("The cause may be ice on the upper cable, an official said. The operator, Sorn Ropeways, denied that ice had stopped the car.", ["c3"], null, assertions[2].At, assertions[5].At)],
                Unknown = [Point("It was not immediately clear how long the rescue would take.", [], null, At(Wire, "It was not immediately clear how long the rescue would take."))],
                Watch = [Point("A hearing is set for 12 February.", ["c4"], one, assertions[6].At)],
                BigNumber = Point("About 40 people were stranded.", ["c1"], two, assertions[0].At),
                Who = [Point("Marit Osk, who leads the service", [], null, At(Wire, "Marit Osk, who leads the service"))],
                FurtherReading = [new Reading("How cable cars are evacuated", "https://lowland.example/how", Times), new Reading("The gorge in winter", null, Wire)],
            },
        };
    }

    public static Picture Picture() => new("1", [Story()], [new Rejection("scan.pdf", "neither text nor a page")]);

    /// <summary>The same picture with hostile words in every place that comes from outside.</summary>
    public static Picture Poisoned(string poison)
    {
        Story story = Story();
        Report first = story.Reports[0] with
        {
            Headline = poison,
            Outlet = poison,
            Url = "javascript:alert(1)",
            Agencies = [poison],
            Authors = [poison],
            Dateline = new Dateline(poison, poison),
            Notes = [new EditorNote(EditorNoteKind.Update, poison)],
            Body = poison + "\n\n" + story.Reports[0].Body,
        };
        return new Picture("1",
        [
            story with
            {
                Title = poison,
                Reports = [first, .. story.Reports.Skip(1)],
                Claims = [.. story.Claims.Select(c => c with { Statement = poison })],
                Origins = [.. story.Origins.Select(o => o with { Name = poison })],
                Differences = [.. story.Differences.Select(d => d with { About = poison, Why = poison, Positions = [.. d.Positions.Select(p => p with { Value = poison, Text = poison })] })],
                Timeline = [.. story.Timeline.Select(t => t with { Text = poison })],
                Brief = story.Brief with
                {
                    KeyFacts = [.. story.Brief.KeyFacts.Select(p => p with { Text = poison })],
                    Who = [.. story.Brief.Who.Select(p => p with { Text = poison })],
                    FurtherReading = [new Reading(poison, "javascript:alert(2)", Times), new Reading("data", "data:text/html,x", Times)],
                },
            },
        ],
        [new Rejection(poison, poison)]);
    }

    public static ReportSpan At(string report, string quote)
    {
        string body = Reports.Single(r => r.Id == report).Body;
        int start = body.IndexOf(quote, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{quote}' is not in {report}");
        return new ReportSpan(report, start, start + quote.Length, quote);
    }

    private static Report Report(string id, string? outlet, string? published, string? headline, string body) => new()
    {
        Id = id,
        Input = $"cablecar/{id}.txt",
        Url = outlet is null ? null : $"https://{id}.example/story",
        Outlet = outlet,
        Agencies = [],
        Authors = [],
        Dateline = null,
        Published = ReportTime.TryParse(published, out ReportTime time) ? time : null,
        PublishedBasis = published is null ? null : PublishedBasis.Metadata,
        Updated = null,
        Notes = [],
        Headline = headline,
        Body = body,
        Links = [],
        Language = "en",
    };

    private static Assertion Say(
        string report, int index, string claim, string quote, ImmutableArray<Source> chain,
        Certainty certainty = Certainty.Certain, Stance stance = Stance.Asserts, string? hedge = null) => new()
        {
            Id = StoryIndex.AssertionId(report, index),
            Report = report,
            Claim = claim,
            At = At(report, quote),
            Attribution = chain,
            Cue = null,
            Stance = stance,
            Certainty = certainty,
            Polarity = Polarity.Positive,
            Hedges = hedge is null ? [] : [At(report, hedge)],
            Times = [],
            Quantities = [],
            Quotes = [],
        };

    private static Source Source(string name, SourceKind kind, string origin, bool anonymous = false) => new(name, null, kind, anonymous, origin);

    private static Origin Origin(string id, string name, OriginBasis basis, bool anonymous = false) => new()
    {
        Id = id,
        Name = name,
        Kind = SourceKind.Person,
        Basis = basis,
        Anonymous = anonymous,
        Via = ["Highland Wire"],
        MayBe = id == "o2" ? ["o1"] : [],
    };

    private static Claim Claim(
        string id, string statement, ClaimStatus status, Support support, ImmutableArray<Assertion> assertions, string first, ClaimKind kind = ClaimKind.Event) => new()
        {
            Id = id,
            Statement = statement,
            Kind = kind,
            Status = status,
            Assertions = [.. assertions.Where(a => a.Claim == id).Select(a => a.Id)],
            Support = support,
            FirstReported = new FirstReport(first, null),
            History = [new StatusChange(null, first, status)],
        };

    private static Point Point(string text, ImmutableArray<string> claims, Support? support, params ImmutableArray<ReportSpan> evidence) => new(text, claims, support, evidence);
}
