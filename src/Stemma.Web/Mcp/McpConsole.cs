using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Server;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Serving;

namespace Stemma.Web.Mcp;

/// <summary>MCP over a pair of streams: for programs that start <c>stemma mcp</c> themselves.</summary>
public static class McpConsole
{
    /// <summary>Answers until the input ends.</summary>
    /// <param name="store">Stays the caller's.</param>
    /// <param name="output">Nothing else may be written to it meanwhile.</param>
    public static async Task RunAsync(IStoryStore store, ServeOptions options, Stream input, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        using ILoggerFactory log = options.LogTo is { } writer
            ? LoggerFactory.Create(logging => logging.SetMinimumLevel(options.Log).AddProvider(new JsonLog(writer, options.Log, TimeProvider.System)))
            : NullLoggerFactory.Instance;
        ServiceCollection services = new();
        services.AddSingleton(store);
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        // Made when a tool first needs it: a client waits a few seconds for a server's first word, and models take some of them to load.
        services.AddSingleton(_ => new PictureCache(store, new StoryWeigher(store, new ReportReading()) { Keeps = !options.ReadOnly }, options, cancellation));
        services.AddSingleton<AnalysisDesk>();
        services.AddSingleton<CorrectionDesk>();
        services.AddSingleton<StoryTools>();
        services.AddSingleton<CorrectionTools>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        McpServerOptions server = new();
        ToolSet.Configure(server, options);
        await using StreamServerTransport transport = new(input, output, "stemma", log);
        await using McpServer running = McpServer.Create(transport, server, log, provider);
        await running.RunAsync(cancellation);
    }
}
