using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Stemma.Intake.Web;

namespace Stemma.Intake.Tests.Web;

public sealed class WebFetcherTests
{
    private static readonly WebOptions Quick = new() { AllowPrivate = true, Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(20) };

    private static WebFetcher Fetcher(WebOptions? options = null) => new(options ?? Quick, TimeProvider.System);

    [Fact]
    public async Task A_page_comes_with_its_bytes_its_digest_its_time_and_its_address()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"v1\"";
            c.Response.ContentType = "text/html; charset=utf-8";
            return c.Response.WriteAsync("<p>hello</p>");
        });
        using WebFetcher fetcher = Fetcher();
        WebAnswer answer = await fetcher.FetchAsync(server.At("/a?b=c"), null, default);
        Assert.Equal((200, "<p>hello</p>", "text/html; charset=utf-8", "\"v1\""), (answer.Status, Encoding.UTF8.GetString(answer.Body.Span), answer.ContentType, answer.Validators!.ETag));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("<p>hello</p>"u8)), answer.Digest);
        Assert.Equal(["/robots.txt", "/a?b=c"], server.Asked);
        Assert.All(server.Agents, a => Assert.Matches(@"^Stemma/[0-9.]+ \(reads news reports; robots\.txt name: stemma\)$", a));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.Headers.ETag = "\"v1\"";
            c.Response.Headers.LastModified = "Tue, 10 Mar 2026 09:30:00 GMT";
            bool same = c.Request.Headers.IfNoneMatch == "\"v1\"" && c.Request.Headers.IfModifiedSince == "Tue, 10 Mar 2026 09:30:00 GMT";
            c.Response.StatusCode = same ? 304 : 200;
            return same ? Task.CompletedTask : c.Response.WriteAsync("x");
        });
        using WebFetcher fetcher = Fetcher();
        WebAnswer first = await fetcher.FetchAsync(server.At("/a"), null, default);
        WebAnswer second = await fetcher.FetchAsync(server.At("/a"), first.Validators, default);
        Assert.Equal((200, 304, true, 0), (first.Status, second.Status, second.IsNotModified, second.Body.Length));
    }

    [Fact]
    public async Task Redirects_are_followed_to_their_end_and_no_further_than_allowed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            int left = int.Parse(c.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (left == 0)
                return c.Response.WriteAsync("end");
            c.Response.StatusCode = new[] { 301, 302, 303, 307, 308 }[left % 5];
            c.Response.Headers.Location = $"/{left - 1}";
            return Task.CompletedTask;
        });
        using WebFetcher fetcher = Fetcher();
        Assert.Equal(server.At("/0"), (await fetcher.FetchAsync(server.At("/10"), null, default)).Address);
        Assert.Equal("more than 10 redirects", (await Failure(fetcher, server.At("/11"))).Message);
    }

    [Fact]
    public async Task Packed_answers_are_kept_as_sent_and_unpacked_within_bounds()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await using GZipStream gzip = new(c.Response.Body, CompressionLevel.Optimal);
            byte[] text = new byte[1 << 20];
            for (int i = 0; i < (c.Request.Path == "/bomb" ? 100 : 1); i++)
                await gzip.WriteAsync(text);
        });
        using WebFetcher fetcher = Fetcher();
        WebAnswer answer = await fetcher.FetchAsync(server.At("/a"), null, default);
        Assert.True(answer.Body.Length < 10_000);
        Assert.Equal(1 << 20, answer.Content(1 << 24).Length);
        WebAnswer bomb = await fetcher.FetchAsync(server.At("/bomb"), null, default);
        Assert.StartsWith("longer than 16 MB", Assert.Throws<FetchFailedException>(() => bomb.Content(1 << 24)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_too_slow_or_wrong_fails_with_its_reason()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async c =>
        {
            switch (c.Request.Path.Value)
            {
                case "/long":
                    for (int i = 0; i < 64 && !c.RequestAborted.IsCancellationRequested; i++)
                        await c.Response.Body.WriteAsync(new byte[1 << 20]);
                    break;
                case "/slow":
                    await c.Response.WriteAsync("x");
                    await c.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                    break;
                case "/nowhere":
                    c.Response.StatusCode = 302;
                    break;
                case "/cut":
                    c.Response.ContentLength = 100;
                    await c.Response.WriteAsync("x");
                    await c.Response.Body.FlushAsync();
                    c.Abort();
                    break;
                default:
                    c.Response.StatusCode = int.Parse(c.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
                    break;
            }
        });
        using WebFetcher fetcher = Fetcher(), hasty = Fetcher(Quick with { Timeout = TimeSpan.FromSeconds(2) });
        Assert.Equal("an answer longer than 16 MB", (await Failure(fetcher, server.At("/long"))).Message);
        Assert.Equal("a redirect (302) that leads nowhere", (await Failure(fetcher, server.At("/nowhere"))).Message);
        Assert.Equal("the connection broke off", (await Failure(fetcher, server.At("/cut"))).Message);
        FetchFailedException slow = await Failure(hasty, server.At("/slow")), gone = await Failure(fetcher, server.At("/410")), down = await Failure(fetcher, server.At("/502"));
        Assert.Equal(("no whole answer within 2 seconds", FetchFailure.Temporary), (slow.Message, slow.Kind));
        Assert.Equal(("the server answers 410 Gone", FetchFailure.Final), (gone.Message, gone.Kind));
        Assert.Equal(("the server answers 502 BadGateway", FetchFailure.Temporary), (down.Message, down.Kind));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says_so_but_not_when_that_is_far_off()
    {
        int asked = 0;
        DateTimeOffset first = default, second = default;
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            if (c.Request.Path == "/far" || ++asked == 1)
            {
                first = DateTimeOffset.UtcNow;
                c.Response.StatusCode = 503;
                c.Response.Headers.RetryAfter = c.Request.Path == "/far" ? "3600" : "1";
                return Task.CompletedTask;
            }

            second = DateTimeOffset.UtcNow;
            return c.Response.WriteAsync("back");
        });
        using WebFetcher fetcher = Fetcher();
        Assert.Equal("back", Encoding.UTF8.GetString((await fetcher.FetchAsync(server.At("/near"), null, default)).Body.Span));
        Assert.True(second - first >= TimeSpan.FromSeconds(0.9), $"asked again after {second - first}");
        FetchFailedException far = await Failure(fetcher, server.At("/far"));
        Assert.Equal(FetchFailure.Temporary, far.Kind);
        Assert.True(far.RetryAt > DateTimeOffset.UtcNow.AddMinutes(50));
        Assert.StartsWith("the server answers 503 ServiceUnavailable, and asks to come again after 2", far.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_host_with_a_pause_between()
    {
        int now = 0, most = 0;
        List<DateTimeOffset> begun = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(async c =>
        {
            lock (begun)
            {
                begun.Add(DateTimeOffset.UtcNow);
                most = Math.Max(most, ++now);
            }

            await Task.Delay(30);
            lock (begun)
                now--;
            await c.Response.WriteAsync("x");
        });
        using WebFetcher fetcher = Fetcher(Quick with { Pause = TimeSpan.FromMilliseconds(200) });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fetcher.FetchAsync(server.At($"/{i}"), null, default)));
        Assert.Equal(1, most);
        Assert.All(begun.Zip(begun.Skip(1)), p => Assert.True(p.Second - p.First >= TimeSpan.FromMilliseconds(190), $"{p.Second - p.First}"));
    }

    [Fact]
    public async Task Robots_txt_is_asked_once_and_obeyed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("x"));
        server.Robots = "User-agent: *\nDisallow: /\n\nUser-agent: Stemma\nDisallow: /private\nAllow: /private/open\n";
        using WebFetcher fetcher = Fetcher();
        await fetcher.FetchAsync(server.At("/a"), null, default);
        await fetcher.FetchAsync(server.At("/private/open/1"), null, default);
        FetchFailedException closed = await Failure(fetcher, server.At("/private/1"));
        Assert.Equal(("the robots.txt of 127.0.0.1 does not allow it", FetchFailure.Final), (closed.Message, closed.Kind));
        Assert.Equal(["/robots.txt", "/a", "/private/open/1"], server.Asked);
    }

    [Fact]
    public async Task A_redirect_does_not_get_round_the_robots_txt_of_where_it_leads()
    {
        await using LoopbackServer shy = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("x"));
        shy.Robots = "User-agent: *\nDisallow: /";
        await using LoopbackServer server = await LoopbackServer.StartAsync(c =>
        {
            c.Response.Redirect(shy.At("/a").AbsoluteUri);
            return Task.CompletedTask;
        });
        using WebFetcher fetcher = Fetcher();
        Assert.Equal("the robots.txt of 127.0.0.1 does not allow it", (await Failure(fetcher, server.At("/"))).Message);
        Assert.Equal(["/robots.txt"], shy.Asked);
    }

    [Fact]
    public async Task Https_is_read_and_a_certificate_that_nobody_vouches_for_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(c => c.Response.WriteAsync("safe"), secure: true);
        using WebFetcher strict = Fetcher();
        Assert.Equal("its certificate is not valid, or no safe connection can be made", (await Failure(strict, server.At("/"))).Message);
        using WebFetcher trusting = new(Quick, TimeProvider.System, null, null, h => h.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.Certificate.Thumbprint);
        Assert.Equal("safe", Encoding.UTF8.GetString((await trusting.FetchAsync(server.At("/"), null, default)).Body.Span));
    }

    private static async Task<FetchFailedException> Failure(WebFetcher fetcher, Uri address) =>
        await Assert.ThrowsAsync<FetchFailedException>(() => fetcher.FetchAsync(address, null, default));
}
