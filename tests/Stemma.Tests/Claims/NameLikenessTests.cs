using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("north harrow", "south harrow", true)]
    [InlineData("grenmarsh", "grenmere", true)]
    [InlineData("harrow", "marrowby", false)]
    [InlineData("orrin", "orrin", false)]
    [InlineData("vell", "orrin", false)]
    public void Names_easily_taken_for_each_other(string first, string second, bool alike) => Assert.Equal(alike, NameLikeness.AreAlike(first, second));
}
