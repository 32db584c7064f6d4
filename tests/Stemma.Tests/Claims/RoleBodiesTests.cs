using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class RoleBodiesTests
{
    [Theory]
    [InlineData("harbour police spokeswoman", "harbour police")]
    [InlineData("spokesman for the Ministry of Mines", "Ministry of Mines")]
    [InlineData("Velt Foods' chief executive", "Velt Foods'")]
    [InlineData("director of the Dam Institute", "Dam Institute")]
    [InlineData("head of quality", null)]
    [InlineData("Dam Institute head of quality", "Dam Institute")]
    [InlineData("chief economist at Orrin Capital", "Orrin Capital")]
    [InlineData("spokeswoman", null)]
    [InlineData("retired postman", null)]
    public void A_title_tells_the_body(string role, string? body) => Assert.Equal(body, RoleBodies.Of(role));
}
