using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

public sealed class ReportReaderTests
{
    [Fact]
    public void A_first_line_that_is_no_sentence_is_the_headline()
    {
        Report report = Reading.Text("Bridge closed after cracks found", Reading.First, Reading.Second);
        Assert.Equal("Bridge closed after cracks found", report.Headline);
        Assert.Equal(Reading.Clean, report.Body);
    }

    [Theory]
    [InlineData("Harbour Herald", "News | Sport | Weather", "Bridge closed after cracks found")]
    [InlineData("HARBOUR HERALD", "Log in   Register   Today's paper", "Bridge closed after cracks found")]
    [InlineData("Harbour Herald", "Every day since 1904", "Bridge closed after cracks found")]
    public void A_site_name_menu_and_motto_above_the_headline_are_no_part_of_the_text(params string[] head)
    {
        Report report = Reading.Text([.. head, Reading.First, Reading.Second]);
        Assert.Equal(("Harbour Herald", "Bridge closed after cracks found", Reading.Clean), (report.Outlet, report.Headline, report.Body));
    }

    [Theory]
    [InlineData("Coast Daily - Bridge closed after cracks")]
    [InlineData("Bridge closed after cracks | Coast Daily")]
    [InlineData("Bridge closed after cracks")]
    public void The_house_is_no_part_of_its_headline(string title) =>
        Assert.Equal("Bridge closed after cracks", Reading.Of(new RawReport { Input = "t", Outlet = "Coast Daily", Headline = title, Text = Reading.First }).Headline);

    [Fact]
    public void A_letterhead_is_the_issuer_and_not_the_headline()
    {
        Report report = Reading.Text("HARBOUR RESCUE COUNCIL OF NORLAND", "Press release no. 7", "Cracks in two pillars of the harbour bridge", "Ostrava Point, 9 March 2031, 2 p.m.",
            Reading.First, Reading.Second, "Contact for the media: Jon Dee, Harbour Rescue Council of Norland");
        Assert.Equal(("Harbour Rescue Council of Norland", "Cracks in two pillars of the harbour bridge", Reading.Clean), (report.Outlet, report.Headline, report.Body));
        Assert.Equal(("2031-03-09T14:00:00", "Ostrava Point"), (report.Published.ToString(), report.Dateline?.Place));
    }

    [Fact]
    public void A_text_that_begins_with_a_sentence_has_no_headline() => Assert.Null(Reading.Text(Reading.First, Reading.Second).Headline);

