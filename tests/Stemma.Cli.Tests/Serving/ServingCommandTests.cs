using System.Diagnostics;
using System.Net;
using ModelContextProtocol.Client;

namespace Stemma.Cli.Tests.Serving;

/// <summary><c>serve</c> and <c>mcp</c> as processes of their own.</summary>
public sealed class ServingCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => Path.Combine(folder.Path, "store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_server_says_where_it_is_and_ends_calmly_when_it_is_told_to()
    {
        await FillAsync();
        using Process process = Start("serve", "--store", Store, "--urls", "http://127.0.0.1:0");
        string line = await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? "";
        Assert.StartsWith($"stemma: serving {Store} at http://127.0.0.1:", line, StringComparison.Ordinal);
        using HttpClient client = new() { BaseAddress = new Uri(line[line.IndexOf("http:", StringComparison.Ordinal)..]) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/openapi/v1.json")).StatusCode); // before anything else was asked
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/stories")).StatusCode);

        // A stream of events is open, and must not hold the end up.
        using HttpResponseMessage events = await client.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead);
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync()); // no noise
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.All(Directory.EnumerateFileSystemEntries(folder.Path), f => Assert.Contains(Path.GetFileName(f).Split('-')[0], new[] { "store.db", "reports.jsonl" })); // no keys, no settings
    }

    [Fact]
    public async Task A_server_that_others_can_reach_needs_a_token()
    {
        Call open = await Call.StemmaAsync("serve", "--store", Store, "--urls", "http://0.0.0.0:0");
        Assert.Equal(ExitStatus.BadCall, open.Status);
        Assert.Contains("a token is needed", Assert.Single(open.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(ExitStatus.BadCall, (await Call.StemmaAsync("serve", "--store", Store, "--token-file", Path.Combine(folder.Path, "none"))).Status);
        Assert.Equal(ExitStatus.BadCall, (await Call.StemmaAsync("serve", "--store", Store, "--token-file", folder.File("short", "abc\n"))).Status);
        Assert.False(File.Exists(Store)); // refused before anything was made
    }

    [Fact]
    public async Task The_protocols_own_client_talks_to_it_over_standard_streams()
    {
        await FillAsync();
        await using McpClient client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [typeof(StemmaCommand).Assembly.Location, "mcp", "--store", Store],
        }));
        Assert.Equal(6, (await client.ListToolsAsync()).Count);
        ModelContextProtocol.Protocol.CallToolResult found = await client.CallToolAsync("search_stories", new Dictionary<string, object?> { ["query"] = "bridge" });
        Assert.Equal(1, found.StructuredContent!.Value.GetProperty("stories").GetArrayLength());
    }

    private async Task FillAsync()
    {
        string reports = folder.File("reports.jsonl", """{ "id": "1", "outlet": "Ona", "published": "2026-03-09", "title": "Bridge falls", "text": "The bridge fell on Monday, the mayor said. Two people were hurt." }""" + "\n");
        Assert.Equal(ExitStatus.Done, (await Call.StemmaAsync("ingest", reports, "--store", Store)).Status);
    }

    private Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = folder.Path; // where keys would be kept
        start.Environment.Remove("STEMMA_TOKEN");
        start.ArgumentList.Add(typeof(StemmaCommand).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
