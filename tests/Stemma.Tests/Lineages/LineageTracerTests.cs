using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Tests.Stories;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Tests.Lineages;

public sealed class LineageTracerTests
{
    private static readonly Annotator Annotator = new();

    private const string WireBody =
        "A gas explosion tore through a bakery in the old quarter of Tresmund early on Friday, injuring 14 people, the fire brigade said.\n\n"
        + "Windows were broken as far as the cathedral square and a wall of the neighbouring print shop fell into the street, according to brigade captain Odile Ferrant.\n\n"
        + "\"We smelled it before we saw it,\" Ferrant told reporters at the scene. \"Two more minutes and my own people would have been inside.\"\n\n"
        + "The baker, who lives above the shop, had reported a leak to the utility Nordgas on Monday, two neighbours said. Nordgas said it was looking into the matter.\n\n"
        + "The quarter was sealed off until the afternoon while engineers checked the remaining pipes, which date from the nineteen-fifties.";

    private static readonly Report Wire = Some.Report("wire", WireBody, "Bakery blast injures 14 in Tresmund", "2025-02-14T07:00:00Z", "Lantern News Agency");

    [Fact]
    public void A_cut_copy_rests_word_for_word_on_the_wire_with_or_without_a_credit()
    {
        Report credited = Some.Report("credited", WireBody[..WireBody.LastIndexOf("\n\n", StringComparison.Ordinal)], "Blast", "2025-02-14T08:00:00Z", "Tresmund Post") with { Agencies = ["LNA"] };
        Report silent = Some.Report("silent", WireBody, "Boom", "2025-02-14T09:00:00Z", "City Blog");
        ImmutableArray<Derivation> edges = Trace(Wire, credited, silent);

        Assert.Equal(["credited wire Verbatim", "silent wire Verbatim"], edges.Select(Name));
        Assert.All(edges, e => Assert.InRange(e.Share, 0.99, 1));
    }

    [Fact]
    public void Two_reporters_at_one_briefing_share_the_quotation_and_not_the_text()
    {
        Report other = Some.Report(
            "other",
            "I reached the cathedral square at seven. Glass crunched under every step. \"We smelled it before we saw it,\" Odile Ferrant, who leads the brigade, said into a forest of microphones. "
            + "\"Two more minutes and my own people would have been inside.\" A priest was handing out blankets, and somebody had brought soup.",
            "A morning in the old quarter", "2025-02-14T10:00:00Z", "Southern Radio");
        Assert.DoesNotContain(Trace(Wire, other), e => e.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite);
    }

    [Fact]
    public void Editions_of_one_house_rest_on_the_earlier()
    {
        Report later = Some.Report("later", WireBody, "Blast in Tresmund", "2025-02-14T07:04:00Z", "Lantern News Agency South");
        Assert.Equal(["later wire Verbatim"], Trace(later, Wire).Select(Name));
    }

    [Fact]
    public void A_report_that_names_the_agency_cites_its_item()
    {
        Report blog = Some.Report(
            "blog",
            "Fourteen hurt in a bakery! According to LNA, the baker had rung the gas company days before. The agency says glass flew all the way to the cathedral.",
            "Baked", "2025-02-14T12:00:00Z", "Hearth and Home");
        Assert.Contains(Trace(Wire, blog), e => e is { From: "blog", To: "wire", Kind: DerivationKind.Cites or DerivationKind.Rewrite });
    }

    [Theory]
    [InlineData("The Harbour Clarion had it from a clerk.", true)]
    [InlineData("The Harbour Clarion stands beside the bakery.", false)]
    public void A_medium_that_had_it_from_somebody_is_cited(string sentence, bool cited)
    {
        Report clarion = Some.Report("clarion", "A leak was known of in the quarter for a week, a clerk of the utility said on Friday.", "Leak known of", "2025-02-14T08:00:00Z", "Harbour Clarion");
        Report letter = Some.Report("letter", "Where does the tale of the leak come from? I have asked around the square all morning. " + sentence, "A leak and a tale", "2025-02-15T08:00:00Z", "Square Letter");
        Assert.Equal(cited, Trace(clarion, letter).Any(e => e is { From: "letter", To: "clarion", Kind: DerivationKind.Cites }));
    }

    [Fact]
    public void A_medium_named_by_its_kind_is_the_one_whose_words_are_quoted()
    {
        Report radio = Some.Report("radio", "Captain Odile Ferrant of the brigade has told Bay Radio that nobody was inside. \"We smelled it long before we saw it,\" she said.", "Blast", "2025-02-14T08:00:00Z", "Bay Radio");
        Report tabloid = Some.Report("tabloid", "Nobody was inside, the captain told local radio. \"We smelled it long before,\" gasped Odile Ferrant.", "Boom", "2025-02-14T10:00:00Z", "Daily Boom");
        Report stranger = Some.Report("stranger", "Nobody was inside, the captain told local radio. \"The quarter is sealed off,\" gasped Odile Ferrant.", "Boom", "2025-02-14T10:00:00Z", "Daily Bang");
        ImmutableArray<Derivation> edges = Trace(radio, tabloid, stranger);
        Assert.Contains(edges, e => e is { From: "tabloid", To: "radio", Kind: DerivationKind.Cites });
        Assert.DoesNotContain(edges, e => e is { From: "stranger", To: "radio" });
    }

