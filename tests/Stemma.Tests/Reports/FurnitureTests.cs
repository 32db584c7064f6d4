namespace Stemma.Tests.Cleaning;

public sealed class FurnitureTests
{
    [Theory]
    [InlineData("ADVERTISEMENT", 1)]
    [InlineData("Article continues below", 1)]
    [InlineData("Share this article", 2)]
    [InlineData("Scroll to Top", 2)]
    [InlineData("Sign in or create a free account", 2)]
    [InlineData("Sign up for our weekly newsletter and get the best of the harbour in your inbox.", 1)]
    [InlineData("Independent journalism costs money. If you can, please support us with a small gift.", 2)]
    [InlineData("You have reached your limit of free articles. Already a subscriber? Log in to continue reading.", 0)]
    [InlineData("This is a developing story. Please check back for updates.", 2)]
    [InlineData("By continuing to use this site you agree to our Terms of Use and Privacy Policy.", 2)]
    [InlineData("This material may not be published, broadcast, rewritten or redistributed.", 2)]
    [InlineData("Tags: bridges, traffic, harbour", 2)]
    [InlineData("5 min read", 0)]
    [InlineData("Follow us on social media for more", 2)]
    [InlineData("Comments are moderated.", 2)]
    [InlineData("What do you think? Vote in our poll!", 2)]
    [InlineData("Forward this to a friend. Was this email forwarded to you? Sign up here.", 2)]
    [InlineData("We and our 98 partners store information on your device. Manage your choices.", 0)]
    public void What_a_site_says_around_an_article_goes(string line, int place) => Assert.Equal(Reading.Clean, Reading.With(line, place).Body);

    [Theory]
    [InlineData("\"Please support us, please sign up, we need your help,\" the ferrymen's union said in a letter to passengers.")]
    [InlineData("The union said it would donate the money from its newsletter to the families and asked members to contribute.")]
    [InlineData("Subscribers to the water company will get a refund in March.")]
    [InlineData("The company's privacy policy was at fault, according to the regulator, which fined it twice.")]
    [InlineData("Share prices of the three builders fell by a tenth on the news, and the exchange suspended trading for an hour.")]
    [InlineData("More than 40 lorries were turned back at the ramp in the first hour.")]
    [InlineData("Source of the leak was a valve that had been installed the wrong way round, the report found.")]
    [InlineData("What We Know")]
    [InlineData("Key Facts")]
    public void What_only_sounds_like_it_stays(string line) =>
        Assert.Equal(Reading.First + "\n\n" + line + "\n\n" + Reading.Second, Reading.With(line, 1).Body);

    [Fact]
    public void A_line_between_two_appeals_goes_with_them() =>
        Assert.Equal(Reading.Clean, Reading.Text(
            "We need your help.",
            "You read four stories this month.",
            "Support independent journalism with a donation of as little as two crowns.",
            Reading.First, Reading.Second).Body);
}
