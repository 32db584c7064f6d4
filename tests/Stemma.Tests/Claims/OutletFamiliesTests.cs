using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class OutletFamiliesTests
{
    [Theory]
    [InlineData("Radio Four Corners World", "Radio Four Corners Europe", true)]
    [InlineData("The Harbinger", "The Harbinger on Sunday", false)]     // "on" is no edition word: rather two than a wrong one
    [InlineData("The Harbinger", "The Harbinger Live", true)]
    [InlineData("Evening Lantern", "Morning Lantern", false)]
    [InlineData("Delta News", "Delta Post", false)]
    public void Editions_of_one_publisher_are_one_outlet(string first, string second, bool same) =>
        Assert.Equal(same, OutletFamilies.NameKey(first) == OutletFamilies.NameKey(second));

    [Theory]
    [InlineData("NNA", "Northern News Agency", true)]
    [InlineData("the Lantern", "Evening Lantern", true)]
    [InlineData("Lantern newspaper", "Evening Lantern", true)]
    [InlineData("the newspaper", "Evening Lantern", false)]
    [InlineData("News", "Delta News", false)]                           // a generic word names nobody
    [InlineData("Delta Post", "Delta News", false)]
    public void A_name_in_a_text_means_an_outlet_by_its_words_or_initials(string name, string outlet, bool means) =>
        Assert.Equal(means, OutletFamilies.NameMeans(name, outlet));

    [Theory]
    [InlineData("https://europe.lantern.example/a", "lantern.example")]
    [InlineData("https://www.lantern.co.uk/a", "lantern.co.uk")]
    [InlineData("not a url", null)]
    public void The_registrable_host_is_what_a_publisher_owns(string url, string? host) =>
        Assert.Equal(host, OutletFamilies.HostKey(url));
}