    [Fact]
    public void A_retraction_rests_on_what_it_takes_back()
    {
        Report first = Some.Report("first", "A bear has been seen in the old quarter of Tresmund, two people wrote on a forum. It was brown.", "Bear in Tresmund", "2025-02-14T08:00:00Z", "City Blog");
        Report second = Some.Report("second", "There was no bear in the old quarter. We should not have published it, and we apologise to the mayor.", "Retraction: the bear", "2025-02-15T08:00:00Z", "City Blog");
        Assert.Contains(Trace(first, second), e => e is { From: "second", To: "first", Kind: DerivationKind.Cites });
    }

    [Fact]
    public void A_later_item_is_never_what_an_earlier_report_rests_on()
    {
        Report early = Some.Report("early", "According to LNA, a bakery has blown up in Tresmund.", "Blast", "2025-02-14T06:30:00Z", "Hearth and Home");
        Assert.DoesNotContain(Trace(Wire, early), e => e.From == "early" && e.To == "wire");
    }

    [Fact]
    public void An_agency_whose_item_is_not_at_hand_is_a_node_all_the_same()
    {
        Report copy = Some.Report("copy", WireBody, "Blast", "2025-02-14T08:00:00Z", "Tresmund Post") with { Agencies = ["Reuters"] };
        Derivation edge = Assert.Single(Trace(copy));
        Assert.Equal((DerivationKind.Credits, OriginIds.Item("Reuters")), (edge.Kind, edge.To));
    }

    [Fact]
    public void What_a_body_says_is_traced_to_its_own_release_whatever_the_order_of_its_name()
    {
        Report release = Some.Report("release", "The Ministry of Mines notes that the shaft at Orvik was closed in 2019. Two men were brought up on Sunday.", "Statement on Orvik", "2025-05-04T08:00:00Z", "Ministry of Mines of Valdria");
        Report report = Some.Report("report", "Divers went on searching at Orvik. The Mines Ministry said earlier that two men had been brought up.", "Orvik search goes on", "2025-05-04T12:00:00Z", "Morning Post");
        Assert.Contains(Trace(release, report), e => e is { From: "report", To: "release", Kind: DerivationKind.Cites });
    }

    [Fact]
    public void What_a_copy_changed_is_told()
    {
        string changed = WireBody
            .Replace("injuring 14 people", "injuring 41 people", StringComparison.Ordinal)
            .Replace("early on Friday", "early on Thursday", StringComparison.Ordinal)
            .Replace("had reported a leak", "had not reported a leak", StringComparison.Ordinal);
        Report copy = Some.Report("copy", changed, "Blast", "2025-02-14T08:00:00Z", "City Blog");
        Derivation edge = Assert.Single(Trace(Wire, copy));

        Assert.Equal(
            [(DifferenceKind.Time, "Thursday", "Friday"), (DifferenceKind.Number, "41", "14")],
            edge.Alterations.Where(a => a.Kind != DifferenceKind.Existence).Select(a => (a.Kind, a.From.Quote, a.To.Quote)));
        Assert.Contains(edge.Alterations, a => a.Kind == DifferenceKind.Existence && a.From.Quote == "not");
    }

    [Theory]
    [InlineData("captain Odile Ferrant", "captain Odile Marchal", DifferenceKind.Person, "Marchal", "Ferrant")]
    [InlineData("old quarter of Tresmund", "old quarter of Varnes", DifferenceKind.Place, "Varnes", "Tresmund")]
    [InlineData("were broken as far", "may be broken as far", DifferenceKind.Certainty, "may be", "were")]
    [InlineData("on Monday, two", "in August, two", DifferenceKind.Time, "in August", "on Monday")]
    public void A_changed_name_place_day_or_state_is_told_by_its_kind(string original, string changed, DifferenceKind kind, string from, string to)
    {
        Report copy = Some.Report("copy", WireBody.Replace(original, changed, StringComparison.Ordinal), "Blast", "2025-02-14T08:00:00Z", "City Blog");
        Alteration alteration = Assert.Single(Assert.Single(Trace(Wire, copy)).Alterations);
        Assert.Equal((kind, from, to), (alteration.Kind, alteration.From.Quote, alteration.To.Quote));
    }

    [Theory]
    [InlineData("early on Friday, injuring", "early on Friday and injured")]
    [InlineData("Windows were broken", "Windowpanes were broken")]
    public void Rewording_is_no_alteration(string original, string changed)
    {
        Report copy = Some.Report("copy", WireBody.Replace(original, changed, StringComparison.Ordinal), "Blast", "2025-02-14T08:00:00Z", "City Blog");
        Assert.Empty(Assert.Single(Trace(Wire, copy)).Alterations);
    }

