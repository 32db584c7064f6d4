using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Lineages;
using Stemma.Reports;

namespace Stemma.Store.Tests;

/// <summary>What pictures add up to for those who speak in them.</summary>
public abstract partial class StoreContract
{
    private static RawReport Denial { get; } = Some.Raw("denial", "Lemm Gazette", "Engineer denies that a weld cracked", "2026-05-05T06:00:00Z",
        "Gudrun Veel, the Hallin county engineer, said that the Osterbro bridge over the river Lemm would stay closed. \"We will not open it this month,\" Veel said. Lorry firm Tamm denied that its timber lorry was too heavy.");

    [StoreFact]
    public async Task What_a_person_said_is_listed_over_all_reports_latest_first()
    {
        await AddAndWeighAsync(Some.Bridge, Some.BridgeAgain, Denial);

        UtteranceCounts counts = (await Store.Records.CountUtterancesAsync("person", "gudrun VEEL", default))!;
        ImmutableArray<Utterance> said = await Store.Records.UtterancesAsync(new UtteranceQuery("person", "Gudrun Veel"), default);
        Assert.Equal(("Gudrun Veel", said.Length), (counts.Name, counts.Utterances));
        Assert.True(counts.Outlets >= 2 && counts.Reports >= 2 && counts.Quoted >= 1, counts.ToString());
        Assert.Equal(said.OrderByDescending(u => u.Published!.Value.SortKey).Select(u => u.Published), said.Select(u => u.Published));
        Assert.Contains(said, u => u.IsOwn && u.Stance is Stance.Asserts && u.Words.Contains("inspected in May", StringComparison.Ordinal) && u.Claim is not null);
        Assert.Equal(counts.Stances.Sum(s => s.Count), said.Count(u => u.Stance is not null));
        Assert.Equal(counts.Utterances, counts.Months.Sum(m => m.Count));
        StoredReport report = (await Store.ReportAsync(said[^1].Report, default))!;
        Assert.Equal(said[^1].Words, said[^1].At.In(report.Report.Body).ToString());
        Assert.Equal(said.Select(u => u.Story).Distinct().Order(), (await Store.Records.TitlesAsync(said.Select(u => u.Story).Append("s-none"), default)).Keys.Order());
        Assert.Null(await Store.Records.CountUtterancesAsync("person", "Nobody Such", default));
    }

    [StoreFact]
    public async Task A_long_list_goes_on_where_its_page_ended()
    {
        await AddAndWeighAsync(Some.Bridge, Some.BridgeAgain, Denial);
        ImmutableArray<Utterance> all = await Store.Records.UtterancesAsync(new UtteranceQuery(null, "Gudrun Veel"), default);
        List<Utterance> paged = [];
        for (ImmutableArray<Utterance> page = await Page(null); page.Length > 0; page = await Page(page[^1].Mark))
            paged.AddRange(page);

        Assert.True(all.Length > 2);
        Assert.Equal(all.Select(u => u.Id), paged.Select(u => u.Id));

        Task<ImmutableArray<Utterance>> Page(string? before) => Store.Records.UtterancesAsync(new UtteranceQuery(null, "Gudrun Veel") { Before = before, Limit = 2 }, default);
    }