    [Fact]
    public void Shuffled_newsroom_lines_never_throw()
    {
        string[] pieces =
        [
            Reading.First, Reading.Second, "By Mara Quill", "(XNB)", "©", "© 2031", "By", "(", ")", "—", "- -", "READ MORE:", "Read: ", "OSTRAVA POINT —", "(AP) —", "9 March 2031", "31.02.2031",
            "Published 99 March 2031.", "Tags:", "|", "| |", "Further Reading", "Photo:", "/", "AP/", "(Reporting by )", "(Reporting by ;;; Editing by)", "–With assistance from .", "Correction:", "()", "[]", ">", "“", "\u00a0",
            "Press contact: ,", "Issued by the", "Follow ", "X", "UPDATE 1-", "UPDATE 3-KILL - ", "A  B  C", "\ud83d", "Q:", "All rights reserved", "Copyright", "Contact for the media:", "— ", "(c)", "By By By", "AB/CD", "is the",
        ];
        Random random = new(20310309);
        for (int run = 0; run < 3000; run++)
        {
            string[] lines = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(4) == 0 ? pieces[random.Next(pieces.Length)] : ""))];
            Report report = Reading.Of(new RawReport
            {
                Input = "t",
                Text = string.Join(random.Next(2) == 0 ? "\n" : "\n\n", lines),
                FromPage = random.Next(2) == 0,
                Headline = random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : null,
                Url = random.Next(2) == 0 ? "https://coastdaily.example/x" : "::",
                Outlet = random.Next(3) == 0 ? "Coast Daily" : null,
            });
            Assert.DoesNotContain("\n\n\n", report.Body, StringComparison.Ordinal);
            Assert.Equal(report.Body.Trim(), report.Body);
        }
    }

    [Theory]
    [InlineData("https://coastdaily.example/a", "Coast Daily | Monday 9 March 2031", "Coast Daily")]
    [InlineData("https://hrc.example/a", "Report 12 | Period covered: 3-6 July 2031 | Harbour Rescue Council", "Harbour Rescue Council")]
    [InlineData("https://x.example/a", "Press contact: Communications Department, Port Authority of Norland", "Port Authority of Norland")]
    [InlineData("https://health.gov.nl.example/a", "Media enquiries: press office, Ministry of Health of Norland", "Ministry of Health of Norland")]
    [InlineData(null, "Support from readers like you keeps The Harbour Mirror open.", "The Harbour Mirror")]
    [InlineData(null, "© 2031 The Harbour Sun Company, LLC. All rights reserved.", "The Harbour Sun")]
    [InlineData("https://x.example/a", "This statement was issued by the Port Authority of Norland.", "Port Authority of Norland")]
    [InlineData("https://x.example/a", "Harbour Rescue Council of Norland", "Harbour Rescue Council of Norland")]
    [InlineData("https://x.example/a", "Press office, Ministry of Health of Norland", "Ministry of Health of Norland")]
    [InlineData("https://x.example/a", "Posted by the Quaywatch team", "Quaywatch")]
    [InlineData("https://quaywatch.example/a", "Quaywatch has counted the lorries since the spring.", "Quaywatch")]
    [InlineData("https://quaywatch.example/a", "Nobody was watching the quay.", null)]
    [InlineData("https://news.google.example/a", "Google Maps showed the queue in red.", null)]
    [InlineData("https://nobody.example/a", "The queue reached the town hall.", null)]
    [InlineData("https://transport.example/a", "The Ministry of Transport was silent.", null)]
    public void The_outlet_is_told_by_lines_and_address_or_not_at_all(string? url, string line, string? outlet) =>
        Assert.Equal(outlet, Reading.Of(new RawReport { Input = "t", Url = url, Text = Reading.First + "\n\n" + Reading.Second + "\n\n" + line }).Outlet);

    [Fact]
    public void A_statement_names_its_issuer_in_its_title_unless_that_is_a_person()
    {
        Assert.Equal("Central Bank of Norland", Reading.Of(new RawReport { Input = "t", Headline = "Statement by the Central Bank of Norland", Text = Reading.First }).Outlet);
        Assert.Null(Reading.Of(new RawReport { Input = "t", Headline = "Statement by Governor Mara Quill", Text = Reading.First }).Outlet);
        Assert.Equal("Central Bank Cuts Rate", Reading.Text("Central Bank Cuts Rate", Reading.First, Reading.Second).Headline);
    }

    [Fact]
    public void A_repeated_site_name_is_no_part_of_the_body()
    {
        Report report = Reading.Text("Bridge closed after cracks found", Reading.First, Reading.Second, "The Harbour Sun", "Privacy Policy", "The Harbour Sun");
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal("The Harbour Sun", report.Outlet);
    }

    [Fact]
    public void Paragraphs_are_parted_by_one_blank_line_and_spaces_are_single()
    {
        Report report = Reading.Of(new RawReport { Input = "t", Text = "First  sentence\u00a0of it\tis here.\n\n\n\nCafe\u0301 owners\u200b came.\r\nThird one." });
        Assert.Equal("First sentence of it is here.\n\nCaf\u00e9 owners came.\n\nThird one.", report.Body);
    }

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph()
    {
        string wrapped = "The harbour bridge was closed to lorries on Tuesday after the\ninspectors found cracks in two of its pillars, and drivers were\nsent through the old tunnel, where the queue reached the town\nhall by noon.";
        Assert.Equal(wrapped.Replace('\n', ' '), Reading.Of(new RawReport { Input = "t", Text = wrapped }).Body);
    }

    [Fact]
    public void The_id_is_the_contents_and_not_the_paths()
    {
        Report one = Reading.Of(new RawReport { Input = "a.txt", Text = Reading.First }), two = Reading.Of(new RawReport { Input = "b.txt", Text = Reading.First });
        Report other = Reading.Of(new RawReport { Input = "a.txt", Text = Reading.Second });
        Assert.Equal(one.Id, two.Id);
        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal([one.Id, one.Id + "-2", other.Id], ReportIds.MakeUnique([one, two, other]).Select(r => r.Id));
    }

    [Theory]
    [InlineData("Die Brücke am Hafen ist seit Dienstag für Lastwagen gesperrt, weil Prüfer in zwei Pfeilern Risse gefunden haben, wie die Stadt mitteilte.", "de")]
    [InlineData("Le pont du port est fermé aux camions depuis mardi parce que des inspecteurs ont trouvé des fissures dans deux de ses piliers.", "fr")]
    [InlineData("El puente del puerto está cerrado a los camiones desde el martes porque los inspectores hallaron grietas en dos de sus pilares.", "es")]
    [InlineData("Мост в порту закрыт для грузовиков со вторника, поскольку инспекторы нашли трещины в двух опорах.", "ru")]
    [InlineData("港の橋は火曜日からトラックの通行が禁止された。検査官が二本の柱にひびを見つけたためである。", "ja")]
    [InlineData("Most w porcie jest od wtorku zamknięty dla ciężarówek, ponieważ inspektorzy znaleźli pęknięcia w dwóch filarach, jak podało miasto.", "pl")]
    [InlineData(Reading.First, "en")]
    [InlineData("El Niño hits San José de la Cruz as Los Gatos and La Plata brace for rain and wind in the hills", "en")]
    public void The_language_is_told(string text, string language) => Assert.Equal(language, Reading.Of(new RawReport { Input = "t", Text = text }).Language);

    [Fact]
    public void A_short_text_is_not_called_foreign() => Assert.True(Reading.Of(new RawReport { Input = "t", Text = "Des Moines, La Paz: no die." }).IsReadable);

    [Fact]
    public void Hostile_texts_are_read_in_bounded_time()
    {
        string[] hostile =
        [
            new('(', 200_000), new string('A', 300_000), string.Concat(Enumerable.Repeat("By A ", 50_000)), string.Concat(Enumerable.Repeat("© ", 100_000)),
            string.Concat(Enumerable.Repeat("Read: x\n", 50_000)), string.Concat(Enumerable.Repeat("A B, ", 80_000)), "\ud800" + new string('\u0301', 100_000),
            string.Concat(Enumerable.Repeat("A. ", 100_000)), string.Concat(Enumerable.Repeat("9 March 2031 ", 40_000)),
        ];
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (string text in hostile)
            Assert.NotNull(Reading.Of(new RawReport { Input = "t", Url = "https://coastdaily.example/", Text = text }).Body);
        // Generous: a test machine may be busy. Anything quadratic in these lengths takes minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }
}
