using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Times;

namespace Stemma.Tests.Times;

/// <summary>An invented strike at the port of Halmar, told by reports without a date. 3 June 2024 was a Monday.</summary>
public sealed class PublicationDatingTests
{
    private static readonly Annotator Annotator = new();

    private const string First = "Dockers in Halmar walked out on Monday, the union said. Talks are due to resume on Wednesday. The port last stood still in May 2019, five years ago.";
    private const string Second = "The union said on Monday that 400 dockers had walked out. The port authority will hold its June 3-7 trade fair all the same, two days after a boat show closed on 1 June. Container rates have risen since March 2023.";
    private const string Third = "Halmar's port is at a standstill, the harbour master told reporters on Tuesday. Talks will open tomorrow, Wednesday.";

    [Fact]
    public void Undated_reports_of_one_story_date_each_other()
    {
        ImmutableArray<Report> settled = Settle(Undated("a", First), Undated("b", Second), Undated("c", Third));
        Assert.Equal([new DateOnly(2024, 6, 3), new DateOnly(2024, 6, 3), new DateOnly(2024, 6, 4)], settled.Select(r => r.Published?.Day));
        Assert.All(settled, r => Assert.Equal(PublishedBasis.Inferred, r.PublishedBasis));
    }

    [Fact]
    public void A_later_copyright_year_does_not_move_the_story()
    {
        ImmutableArray<Report> settled = Settle(Undated("a", First), Undated("b", Second) with { CopyrightYear = 2026 }, Undated("c", Third));
        Assert.Equal(new DateOnly(2024, 6, 3), settled[1].Published?.Day);
    }

    [Fact]
    public void The_order_of_the_reports_does_not_matter()
    {
        Report[] reports = [Undated("a", First), Undated("b", Second), Undated("c", Third)];
        var forth = Settle(reports).ToDictionary(r => r.Id, r => r.Published);
        var back = Settle([.. reports.Reverse()]).ToDictionary(r => r.Id, r => r.Published);
        Assert.Equal(forth.OrderBy(p => p.Key), back.OrderBy(p => p.Key));
    }

    [Fact]
    public void A_dated_peer_places_a_weekday()
    {
        Report peer = Undated("a", First) with { Published = new ReportTime(new DateOnly(2024, 6, 3)), PublishedBasis = PublishedBasis.Metadata };
        ImmutableArray<Report> settled = Settle(peer, Undated("c", "The harbour master told reporters on Tuesday that the port stands still. Talks will open tomorrow, Wednesday."));
        Assert.Equal(PublishedBasis.Metadata, settled[0].PublishedBasis);
        Assert.Equal(new DateOnly(2024, 6, 4), settled[1].Published?.Day);
    }

    [Fact]
    public void A_dateline_without_a_year_takes_it_from_the_peers()
    {
        Report peer = Undated("a", First) with { Published = new ReportTime(new DateOnly(2024, 6, 3)), PublishedBasis = PublishedBasis.Metadata };
        ImmutableArray<Report> settled = Settle(peer, Undated("c", "The port stands still.") with { StatedDay = new PartialDay(6, 5, null) });
        Assert.Equal(new DateOnly(2024, 6, 5), settled[1].Published?.Day);
    }

    [Fact]
    public void A_dateline_is_believed_weeks_after_most_of_the_story()
    {
        Report[] peers = [.. Enumerable.Range(0, 6).Select(i => Undated($"p{i}", First) with { Published = new ReportTime(new DateOnly(2024, 6, 3 + i % 2)), PublishedBasis = PublishedBasis.Metadata })];
        Report late = Undated("l", First) with { Published = new ReportTime(new DateOnly(2024, 6, 20)), PublishedBasis = PublishedBasis.Metadata };
        ImmutableArray<Report> settled = Settle([.. peers, late, Undated("c", "The port works again.") with { StatedDay = new PartialDay(6, 19, null) }]);
        Assert.Equal(new DateOnly(2024, 6, 19), settled[^1].Published?.Day);
    }

    [Fact]
    public void Figures_of_a_dated_peer_place_a_report_that_repeats_them()
    {
        Report early = Dated("a", 3, "The strike has stopped 14 ships, 300 lorries and 2 ferries, the port said.");
        Report late = Dated("b", 8, "The strike has stopped 39 ships, 900 lorries and 5 ferries, the port said.");
        ImmutableArray<Report> settled = Settle(early, late, Undated("c", "Dockers on strike since Monday have stopped 14 ships, 300 lorries and 2 ferries."));
        Assert.InRange(settled[2].Published?.Day ?? default, new DateOnly(2024, 6, 3), new DateOnly(2024, 6, 4));
    }

    [Fact]
    public void A_cited_peer_places_a_relative_day()
    {
        Report cited = Dated("a", 4, "The strike will end, the port said.") with { Outlet = "Halmar Post" };
        Report later = Dated("b", 7, "The strike goes on.");
        Assert.Equal(new DateOnly(2024, 6, 5), Settle(cited, later, Undated("c", "The strike will end, the Halmar Post reported yesterday."))[2].Published?.Day);
    }

    [Theory]
    [InlineData("The port stands still, the harbour master said on Monday.")]
    [InlineData("The port stands still.")]
    [InlineData("The port stood still in 2019.")]
    public void What_allows_more_than_one_answer_is_left_open(string text)
    {
        Report only = Assert.Single(Settle(Undated("a", text)));
        Assert.Null(only.Published);
        Assert.Null(only.PublishedBasis);
    }

    [Fact]
    public void A_copyright_year_alone_is_no_date() => Assert.Null(Settle(Undated("a", "The port stands still.") with { CopyrightYear = 2024 })[0].Published);

    private static ImmutableArray<Report> Settle(params Report[] reports) =>
        new PublicationDating().Settle([.. reports.Select(r => (r, Annotator.Annotate(r.Body)))]);

    private static Report Dated(string id, int day, string body) =>
        Undated(id, body) with { Published = new ReportTime(new DateOnly(2024, 6, day)), PublishedBasis = PublishedBasis.Metadata };

    private static Report Undated(string id, string body) => new ReportReader().Read(new RawReport { Input = id, Text = body }) with { Id = id, Body = body, Published = null, PublishedBasis = null };
}
