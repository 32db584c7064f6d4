using Stemma.Web.Serving;

namespace Stemma.Web.Tests.Serving;

public sealed class ServeOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", null, true)]
    [InlineData("http://localhost:5080;http://[::1]:5080", null, true)]
    [InlineData("http://127.8.0.9:1", null, true)]
    [InlineData("http://0.0.0.0:5080", null, false)]
    [InlineData("http://*:5080", null, false)]
    [InlineData("http://+:5080", null, false)]
    [InlineData("http://[::]:5080", null, false)]
    [InlineData("http://192.168.1.5:5080", null, false)]
    [InlineData("http://desk.example:5080", null, false)]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:81", null, false)]
    [InlineData("http://localhost.evil.example:5080", null, false)]
    [InlineData("http://0.0.0.0:5080", "a long enough token", false)]
    [InlineData("http://0.0.0.0:5080", "a-long-enough-token", true)]
    [InlineData("http://*:5080", "a-long-enough-token", true)]
    [InlineData("http://127.0.0.1:5080", "short", false)]
    [InlineData("https://127.0.0.1:5080", null, false)]
    [InlineData("5080", null, false)]
    [InlineData("", null, false)]
    public void Whoever_can_be_reached_from_outside_needs_a_token(string urls, string? token, bool may) =>
        Assert.Equal(may, new ServeOptions { Urls = urls, Token = token }.Fault() is null);

    [Fact]
    public async Task A_server_that_may_not_be_is_not_made()
    {
        await using Served served = await Served.EmptyAsync();
        Assert.Throws<ArgumentException>(() => StemmaServer.Create(served.Store, new ServeOptions { Urls = "http://0.0.0.0:0" }));
    }
}