    [StoreFact]
    public async Task An_origin_has_a_record_of_what_became_of_its_claims_and_an_outlet_of_what_it_passed_on()
    {
        RawReport copy = Some.Bridge with { Input = "copy", Outlet = "Morning Copy", Published = Time("2026-05-04T08:00:00Z") };
        await AddAndWeighAsync(Some.Bridge, Some.BridgeAgain, copy);

        TrackRecord veel = (await Store.Records.TrackAsync(HolderKind.Origin, "Gudrun Veel", default))!;
        ImmutableArray<RecordedClaim> claims = await Store.Records.ClaimsAsync(new RecordQuery(HolderKind.Origin, "Gudrun Veel"), default);
        Assert.Equal(veel.Claims, claims.Length);
        Assert.Equal(veel.Claims, veel.Outcomes.Sum(o => o.Count));
        Assert.All(Enum.GetValues<Outcome>(), o => Assert.True(veel.Of(o) <= veel.Claims));

        TrackRecord copier = (await Store.Records.TrackAsync(HolderKind.Outlet, "Morning Copy", default))!;
        Assert.Equal(copier.Claims, copier.Relayed);
        Assert.Equal(0, copier.First);
        Dependence rests = (await Store.Records.DependenceAsync("morning copy", 10, default))!;
        Assert.Equal((1, 1), (rests.Reports, rests.Resting));
        Assert.Contains((DerivationKind.Verbatim, 1), rests.Kinds);
        Assert.Contains(rests.On, o => o == ("Skerry Wire", 1));
        Assert.Contains((await Store.Records.DependenceAsync("Skerry Wire", 10, default))!.By, o => o.Name == "Morning Copy");
        Assert.Null(await Store.Records.DependenceAsync("No Such Paper", 10, default));
    }

    [StoreFact]
    public async Task The_list_of_one_outcome_has_as_many_claims_as_are_counted()
    {
        await AddAndWeighAsync(Some.Bridge, Some.BridgeAgain, Denial);
        TrackRecord record = (await Store.Records.TrackAsync(HolderKind.Outlet, "Skerry Wire", default))!;
        foreach (Outcome outcome in Enum.GetValues<Outcome>())
            Assert.Equal(record.Of(outcome), (await Store.Records.ClaimsAsync(new RecordQuery(HolderKind.Outlet, "Skerry Wire") { Outcome = outcome }, default)).Length);
    }

    [StoreFact]
    public async Task Names_are_listed_by_how_often_they_are_met_and_found_by_a_part()
    {
        await AddAndWeighAsync(Some.Bridge, Some.BridgeAgain, Denial);
        ImmutableArray<RecordedName> people = await Store.Records.NamesAsync(NameKind.Person, null, 10, default);
        Assert.Equal("Gudrun Veel", people[0].Name);
        Assert.Equal(people.OrderByDescending(p => p.Count).Select(p => p.Count), people.Select(p => p.Count));
        Assert.Equal("Gudrun Veel", Assert.Single(await Store.Records.NamesAsync(NameKind.Person, "VEE", 10, default)).Name);
        Assert.Empty(await Store.Records.NamesAsync(NameKind.Person, "V%l", 10, default));
        Assert.Contains(await Store.Records.NamesAsync(NameKind.Outlet, null, 10, default), o => o.Name == "Skerry Wire");
        Assert.NotEmpty(await Store.Records.NamesAsync(NameKind.Origin, "veel", 10, default));
    }

    [StoreFact]
    public async Task A_forgotten_report_leaves_nothing_in_the_records()
    {
        await AddAndWeighAsync(Some.Bridge);
        await Store.ForgetAsync(new ForgetRequest { Reports = [Some.Id(Some.Bridge)], Who = "ana", When = Some.Noon }, default);

        Assert.Null(await Store.Records.CountUtterancesAsync(null, "Gudrun Veel", default));
        Assert.Null(await Store.Records.TrackAsync(HolderKind.Outlet, "Skerry Wire", default));
        await AssertSoundAsync();
    }

    [StoreFact]
    public async Task The_id_of_an_earlier_version_leads_to_the_later_one()
    {
        RawReport first = Some.Bridge with { Url = "https://wire.example/bridge" };
        RawReport second = first with { Text = first.Text + " The bridge stays closed, she said.", Updated = Time("2026-05-04T09:00:00Z") };
        await AddAndWeighAsync(first);
        await AddAndWeighAsync(second);

        Assert.Equal(Some.Id(second), await Store.Records.CurrentReportAsync(Some.Id(first), default));
        Assert.Equal(Some.Id(second), await Store.Records.CurrentReportAsync(Some.Id(second), default));
        Assert.Null(await Store.Records.CurrentReportAsync("r0", default));
    }

    private async Task AddAndWeighAsync(params RawReport[] reports)
    {
        await AddAsync(reports);
        await new StoryWeigher(Store, Some.Reading).WeighStaleAsync(1, default);
    }
}
