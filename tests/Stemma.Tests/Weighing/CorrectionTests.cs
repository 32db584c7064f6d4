using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Tests.Weighing;

/// <summary>What a person corrects is honoured wherever it concerns the reports at hand, and support and status follow by the rules that hold for all.</summary>
public sealed class CorrectionTests
{
    private static readonly Analyst Analyst = new();

    private static readonly ImmutableArray<RawReport> Reports =
    [
        Raw("a", "Harbour Echo", "Crane falls at Skarvik port", "2026-05-04T08:00:00Z",
            "A crane fell at the port of Skarvik on Monday. Harbour master Runa Feld said that two dockers were injured. Union secretary Tor Vale said that the crane had been overdue for inspection."),
        Raw("b", "Echo Weekend", "Two hurt as crane falls", "2026-05-04T10:00:00Z",
            "A crane fell at the port of Skarvik on Monday. Harbour master Runa Feld said that two dockers were injured. The port was closed until the evening."),
        Raw("c", "Skerry Wire", "Port of Skarvik shut after crane falls", "2026-05-04T12:00:00Z",
            "The port of Skarvik was shut on Monday after a crane came down. T. Vale said that the crane had been overdue for inspection."),
    ];

    [Fact]
    public void Two_claims_that_are_one_share_their_assertions_and_what_stands_behind_them()
    {
        Story before = Weigh();
        Claim first = ClaimOf(before, "a", "two dockers were injured"), second = ClaimOf(before, "b", "closed until the evening");
        Assert.NotEqual(first.Id, second.Id);

        Story after = Weigh(Correct(CorrectionKind.Merge, CorrectionTarget.Claim, [Place("a", "two dockers were injured"), Place("b", "The port was closed until the evening")]));
        Claim merged = ClaimOf(after, "a", "two dockers were injured");

        Assert.Equal(before.Claims.Length - 1, after.Claims.Length);
        Assert.Equal(first.Assertions.Concat(second.Assertions).Order(), merged.Assertions.Order());
        Assert.All(merged.Assertions, id => Assert.Equal(merged.Id, after.Assertions.Single(a => a.Id == id).Claim));
        Assert.True(merged.Support.Reports >= Math.Max(first.Support.Reports, second.Support.Reports));
        Assert.Empty(PictureRules.Breaches(new Picture("1", [after], [])));
    }

