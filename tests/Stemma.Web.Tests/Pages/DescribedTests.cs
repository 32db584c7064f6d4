using Stemma.Web.Pages.People;

namespace Stemma.Web.Tests.Pages;

public sealed class DescribedTests
{
    [Theory]
    [InlineData("coastguard", true)]
    [InlineData("two people with knowledge of the talks", true)]
    [InlineData("mountain rescue service of the Upper Haldt", false)]
    [InlineData("FBI", false)]
    [InlineData("7 rue Morgue", false)]
    [InlineData("朝日新聞", false)]
    [InlineData("", false)]
    public void A_description_has_no_word_that_could_be_a_name(string name, bool described) => Assert.Equal(described, Described.Is(name));
}
