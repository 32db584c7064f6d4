using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Stemma.Cli.Tests.Commands;

public sealed class InputFormsTests
{
    private static string Item(int version, string status, string body, string note = "") =>
        $$"""{"uri":"urn:cw:17","version":"{{version}}","pubstatus":"{{status}}","versioncreated":"2026-03-10T1{{version}}:00:00Z","copyrightholder":"Coast Wire","language":"en","headline":"Ferry sinks off Karsk","ednote":"{{note}}","body_text":"{{body}}"}""";

    private const string Body = "KARSK, March 10 (Coast Wire) - A ferry sank off Karsk on Monday and fourteen people were killed, the harbour master Jane Roe said.";

    [Fact]
    public async Task A_cancelled_item_is_listed_and_leaves_every_count()
    {
        using TemporaryFolder folder = new();
        folder.File("1.json", Item(1, "usable", Body));
        folder.File("2.json", Item(2, "canceled", "", "This item is withdrawn: no ferry sank."));
        Call call = await Call.StemmaAsync("brief", folder.Path, "--format", "json");
        JsonElement story = Assert.Single(call.Picture().GetProperty("stories").EnumerateArray());
        JsonElement report = Assert.Single(story.GetProperty("reports").EnumerateArray());
        Assert.Equal(("withdrawn", 2, "2026-03-10T12:00:00Z"), (report.GetProperty("status").GetString(), report.GetProperty("version").GetInt32(), report.GetProperty("updated").GetString()));
        Assert.NotEmpty(story.GetProperty("claims").EnumerateArray());
        Assert.All(story.GetProperty("claims").EnumerateArray(), c => Assert.Equal(("withdrawn", 0), (c.GetProperty("status").GetString(), c.GetProperty("support").GetProperty("reports").GetInt32())));

        Call before = await Call.StemmaAsync("brief", folder.Path, "--format", "json", "--as-of", "2026-03-10T11:30:00Z");
        Assert.All(before.Picture().GetProperty("stories")[0].GetProperty("claims").EnumerateArray(), c => Assert.NotEqual("withdrawn", c.GetProperty("status").GetString()));
        Call text = await Call.StemmaAsync("brief", folder.Path, "--format", "text");
        Assert.Contains("0 reports, 0 outlets; 1 report withdrawn", text.Output, StringComparison.Ordinal);
        Assert.Contains("withdrawn by its publisher: in no count", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_prints_the_last_version_of_an_item_only()
    {
        using TemporaryFolder folder = new();
        folder.File("1.json", Item(2, "usable", Body + " It was night."));
        folder.File("2.json", Item(1, "usable", Body));
        Call call = await Call.StemmaAsync("read", folder.Path, "--format", "jsonl");
        JsonElement report = JsonDocument.Parse(Assert.Single(call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.EndsWith("It was night.", report.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_addresses_is_printed_as_one_and_is_no_report()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("feeds.opml", "<opml version=\"2.0\"><body><outline text=\"Coast Daily\" xmlUrl=\"https://coast.example/rss\"/></body></opml>");
        Call text = await Call.StemmaAsync("read", path, "--format", "text");
        Assert.Equal(ExitStatus.Done, text.Status);
        Assert.Contains("https://coast.example/rss  Coast Daily", text.Output, StringComparison.Ordinal);
        Call lines = await Call.StemmaAsync("read", path, "--format", "jsonl");
        Assert.Equal((ExitStatus.SomeRejected, ""), (lines.Status, lines.Output));
        Assert.Contains("a list of feeds (OPML) with 1 address and no report in it", lines.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_on_this_machine_is_read_only_when_allowed_and_its_bytes_are_kept()
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        Task serving = ServeAsync(server);
        string address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/ferry";
        Call refused = await Call.StemmaAsync("read", address);
        Assert.Equal(ExitStatus.SomeRejected, refused.Status);
        Assert.Contains("is an address inside a private network", refused.Error, StringComparison.Ordinal);

        using TemporaryFolder folder = new();
        Call read = await Call.StemmaAsync("read", address, "--allow-private", "--evidence", folder.Path, "--format", "jsonl");
        Assert.Equal(ExitStatus.Done, read.Status);
        JsonElement report = JsonDocument.Parse(read.Output).RootElement;
        string digest = report.GetProperty("evidence").GetString()!;
        Assert.Equal(address, report.GetProperty("url").GetString());
        Assert.True(File.Exists(Path.Combine(folder.Path, "objects", digest[7..9], digest[9..])));
        Assert.Contains(digest, await File.ReadAllTextAsync(Path.Combine(folder.Path, "receipts.jsonl")), StringComparison.Ordinal);
        server.Stop();
        await serving;
    }

    /// <summary>A server of few words: no robots.txt, and one page.</summary>
    private static async Task ServeAsync(TcpListener server)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                using TcpClient client = await server.AcceptTcpClientAsync();
                NetworkStream stream = client.GetStream();
                int count = await stream.ReadAsync(buffer);
                bool robots = Encoding.ASCII.GetString(buffer, 0, count).StartsWith("GET /robots.txt", StringComparison.Ordinal);
                string body = robots ? "" : $"<html><head><title>Ferry</title></head><body><article><p>{Body}</p></article></body></html>";
                await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {(robots ? "404 Not Found" : "200 OK")}\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // stopped
        }
    }
}
