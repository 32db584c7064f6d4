using System.Collections.Immutable;
using Stemma.Briefs;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Tests.Briefs;

/// <summary>What an editor asks of the brief of a story that goes on for days: what is over is over, what was answered is answered.</summary>
public sealed class EditorTests
{
    private static readonly Story Story = Analyse(
        Raw("1", "Coast Wire", "2031-05-05T08:00:00Z", "Four dead as grandstand collapses in Tarn Bridge",
            "Four people were killed when a grandstand collapsed at the harness races in Tarn Bridge on Sunday, police said.\n\n"
            + "The cause of the collapse is not known. The builder of the grandstand, Orlo Steel, could not be reached for comment.\n\n"
            + "Police chief Maëva Lindqvist said the track would be searched with dogs on Monday afternoon.\n\n"
            + "The mayor, Henrik Osterby, has called the council together."),
        Raw("2", "Tarn Bridge Courier", "2031-05-06T07:30:00Z", "Six dead in grandstand collapse",
            "Six people are now known to have died in the collapse of a grandstand in Tarn Bridge, police chief Maeva Lindqvist said on Monday.\n\n"
            + "Orlo Steel said that the grandstand had passed its inspection in April.\n\n"
            + "It would not give the name of the inspector."),
        Raw("3", "Coast Wire", "2031-05-08T18:00:00Z", "Seven dead; rusted bolts caused Tarn Bridge collapse",
            "Rusted bolts caused the collapse of the grandstand in Tarn Bridge on Sunday, state building inspector Ilka Brunn said on Thursday.\n\n"
            + "The number of dead has risen to seven, police chief Maëva Lindqvist said.\n\n"
            + "A hearing will be held in Tarn Bridge on 20 May, the mayor, Henrik Ostberby, said."));

    private static IEnumerable<string> Texts(ImmutableArray<Point> points) => points.Select(p => p.Text);

    [Fact]
    public void A_cause_that_was_stated_since_is_not_unknown() =>
        Assert.DoesNotContain(Texts(Story.Brief.Unknown), t => t.Contains("cause of the collapse", StringComparison.Ordinal));

    [Fact]
    public void Who_has_spoken_since_is_not_silent() =>
        Assert.DoesNotContain(Texts(Story.Brief.Unknown), t => t.Contains("could not be reached", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_that_leans_back_brings_its_sentence_along_or_is_not_told() =>
        Assert.DoesNotContain(Texts(Story.Brief.Unknown), t => t.StartsWith("It would not", StringComparison.Ordinal));

    [Fact]
    public void What_was_planned_for_a_day_that_is_over_is_not_to_be_watched()
    {
        Assert.DoesNotContain(Texts(Story.Brief.Watch), t => t.Contains("dogs", StringComparison.Ordinal));
        Assert.Contains(Texts([.. Story.Brief.Watch, .. Story.Brief.KeyFacts]), t => t.Contains("20 May", StringComparison.Ordinal));
    }

    [Fact]
    public void The_number_is_the_toll_that_stands() =>
        Assert.DoesNotMatch("\\b([Ff]our|[Ss]ix) people\\b", Story.Brief.BigNumber!.Text);

    [Fact]
    public void The_first_fact_is_what_the_last_report_opens_with() =>
        Assert.StartsWith("Rusted bolts caused", Story.Brief.KeyFacts[0].Text, StringComparison.Ordinal);

    [Fact]
    public void One_person_in_two_spellings_stands_once()
    {
        Assert.Single(Texts(Story.Brief.Who), t => t.Contains("Lindqvist", StringComparison.Ordinal));
        Assert.Single(Texts(Story.Brief.Who), t => t.Contains("Henrik", StringComparison.Ordinal));
    }

    [Fact]
    public void A_length_that_names_a_race_is_not_the_number()
    {
        Story run = Analyse(
            Raw("4", "Coast Wire", "2031-06-02T08:00:00Z", "Runner cleared",
                "Olympic 800 metres champion Ilka Brunn was cleared of doping on Monday after the second sample did not confirm the first, the athletics board said. "
                + "About 9,000 people had signed a letter in her support."),
            Raw("5", "Tarn Bridge Courier", "2031-06-02T12:00:00Z", "Brunn cleared of doping",
                "Ilka Brunn, the 800 metres champion, was cleared of doping on Monday, the athletics board said."));
        Assert.DoesNotMatch("^[^.]*800 metres champion[^.]*\\.$", run.Brief.BigNumber?.Text ?? "");
        Assert.DoesNotContain(Texts(run.Brief.Unknown), t => t.Contains("second sample", StringComparison.Ordinal));
    }

    private static Story Analyse(params RawReport[] reports) =>
        new Analyst().Analyse([.. reports], [], new AnalysisOptions { Threads = 1 }, CancellationToken.None).Stories[0];

    private static RawReport Raw(string id, string outlet, string published, string headline, string text) => new()
    {
        Input = "grandstand.jsonl#" + id,
        Id = id,
        Outlet = outlet,
        Published = ReportTime.TryParse(published, out ReportTime time) ? time : null,
        Headline = headline,
        Language = "en",
        Text = text,
    };
}
