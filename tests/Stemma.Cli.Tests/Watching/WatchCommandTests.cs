using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Stemma.Cli.Tests.Watching;

/// <summary>The commands that watch, against a small server on loopback.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpListener server = new();
    private readonly int port;
    private volatile string[] lines = [];

    public WatchCommandTests()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        _ = ServeAsync();
    }

    private string Store => Path.Combine(folder.Path, "store.db");

    private string Feed => $"http://127.0.0.1:{port}/feed";

    public void Dispose()
    {
        server.Close();
        folder.Dispose();
    }

    [Fact]
    public async Task New_reports_and_alerts_are_a_line_each_and_stand_in_the_atom_file()
    {
        string[] all = await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "samples", "minister", "reports.jsonl"));
        string atom = Path.Combine(folder.Path, "alerts.atom");
        lines = all[..3];
        Call first = await Call.StemmaAsync("watch", Feed, "--once", "--allow-private", "--feed-only", "--store", Store, "--format", "text");
        Assert.Equal(ExitStatus.Done, first.Status);
        string[] told = first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, told.Length);
        Assert.All(told, l => Assert.Matches(@"^new {8}s-\S+  .+: .+", l));
        string story = told[0].Split("  ", StringSplitOptions.RemoveEmptyEntries)[1].Trim();

        Call add = await Call.StemmaAsync("watches", "add", story, "--store", Store);
        Assert.Equal(ExitStatus.Done, add.Status);
        Assert.Equal(add.Output, (await Call.StemmaAsync("watches", "add", story, "--store", Store)).Output);
        Assert.Contains("story " + story, (await Call.StemmaAsync("watches", "list", "--store", Store, "--format", "text")).Output, StringComparison.Ordinal);

        lines = all;
        await MakeDueAsync();
        Call second = await Call.StemmaAsync("watch", "--once", "--allow-private", "--feed-only", "--store", Store, "--format", "jsonl", "--atom", atom);
        JsonElement[] printed = [.. second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Call rest = await Call.StemmaAsync("watches", "alerts", "--store", Store, "--format", "jsonl");
        string[] kept = rest.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, printed.Count(l => l.GetProperty("type").GetString() == "report"));
        Assert.NotEmpty(kept);
        Assert.Equal(kept, second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains("\"type\":\"alert\"", StringComparison.Ordinal)));
        Assert.Equal(kept.Length, XDocument.Load(atom).Root!.Elements().Count(e => e.Name.LocalName == "entry"));

        Call remove = await Call.StemmaAsync("watches", "remove", add.Output.Trim(), "--store", Store);
        Assert.Equal(ExitStatus.Done, remove.Status);
        Assert.Equal("", (await Call.StemmaAsync("watches", "list", "--store", Store, "--format", "text")).Output);
    }

    [Fact]
    public async Task A_feed_that_was_stopped_is_not_polled_until_it_is_named_again()
    {
        lines = (await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "samples", "minister", "reports.jsonl")))[..1];
        string[] options = ["--once", "--allow-private", "--feed-only", "--store", Store, "--format", "text"];
        await Call.StemmaAsync(["watch", Feed, .. options]);
        Assert.StartsWith(Feed + "  due 2", (await Call.StemmaAsync("watches", "feeds", "--store", Store)).Output, StringComparison.Ordinal);
        Assert.Contains("stopped by hand", (await Call.StemmaAsync("watches", "feeds", "--stop", Feed, "--store", Store)).Output, StringComparison.Ordinal);
        lines = (await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "samples", "minister", "reports.jsonl")))[..2];
        Assert.Equal(ExitStatus.BadCall, (await Call.StemmaAsync(["watch", .. options])).Status);
        Assert.Single((await Call.StemmaAsync(["watch", Feed, .. options])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitStatus.BadCall, (await Call.StemmaAsync("watches", "feeds", "--stop", "https://x.example/", "--store", Store)).Status);
    }

    [Fact]
    public async Task A_feed_on_this_machine_is_refused_unless_it_is_allowed()
    {
        Call call = await Call.StemmaAsync("watch", Feed, "--once", "--store", Store);
        Assert.Equal(ExitStatus.SomeRejected, call.Status);
        Assert.Contains("inside a private network", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no feeds", "watch")]
    [InlineData("neither http nor https", "watch", "ftp://coast.example/feed")]
    [InlineData("no such file", "watch", "missing.opml")]
    [InlineData("--interval", "watch", "https://coast.example/feed", "--interval", "2s")]
    [InlineData("--webhook", "watch", "https://coast.example/feed", "--webhook", "ftp://x/")]
    [InlineData("--webhook-secret-file", "watch", "https://coast.example/feed", "--webhook", "https://coast.example/hook", "--webhook-secret-file", "missing")]
    public async Task A_call_that_is_wrong_says_why(string reason, params string[] args)
    {
        Call call = await Call.StemmaAsync([.. args, "--once", "--store", Store]);
        Assert.Equal(ExitStatus.BadCall, call.Status);
        Assert.Contains(reason, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one of the two", "add")]
    [InlineData("one of the two", "add", "s-1", "--text", "dam")]
    [InlineData("no story s-1", "add", "s-1")]
    [InlineData("--reports takes", "add", "--text", "dam", "--reports", "0")]
    [InlineData("no watch w1", "remove", "w1")]
    public async Task A_watch_that_cannot_be_is_refused(string reason, params string[] args)
    {
        await Call.StemmaAsync("ingest", Path.Combine(Checkout.Root, "samples", "noise"), "--store", Store, "--weigh-later");
        Call call = await Call.StemmaAsync(["watches", .. args, "--store", Store]);
        Assert.Equal(ExitStatus.BadCall, call.Status);
        Assert.Contains(reason, call.Error, StringComparison.Ordinal);
    }

    /// <summary>As if the interval were over.</summary>
    private async Task MakeDueAsync()
    {
        await using Store.IStoryStore store = await Stemma.Store.StoryStores.OpenAsync(Store, create: false, readOnly: false, default);
        foreach ((string url, string state, _) in (await store.Watch.FeedsAsync(default)).Where(f => f.Url == Feed))
            await store.Watch.SaveFeedAsync(url, state, DateTimeOffset.UnixEpoch, default);
    }

    private async Task ServeAsync()
    {
        while (server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            bool feed = context.Request.Url!.AbsolutePath == "/feed";
            context.Response.StatusCode = feed ? 200 : 404;
            // Each call is a program of its own: no connection outlives it, and one that broke does not end the server.
            context.Response.KeepAlive = false;
            byte[] body = Encoding.UTF8.GetBytes(feed ? Rss() : "");
            try
            {
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                context.Response.Abort();
            }
        }
    }

    private string Rss()
    {
        StringBuilder text = new("<rss version=\"2.0\"><channel><title>Kestria</title>");
        foreach (JsonElement report in lines.Select(l => JsonDocument.Parse(l).RootElement))
        {
            string body = report.TryGetProperty("html", out JsonElement html) ? html.GetString()! : string.Concat(report.GetProperty("text").GetString()!.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">{report.GetProperty("id")}</guid><title>{WebUtility.HtmlEncode(report.GetProperty("title").GetString())}</title>")
                .Append(report.TryGetProperty("outlet", out JsonElement outlet) ? $"<source url=\"https://x.example/\">{WebUtility.HtmlEncode(outlet.GetString())}</source>" : "")
                .Append(System.Globalization.CultureInfo.InvariantCulture, $"<description>{WebUtility.HtmlEncode(body)}</description></item>");
        }

        return text.Append("</channel></rss>").ToString();
    }
}
