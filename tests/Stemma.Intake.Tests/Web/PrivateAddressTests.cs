using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Stemma.Intake.Web;

namespace Stemma.Intake.Tests.Web;

public sealed class PrivateAddressTests
{
    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("1.1.1.1", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("64:ff9b::5db8:d822", true)] // 93.184.216.34 behind a translator
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)] // where clouds hand out keys
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::7f00:1", false)] // 127.0.0.1 behind a translator
    [InlineData("64:ff9b::a9fe:a9fe", false)] // 169.254.169.254 behind a translator
    [InlineData("2002:7f00:1::", false)] // 127.0.0.1 in 6to4
    [InlineData("2001:0:1::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Special_addresses_are_told_from_public_ones(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")] // 127.0.0.1 as one number
    [InlineData("0x7f.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task This_machine_is_refused_by_whatever_name(string host)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("secret"));
        using WebFetcher fetcher = new(new WebOptions(), TimeProvider.System);
        FetchFailedException e = await Assert.ThrowsAsync<FetchFailedException>(() => fetcher.FetchAsync(new Uri($"http://{host}:{server.Port}/"), null, default));
        Assert.Contains("is an address inside a private network", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://inside.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    public async Task A_redirect_into_a_private_network_is_refused(string target)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.StatusCode = 302;
            c.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        // The one server of the test stands for the public web.
        int port = server.Port;
        using WebFetcher fetcher = new(new WebOptions(), TimeProvider.System, (name, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(name == "outside.example" ? "127.0.0.1" : "10.0.0.7")]), e => e.Port == port || PublicAddresses.Contains(e.Address), null);
        FetchFailedException e = await Assert.ThrowsAsync<FetchFailedException>(() => fetcher.FetchAsync(new Uri($"http://outside.example:{port}/"), null, default));
        Assert.Equal(FetchFailure.Final, e.Kind);
        Assert.True(e.Message.Contains("private network", StringComparison.Ordinal) || e.Message == "an address that is neither http nor https", e.Message);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_between_question_and_connection_gains_nothing()
    {
        int asked = 0;
        List<IPEndPoint> looked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.Headers.Connection = "close";
            return c.Response.WriteAsync("x");
        });
        // At first the server of the test, which stands for the public web; then an address inside.
        using WebFetcher fetcher = new(
            new WebOptions { Pause = TimeSpan.Zero }, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([asked++ < 2 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.7")]),
            e =>
            {
                looked.Add(e);
                return IPAddress.IsLoopback(e.Address);
            },
            null);
        Uri address = new($"http://rebind.example:{server.Port}/");
        await fetcher.FetchAsync(address, null, default);
        Assert.Equal(asked, looked.Count); // a name is resolved once a connection, and what is looked at is what is connected to
        while (asked < 3)
        {
            try
            {
                await fetcher.FetchAsync(address, null, default);
            }
            catch (FetchFailedException e)
            {
                Assert.Contains("private network (10.0.0.7)", e.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal("10.0.0.7", looked[^1].Address.ToString());
    }

    [Fact]
    public async Task Of_a_name_with_public_and_private_addresses_only_the_public_ones_are_tried()
    {
        List<IPEndPoint> looked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("open"));
        using WebFetcher fetcher = new(
            new WebOptions { Pause = TimeSpan.Zero }, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.7"), IPAddress.Loopback]),
            e =>
            {
                looked.Add(e);
                return IPAddress.IsLoopback(e.Address); // stands for the public one
            },
            null);
        WebAnswer answer = await fetcher.FetchAsync(new Uri($"http://both.example:{server.Port}/"), null, default);
        Assert.Equal("open", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Contains(looked, e => e.Address.ToString() == "10.0.0.7");
    }

    [Theory]
    [InlineData("http://user:secret@coast.example/", "an address with a name and password in it: refused")]
    [InlineData("ftp://coast.example/", "an address that is neither http nor https")]
    public async Task Addresses_of_other_kinds_are_refused(string address, string reason)
    {
        using WebFetcher fetcher = new(new WebOptions(), TimeProvider.System);
        Assert.Equal(reason, (await Assert.ThrowsAsync<FetchFailedException>(() => fetcher.FetchAsync(new Uri(address), null, default))).Message);
    }
}
