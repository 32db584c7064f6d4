using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

/// <summary>What stands below a press release, and adverts and addresses below an article.</summary>
public sealed class ReleaseTests
{
    [Theory]
    [InlineData("Notes to editors: Ostrava Point has two tunnels.")]
    [InlineData("Investor relations: Dr. Sten Abel, ir@works.example")]
    [InlineData("Contact: Sten Abel, press@works.example, +44 1632 960 411")]
    [InlineData("Cautionary note: the plans below are forward-looking statements.")]
    [InlineData("Safe harbor statement: the plans named above may fail and what comes could differ materially.")]
    [InlineData("This release contains forward-looking statements within the meaning of the law, and the company undertakes no obligation to update them.")]
    [InlineData("Stake 5 and win a bonus. 18+. Bet responsibly.")]
    [InlineData("18+. Please gamble responsibly.")]
    [InlineData("Seen the flood? Write to our newsroom: news@coast.example")]
    [InlineData("SOURCE Harbour Works Corp.")]
    [InlineData("These views are the author's own.")]
    public void It_goes(string line) => Assert.Equal(Reading.Clean, Reading.With(line, 2).Body);

    [Theory]
    [InlineData("New adverts that tell players to gamble responsibly do not work, a study found.")]
    [InlineData("The film is rated 18+ in most countries of the region, and in two it cannot be seen at all.")]
    [InlineData("The company warned in its filing that \"actual results could differ materially\" from what it had hoped for, the ministry said.")]
    [InlineData("About the bridge: it was built in 1931, and it has been repaired twice since.")]
    [InlineData("About Karsk: Karsk is a town of 40,000 people and has one bridge.")]
    [InlineData("Lost your luggage? Call the port on 0800 123 456.")]
    [InlineData("Tickets 02-751-1500")]
    [InlineData("Forward-looking: what the bridge may cost next year")]
    [InlineData("The views of the harbour are their own reward.")]
    public void The_articles_own_words_stay(string line) => Assert.EndsWith(line, Reading.With(line, 2).Body, StringComparison.Ordinal);

    [Fact]
    public void The_foot_of_a_release_goes_whole()
    {
        string[] foot = ["About Harbour Works", "Harbour Works Corp. builds bridges in three countries and employs 900 people.", "Media contact:", "Sten Abel, press@works.example", "SOURCE Harbour Works Corp."];
        Assert.Equal(Reading.Clean, Reading.Text([Reading.First, Reading.Second, .. foot]).Body);
        Assert.Equal(Reading.Clean, Reading.Text(Reading.First, Reading.Second, "About Harbour Works: Harbour Works Corp. builds bridges.", "Media contact: Sten Abel, press@works.example").Body);
    }

    [Fact]
    public void Notes_to_editors_end_a_release_but_not_one_that_goes_on()
    {
        Assert.Equal(Reading.Clean, Reading.Text(Reading.First, Reading.Second, "Notes to editors", "1. The bridge was opened in 1931.", "2. It carries 9,000 lorries a day.").Body);
        string more = string.Join(' ', Enumerable.Repeat(Reading.Second, 5));
        Assert.EndsWith(more, Reading.Text(Reading.First, Reading.Second, "Notes to editors", more).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mara Quill writes a column on farming. Her views are her own.", true)]
    [InlineData("Contact Mara Quill at mara@sun.example", true)]
    [InlineData("Ada Obi has written to the mayor and kept every answer.", false)]
    [InlineData("Contact Harbour Rescue at 555-0199.", false)]
    public void What_is_said_of_the_author_goes_and_of_others_stays(string line, bool goes)
    {
        Report report = Reading.Text("By Mara Quill", Reading.First, Reading.Second, line);
        Assert.Equal(goes ? Reading.Clean : Reading.Clean + "\n\n" + line, report.Body);
    }

    [Fact]
    public void Somebodys_official_site_publishes_in_their_name()
    {
        Report report = Reading.Of(new RawReport { Input = "t", Headline = "A word", Text = "Mara Quill - official site\n\n" + Reading.First + "\n\n" + Reading.Second });
        Assert.Equal("Mara Quill", report.Outlet);
        Assert.Equal(Reading.Clean, report.Body);
    }
}