    [Fact]
    public void An_assertion_that_does_not_belong_makes_a_claim_of_its_own()
    {
        Claim before = ClaimWith(Weigh(), "two dockers were injured");
        Assert.Equal(2, before.Assertions.Length);

        Story after = Weigh(Correct(CorrectionKind.Split, CorrectionTarget.Claim, [Place("b", "two dockers were injured")]));

        Assert.Equal(2, after.Claims.Count(c => c.Statement.Contains("two dockers were injured", StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(PictureRules.Breaches(new Picture("1", [after], [])));
    }

    [Fact]
    public void A_rejected_claim_is_gone_from_claims_assertions_and_brief()
    {
        Claim rejected = ClaimOf(Weigh(), "b", "closed until the evening");
        Story after = Weigh(Correct(CorrectionKind.Reject, CorrectionTarget.Claim, [Place("b", "The port was closed until the evening")]));

        Assert.DoesNotContain(after.Claims, c => c.Assertions.Intersect(rejected.Assertions).Any());
        Assert.DoesNotContain(after.Assertions, a => rejected.Assertions.Contains(a.Id));
        Assert.Empty(PictureRules.Breaches(new Picture("1", [after], [])));
    }

    [Fact]
    public void Two_names_of_one_person_make_one_origin()
    {
        Story before = Weigh();
        Claim apart = ClaimWith(before, "overdue for inspection");
        Story after = Weigh(Correct(CorrectionKind.Merge, CorrectionTarget.Origin, [new() { Name = "Tor Vale" }, new() { Name = "T. Vale" }]));
        Claim joined = ClaimWith(after, "overdue for inspection");

        Assert.True(joined.Support.OriginsAtMost <= apart.Support.OriginsAtMost);
        Assert.Equal(1, joined.Support.OriginsAtMost);
        Assert.DoesNotContain(after.Origins, o => o.Name == "T. Vale");
        Assert.Empty(PictureRules.Breaches(new Picture("1", [after], [])));
    }

    [Fact]
    public void A_passage_given_to_another_source_is_that_sources_word()
    {
        Story after = Weigh(Correct(CorrectionKind.Reattribute, CorrectionTarget.Assertion, [Place("a", "two dockers were injured")], to: "Liv Orre"));

        Assertion moved = after.Assertions.Single(a => a.Report == Id("a") && a.At.Quote.Contains("two dockers", StringComparison.Ordinal));
        Assert.Equal("Liv Orre", moved.Attribution[^1].Name);
        Assert.Contains(after.Origins, o => o.Name == "Liv Orre");
        Assert.Equal(2, ClaimWith(after, "two dockers were injured").Support.OriginsAtMost);
    }

    [Fact]
    public void A_passage_in_the_reports_own_voice_can_be_given_to_a_source()
    {
        Story after = Weigh(Correct(CorrectionKind.Reattribute, CorrectionTarget.Assertion, [Place("b", "The port was closed until the evening")], to: "Port of Skarvik", source: SourceKind.Organisation));

        Assertion moved = after.Assertions.Single(a => a.Report == Id("b") && a.At.Quote.Contains("closed until", StringComparison.Ordinal));
        Assert.Equal("Port of Skarvik", moved.Attribution[^1].Name);
    }

    [Fact]
    public void Outlets_of_one_publisher_count_as_one()
    {
        Claim before = ClaimWith(Weigh(), "two dockers were injured");
        Claim after = ClaimWith(
            Weigh(Correct(CorrectionKind.Family, CorrectionTarget.Outlet, [new() { Name = "Harbour Echo" }, new() { Name = "echo weekend" }])), "two dockers were injured");

        Assert.Equal(2, before.Support.Outlets);
        Assert.Equal(1, after.Support.Outlets);
    }

    [Fact]
    public void A_later_word_of_one_publishers_other_outlet_overtakes_the_earlier()
    {
        ImmutableArray<RawReport> reports =
        [
            Raw("a", "Harbour Echo", "Crane falls at Skarvik port", "2026-05-04T08:00:00Z", "A crane fell at the port of Skarvik on Monday. The fallen crane of the port weighed 40 tonnes. The quay was closed."),
            Raw("b", "Weekend Lantern", "Crane falls at port of Skarvik", "2026-05-04T11:00:00Z", "A crane fell at the port of Skarvik on Monday. The fallen crane of the port weighed 60 tonnes. Nobody was hurt."),
        ];
        Correction family = Correct(CorrectionKind.Family, CorrectionTarget.Outlet, [new() { Name = "Harbour Echo" }, new() { Name = "Weekend Lantern" }]);
        Verdict VerdictWith(params Correction[] corrections) => Assert.Single(Assert.Single(
            Analyst.Analyse(reports, [], new AnalysisOptions { Corrections = CorrectionSet.Of(corrections) }, CancellationToken.None).Stories).Differences, d => d.Positions.Any(p => p.Value.StartsWith("40", StringComparison.Ordinal))).Verdict;

        Assert.Equal(Verdict.Conflict, VerdictWith());
        Assert.Equal(Verdict.Superseded, VerdictWith(family));
    }

    [Fact]
    public void A_claim_worded_anew_is_told_so_in_the_brief_with_its_evidence()
    {
        Story before = Weigh();
        Point told = before.Brief.KeyFacts.Concat(before.Brief.NewsPeg).First(p => !p.Claims.IsEmpty && before.Claims.Single(c => c.Id == p.Claims[0]).Assertions.Length > 1);
        Claim claim = before.Claims.Single(c => c.Id == told.Claims[0]);
        ReportSpan at = before.Assertions.Single(a => a.Id == claim.Assertions[0]).At;
        Correction rename = Correct(CorrectionKind.Rename, CorrectionTarget.Claim, [new() { Report = at.Report, Start = at.Start, End = at.End, Quote = at.Quote }], to: "It came down, the desk says.");

        Story after = Weigh(rename);
        Point anew = Assert.Single(after.Brief.KeyFacts.Concat(after.Brief.NewsPeg).Where(p => p.Text == "It came down, the desk says.").DistinctBy(p => p.Text));
        Assert.Equal(claim.Assertions.AsEnumerable(), after.Claims.Single(c => c.Id == anew.Claims[0]).Assertions);
        Assert.NotEmpty(anew.Evidence);
        Assert.All(anew.Evidence, e => Assert.Contains(told.Evidence, t => t == e));
        Assert.DoesNotContain(after.Brief.KeyFacts, p => p.Text == told.Text);
    }

    [Fact]
    public void A_brief_says_that_it_was_corrected_and_by_whom()
    {
        Correction family = Correct(CorrectionKind.Family, CorrectionTarget.Outlet, [new() { Name = "Harbour Echo" }, new() { Name = "Echo Weekend" }]);
        const string Told = "1 correction by hand (ana) is honoured here; the latest of 5 May 2026.";

        Assert.Contains(Told, TextRenderer.Render(Picture(family), 200, color: false), StringComparison.Ordinal);
        Assert.Contains("1 correction by hand (ana)", MarkdownRenderer.Render(Picture(family)), StringComparison.Ordinal);
        Assert.Contains(Told, HtmlRenderer.Render(Picture(family)), StringComparison.Ordinal);
        Assert.DoesNotContain("by hand", TextRenderer.Render(Picture(), 200, color: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_merged_renamed_and_rejected()
    {
        Story merged = Weigh(Correct(CorrectionKind.Merge, CorrectionTarget.Entity, [new() { Name = "Tor Vale" }, new() { Name = "T. Vale" }]));
        Assert.DoesNotContain(merged.Entities, e => e.Name == "T. Vale");
        Story renamed = Weigh(Correct(CorrectionKind.Rename, CorrectionTarget.Entity, [new() { Name = "Runa Feld" }], to: "Runa Feldt"));
        Assert.Contains(renamed.Entities, e => e.Name == "Runa Feldt");
        Assert.Contains(renamed.Assertions, a => a.Attribution.Any(s => s.Name == "Runa Feldt"));
        Story rejected = Weigh(Correct(CorrectionKind.Reject, CorrectionTarget.Entity, [new() { Name = "Skarvik" }]));
        Assert.DoesNotContain(rejected.Entities, e => e.Name == "Skarvik");
    }

    [Fact]
    public void Stories_are_split_merged_renamed_and_rejected()
    {
        Correction split = Correct(CorrectionKind.Split, CorrectionTarget.Story, [new() { Report = Id("c") }]);
        Assert.Equal(2, Picture(split).Stories.Length);
        Correction merge = Correct(CorrectionKind.Merge, CorrectionTarget.Story, [new() { Report = Id("a") }, new() { Report = Id("c") }]) with { Id = "k2" };
        Assert.Single(Picture(split, merge).Stories);
        Assert.Equal("The crane", Weigh(Correct(CorrectionKind.Rename, CorrectionTarget.Story, [new() { Report = Id("b") }], to: "The crane")).Title);
        Assert.Empty(Picture(Correct(CorrectionKind.Reject, CorrectionTarget.Story, [new() { Report = Id("b") }])).Stories);
    }

    [Fact]
    public void What_is_undone_has_never_been_and_an_undone_undo_brings_it_back()
    {
        Correction reject = Correct(CorrectionKind.Reject, CorrectionTarget.Claim, [Place("b", "The port was closed until the evening")]);
        Correction undo = Undo("k2", "k1"), again = Undo("k3", "k2");
        string plain = Json();

        Assert.Equal(plain, Json(reject, undo));
        Assert.Equal(Json(reject), Json(reject, undo, again));
        Assert.NotEqual(plain, Json(reject));
    }

    [Fact]
    public void An_anchor_finds_its_words_where_they_have_moved_to()
    {
        CorrectionAnchor place = Place("b", "The port was closed until the evening");
        CorrectionAnchor moved = place with { Start = place.Start + 7, End = place.End + 7 };
        Story there = Weigh(Correct(CorrectionKind.Reject, CorrectionTarget.Claim, [place])), found = Weigh(Correct(CorrectionKind.Reject, CorrectionTarget.Claim, [moved]));

        Assert.True(there.Claims.Length < Weigh().Claims.Length);
        Assert.Equal(there.Claims.Select(c => c.Id), found.Claims.Select(c => c.Id));
    }

    [Fact]
    public void What_points_at_nothing_at_hand_changes_nothing()
    {
        Correction elsewhere = Correct(CorrectionKind.Reject, CorrectionTarget.Claim, [new() { Report = "r0000000000", Start = 0, End = 3, Quote = "The" }]);
        Assert.Equal(Json(), Json(elsewhere));
    }

    [Theory]
    [InlineData("""{"id":"k","kind":"merge","target":"claim","what":[{"name":"x"},{"name":"y"}],"who":"a","when":"2026-01-01T00:00:00Z"}""", "report, start, end and quote")]
    [InlineData("""{"id":"k","kind":"grade","target":"outlet","what":[{"name":"x"}],"to":"G","who":"a","when":"2026-01-01T00:00:00Z"}""", "A to F")]
    [InlineData("""{"id":"k","kind":"family","target":"story","what":[{"report":"x"}],"who":"a","when":"2026-01-01T00:00:00Z"}""", "there is no family of a story")]
    [InlineData("""{"id":"k","kind":"undo","target":"correction","who":"a","when":"2026-01-01T00:00:00Z"}""", "what it undoes")]
    [InlineData("""{"id":"k"}""", "not a correction")]
    [InlineData("""[]""", "not a correction")]
    public void A_line_that_says_nothing_is_refused_with_its_reason(string line, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => CorrectionJson.Read(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_correction_is_the_same_after_it_was_written_and_read()
    {
        Correction correction = Correct(CorrectionKind.Reattribute, CorrectionTarget.Assertion, [Place("a", "two dockers")], to: "Jörg \"J\" O’Dea", source: SourceKind.Group);
        Assert.Equal(CorrectionJson.Line(correction), CorrectionJson.Line(CorrectionJson.Read(CorrectionJson.Line(correction))));
    }

    private static Correction Correct(CorrectionKind kind, CorrectionTarget target, ImmutableArray<CorrectionAnchor> what, string? to = null, SourceKind? source = null) =>
        new() { Id = "k1", Kind = kind, Target = target, What = what, To = to, As = source, Who = "ana", When = new DateTimeOffset(2026, 5, 5, 0, 0, 0, TimeSpan.Zero) };

    private static Correction Undo(string id, string undoes) =>
        new() { Id = id, Kind = CorrectionKind.Undo, Target = CorrectionTarget.Correction, Undoes = undoes, Who = "ana", When = new DateTimeOffset(2026, 5, 6, 0, 0, 0, TimeSpan.Zero) };

    private static CorrectionAnchor Place(string report, string quote)
    {
        Report found = Clean(report);
        int start = found.Body.IndexOf(quote, StringComparison.Ordinal);
        Assert.True(start >= 0, quote);
        return new CorrectionAnchor { Report = found.Id, Start = start, End = start + quote.Length, Quote = quote };
    }

    private static string Id(string report) => Clean(report).Id;

    private static Report Clean(string report) => new ReportReader().Read(Reports.Single(r => r.Input == report));

    private static Claim ClaimOf(Story story, string report, string words) =>
        story.Claims.Single(c => c.Id == story.Assertions.Single(a => a.Report == Id(report) && a.At.Quote.Contains(words, StringComparison.OrdinalIgnoreCase)).Claim);

    private static Claim ClaimWith(Story story, string words) => story.Claims.First(c => c.Statement.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static Story Weigh(params Correction[] corrections) => Assert.Single(Picture(corrections).Stories);

    private static string Json(params Correction[] corrections) => PictureJson.Write(Picture(corrections));

    private static Picture Picture(params Correction[] corrections) =>
        Analyst.Analyse(Reports, [], new AnalysisOptions { Corrections = CorrectionSet.Of(corrections) }, CancellationToken.None);

    private static RawReport Raw(string input, string outlet, string headline, string published, string text) => new()
    {
        Input = input,
        Outlet = outlet,
        Headline = headline,
        Published = ReportTime.TryParse(published, out ReportTime time) ? time : null,
        Text = text,
    };
}
