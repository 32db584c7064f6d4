using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

public sealed class LinksAndCreditsTests
{
    [Theory]
    [InlineData("Read: How the Old Tunnel Was Built", "How the Old Tunnel Was Built")]
    [InlineData("READ MORE: Bridge tolls to double in May", "Bridge tolls to double in May")]
    [InlineData("Also read: Why bridges crack in winter", "Why bridges crack in winter")]
    [InlineData("WATCH: Drone footage of the cracked pillar", "Drone footage of the cracked pillar")]
    public void A_pointer_between_paragraphs_becomes_a_link(string line, string title)
    {
        Report report = Reading.With(line, 1);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(new RelatedLink(title, null), Assert.Single(report.Links));
    }

    [Fact]
    public void A_list_of_further_reading_becomes_links_and_text_after_it_stays()
    {
        Report report = Reading.Text(Reading.First, "Further Reading", "Why bridges crack in winter (Coast Weekly)", "The tunnel that nobody wanted (Post)", Reading.Second);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(["Why bridges crack in winter (Coast Weekly)", "The tunnel that nobody wanted (Post)"], report.Links.Select(l => l.Text));
    }

    [Theory]
    [InlineData("Readers of the sign turned back at once, and nobody was hurt.")]
    [InlineData("More: that was the one word on every placard in the square.\"")]
    public void Running_text_is_no_link(string line) => Assert.Contains(line, Reading.With(line, 1).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("(Reporting by Mara Quill in Ostrava Point; Editing by Sten Abel)", "Mara Quill")]
    [InlineData("(Reporting by Mara Quill and Joon-ho Pak; Additional reporting by Ada Obi; Writing by Lev Marsh, editing by Sten Abel)", "Mara Quill|Joon-ho Pak|Ada Obi|Lev Marsh")]
    [InlineData("–With assistance from Mara Quill.", "Mara Quill")]
    [InlineData("--With reporting by Mara Quill and Ada Obi", "Mara Quill|Ada Obi")]
    [InlineData("Mara Quill contributed to this report.", "Mara Quill")]
    [InlineData("Edited by Sten Abel", "")]
    public void A_credit_gives_its_reporters_but_not_its_editors(string line, string authors)
    {
        Report report = Reading.With(line, 2);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(authors, string.Join('|', report.Authors));
    }

    [Fact]
    public void Text_after_a_credit_stays() => Assert.Equal(Reading.Clean, Reading.With("(Reporting by Mara Quill; Editing by Sten Abel)", 1).Body);

    [Theory]
    [InlineData("© AFP 2031", "Agence France-Presse")]
    [InlineData("Reuters", "Reuters")]
    [InlineData("(AP)", "Associated Press")]
    [InlineData("(XNB)", "XNB")]
    [InlineData("With material from XNB", "XNB")]
    [InlineData("With files from The Canadian Press", "Canadian Press")]
    [InlineData("Associated Press writer Mara Quill contributed to this report.", "Associated Press")]
    [InlineData("Copyright 2031 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.", "Associated Press")]
    public void A_credited_agency_is_named_and_its_line_goes(string line, string agency)
    {
        Report report = Reading.With(line, 2);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(agency, Assert.Single(report.Agencies));
        Assert.Null(report.Outlet);
    }

    [Theory]
    [InlineData("Rescuers stand on the ramp of the bridge, March 3, 2031. AP/Jane Poe, pool", "Associated Press")]
    [InlineData("REUTERS/Jane Poe", "Reuters")]
    [InlineData("A lorry waits at the closed ramp. (AP Photo/Jane Poe)", "Associated Press")]
    [InlineData("Jane Poe/AFP via Getty Images", "Agence France-Presse")]
    [InlineData("Alamy Stock Photo", "")]
    [InlineData("File photo.", "")]
    [InlineData("Photo: Jane Poe", "")]
    public void A_caption_goes_and_its_agency_is_named(string line, string agency)
    {
        Report report = Reading.With(line, 0);
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal(agency, string.Join('|', report.Agencies));
    }

    [Theory]
    [InlineData("The picture was taken by a reporter of the agency and showed the crack in full, he said.")]
    [InlineData("She said the file photo on the wanted poster was eleven years old and useless.")]
    public void A_sentence_about_pictures_stays(string line) => Assert.Contains(line, Reading.With(line, 1).Body, StringComparison.Ordinal);

    [Fact]
    public void A_copyright_glued_to_the_last_sentence_is_parted()
    {
        Report report = Reading.Text(Reading.First, Reading.Second + "© 2031 Harbour Sun Company, LLC. All rights reserved.");
        Assert.Equal(Reading.Clean, report.Body);
        Assert.Equal("Harbour Sun", report.Outlet);
        Assert.Equal(2031, report.CopyrightYear);
        Assert.Null(report.Published);
    }
}
