using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Stemma.Store;
using Stemma.Web.Mcp;
using Stemma.Web.Serving;

namespace Stemma.Web.Tests.Mcp;

/// <summary>What programs that speak MCP are told, asked by the protocol's own client.</summary>
public sealed class McpTests
{
    private static readonly string[] Asking = ["analyse_texts", "compare_reports", "get_brief", "get_claim", "search_stories", "who_said_what"];

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData(null)]
    public async Task Over_http_in_the_current_revision_and_the_one_before(string? version)
    {
        await using Served served = await Served.SamplesAsync();
        await using McpClient client = await HttpAsync(served, version);
        if (version is not null)
            Assert.Equal(version, client.NegotiatedProtocolVersion);
        await AskAsync(client, served.Store);
    }

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    public async Task Over_a_pair_of_streams(string version)
    {
        await using Served served = await Served.SamplesAsync();
        Pipe there = new(), back = new();
        using CancellationTokenSource stop = new();
        Task server = McpConsole.RunAsync(served.Store, new ServeOptions(), there.Reader.AsStream(), back.Writer.AsStream(), stop.Token);
        await using (McpClient client = await McpClient.CreateAsync(new StreamClientTransport(there.Writer.AsStream(), back.Reader.AsStream()), new McpClientOptions { ProtocolVersion = version }))
            await AskAsync(client, served.Store);
        await there.Writer.CompleteAsync(); // the client has gone: the server ends by itself
        await server.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nothing_is_changed_unless_that_was_allowed()
    {
        await using Served served = await Served.SamplesAsync(o => o with { AllowChanges = true });
        await using McpClient client = await HttpAsync(served, null);
        IList<McpClientTool> tools = await client.ListToolsAsync();
        Assert.Equal(["add_correction", "undo_correction"], tools.Where(t => t.ProtocolTool.Annotations?.ReadOnlyHint != true).Select(t => t.Name).Order(StringComparer.Ordinal));
        CallToolResult kept = await client.CallToolAsync("add_correction", new Dictionary<string, object?>
        {
            ["correction"] = JsonDocument.Parse("""{ "kind": "rename", "target": "outlet", "what": [{ "name": "Metro Post" }], "to": "Other Post", "who": "test" }""").RootElement,
        });
        Assert.NotEqual(true, kept.IsError);
        Assert.Equal("Other Post", Assert.Single(await served.Store.CorrectionsAsync(default)).To);

        await using Served closed = await Served.SamplesAsync(o => o with { AllowChanges = true, ReadOnly = true });
        await using McpClient other = await HttpAsync(closed, null);
        Assert.Equal(Asking, (await other.ListToolsAsync()).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{ not json", -32700)]
    [InlineData("", -32700)]
    public async Task What_is_no_json_is_told_so(string body, int code)
    {
        await using Served served = await Served.EmptyAsync();
        using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Post, "/mcp", body, headers: ("Accept", "application/json, text/event-stream"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("Accept", "text/html", 406)]
    [InlineData("MCP-Protocol-Version", "1999-01-01", 400)]
    [InlineData("Origin", "http://evil.example", 403)]
    public async Task A_request_that_is_not_as_it_should_be_is_refused(string header, string value, int status)
    {
        await using Served served = await Served.EmptyAsync();
        (string, string)[] headers = header == "Accept" ? [(header, value)] : [("Accept", "application/json, text/event-stream"), (header, value)];
        using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Post, "/mcp", """{ "jsonrpc": "2.0", "id": 1, "method": "tools/list" }""", headers: headers);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static async Task<McpClient> HttpAsync(Served served, string? version) => await McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(served.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }),
        new McpClientOptions { ProtocolVersion = version });

    /// <summary>Each tool is asked what it is for; every span is held against the report that it names.</summary>
    private static async Task AskAsync(McpClient client, IStoryStore store)
    {
        IList<McpClientTool> tools = await client.ListToolsAsync();
        Assert.Equal(Asking, tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True(t.ProtocolTool is { Annotations: { ReadOnlyHint: true, DestructiveHint: false, OpenWorldHint: false }, OutputSchema: not null } && t.Description.Length > 40, t.Name));

        JsonElement found = await CallAsync("search_stories", ("query", "avalanche"), ("minReports", 5));
        string story = found.GetProperty("stories")[0].GetProperty("id").GetString()!;
        Assert.Contains("avalanche", found.GetProperty("stories")[0].GetProperty("passage").GetProperty("quote").GetString(), StringComparison.OrdinalIgnoreCase);
        JsonElement brief = await CallAsync("get_brief", ("story", story));
        Assert.NotEqual(0, brief.GetProperty("brief").GetProperty("keyFacts").GetArrayLength());
        JsonElement claim = await CallAsync("get_claim", ("story", story), ("claim", brief.GetProperty("claims")[0].GetProperty("id").GetString()));
        Assert.NotEqual(0, claim.GetProperty("claims")[0].GetProperty("assertions").GetArrayLength());
        JsonElement said = await CallAsync("who_said_what", ("story", story), ("limit", 200));
        string speaker = said.GetProperty("said")[0].GetProperty("speaker").GetString()!;
        JsonElement one = await CallAsync("who_said_what", ("story", story), ("speaker", speaker));
        Assert.InRange(one.GetProperty("said").GetArrayLength(), 1, said.GetProperty("said").GetArrayLength());
        JsonElement compared = await CallAsync("compare_reports", ("story", story));
        Assert.NotEqual(0, compared.GetProperty("differences").GetArrayLength());
        Assert.NotEqual(0, compared.GetProperty("lineage").GetArrayLength());
        JsonElement analysed = await CallAsync("analyse_texts", ("reports", new[] { new { text = "The bridge fell on Monday, the mayor said. Two people were hurt.", outlet = "X" } }));
        Assert.NotEqual(0, analysed.GetProperty("stories")[0].GetProperty("claims").GetArrayLength());

        int spans = 0;
        foreach (JsonElement answer in new[] { found, brief, claim, said, one, compared })
            spans += await HoldAsync(answer);
        Assert.True(spans > 50, $"{spans}");

        CallToolResult none = await client.CallToolAsync("get_brief", new Dictionary<string, object?> { ["story"] = "s-none" });
        Assert.True(none.IsError);
        Assert.Contains("no story", ((TextContentBlock)none.Content[0]).Text, StringComparison.Ordinal);

        async Task<JsonElement> CallAsync(string tool, params (string Name, object? Value)[] arguments)
        {
            CallToolResult result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value));
            Assert.True(result.IsError is not true, tool + ": " + (result.Content.FirstOrDefault() as TextContentBlock)?.Text);
            JsonElement content = result.StructuredContent!.Value, schema = tools.Single(t => t.Name == tool).ProtocolTool.OutputSchema!.Value;
            Assert.Empty(new Stemma.Cli.Tests.SchemaCheck(schema).Faults(content));
            return content;
        }

        async Task<int> HoldAsync(JsonElement value)
        {
            if (value.ValueKind is JsonValueKind.Array)
            {
                int held = 0;
                foreach (JsonElement item in value.EnumerateArray())
                    held += await HoldAsync(item);
                return held;
            }

            if (value.ValueKind is not JsonValueKind.Object)
                return 0;
            if (value.TryGetProperty("quote", out JsonElement quote) && value.TryGetProperty("start", out JsonElement start) && quote.ValueKind is JsonValueKind.String)
            {
                StoredReport report = (await store.ReportAsync(value.GetProperty("report").GetString()!, default))!;
                Assert.Equal(quote.GetString(), report.Report.Body[start.GetInt32()..value.GetProperty("end").GetInt32()]);
                return 1;
            }

            int all = 0;
            foreach (JsonProperty property in value.EnumerateObject())
                all += await HoldAsync(property.Value);
            return all;
        }
    }
}