    [Fact]
    public void Where_no_time_tells_a_report_made_of_two_others_rests_on_both()
    {
        string other = "Rail services between Tresmund and the coast will stop for nine nights from Sunday while the Halder viaduct is given new bearings, the network said.\n\n"
            + "Coaches replace the trains, and cyclists will have to leave their machines at home. A spokeswoman for the network said the work had been put off twice for want of steel.";
        string[] blast = WireBody.Split("\n\n");
        Report wire = Wire with { Published = null }, rail = Some.Report("rail", other, "Viaduct", null, "Coast Weekly");
        Report digest = Some.Report("digest", blast[0] + "\n\n" + blast[1] + "\n\n" + other.Split("\n\n")[0], "The day in Tresmund", null, "City Blog");

        Assert.Equal(["digest rail", "digest wire"], Trace(wire, rail, digest).Select(d => d.From + " " + d.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sentence_that_speaks_of_an_open_letter_makes_no_release_of_a_report()
    {
        string end = " Forty shopkeepers of the quarter have signed an open letter that calls the pipes unfit.";
        Report wire = Wire with { Body = WireBody + end };
        Report edited = Some.Report("edited", WireBody, "Blast", "2025-02-14T08:00:00Z", "Tresmund Post");
        Report copy = Some.Report("copy", WireBody[..^120] + end, "Boom", "2025-02-14T09:00:00Z", "City Blog");
        Assert.Equal(["copy wire Verbatim", "edited wire Verbatim"], Trace(wire, edited, copy).Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_ways_to_write_a_time_of_day_are_no_alteration()
    {
        Report copy = Some.Report("copy", WireBody.Replace("early on Friday", "at 2.47am on Friday", StringComparison.Ordinal), "x", "2025-02-14T08:00:00Z", "City Blog");
        Report wire = Wire with { Body = WireBody.Replace("early on Friday", "at 02:47 on Friday", StringComparison.Ordinal) };
        Assert.Empty(Assert.Single(Trace(wire, copy)).Alterations);
    }

    [Fact]
    public void The_order_of_the_reports_changes_no_edge_and_every_span_is_exact()
    {
        Report[] reports =
        [
            Wire,
            Some.Report("a", WireBody[..400], "A", "2025-02-14T08:00:00Z", "Tresmund Post"),
            Some.Report("b", "From the quarter. " + WireBody[130..], "B", null, "City Blog"),
            Some.Report("c", WireBody.Replace("bakery", "cake shop", StringComparison.Ordinal), "C", "2025-02-14", null),
            Some.Report("d", "According to LNA, a bakery blew up. The fire brigade said 14 people were hurt.", "D", "2025-02-15T08:00:00Z", "Hearth and Home"),
        ];
        ImmutableArray<Derivation> expected = Trace(reports);
        Dictionary<string, string> bodies = reports.ToDictionary(r => r.Id, r => r.Body);
        Assert.NotEmpty(expected);
        Assert.All(expected.SelectMany(e => e.Passages.SelectMany(p => new[] { p.From, p.To }).Concat(e.Alterations.SelectMany(a => new[] { a.From, a.To }))),
            s => Assert.Equal(s.Quote, new TextSpan(s.Start, s.End).In(bodies[s.Report]).ToString()));
        for (int turn = 1; turn < reports.Length; turn++)
        {
            Report[] turned = [.. reports[turn..], .. reports[..turn]];
            Assert.Equal(expected.Select(Full).Order(StringComparer.Ordinal), Trace(turned).Select(Full).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Text_edges_never_run_in_a_circle()
    {
        Report[] undated = [.. Enumerable.Range(0, 6).Select(i => Some.Report("u" + i, WireBody[(i * 20)..] + (i % 2 == 0 ? "" : " One more sentence of its own stands here."), "x", null, "House " + (char)('A' + i)))];
        ImmutableArray<Derivation> edges = Trace(undated);
        foreach (Report report in undated)
        {
            HashSet<string> above = [];
            Queue<string> open = new(edges.Where(e => e.From == report.Id).Select(e => e.To));
            while (open.TryDequeue(out string? at))
            {
                Assert.NotEqual(report.Id, at);
                if (above.Add(at))
                {
                    foreach (Derivation edge in edges.Where(e => e.From == at))
                        open.Enqueue(edge.To);
                }
            }
        }
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        Assert.Empty(Trace());
        Assert.Empty(Trace(Some.Report("empty", ""), Some.Report("short", "Word.")));
    }

    [Fact]
    public void A_text_that_repeats_itself_costs_no_more_than_a_few_seconds()
    {
        string repeated = string.Concat(Enumerable.Repeat("the same five words again and ", 4000));
        Assert.NotNull(Trace(Some.Report("x", repeated, null, "2025-01-01"), Some.Report("y", repeated + "more", null, "2025-01-02")).ToArray());
    }

    private static ImmutableArray<Derivation> Trace(params Report[] reports) =>
        new LineageTracer().Trace([.. reports.Select(r => new DatedReport(r, Annotator.Annotate(r.Body), []))]);

    private static string Name(Derivation d) => $"{d.From} {d.To} {d.Kind}";

    private static string Full(Derivation d) =>
        Name(d) + d.Share + string.Join('|', d.Passages.Select(p => p.From.Start + "-" + p.To.Start)) + string.Join('|', d.Alterations.Select(a => a.Kind + a.From.Quote + a.To.Quote));
}
