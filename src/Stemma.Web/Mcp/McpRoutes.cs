using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Web.Serving;

namespace Stemma.Web.Mcp;

/// <summary>MCP over HTTP at <c>/mcp</c>. Every request stands alone: no session is kept, so a restart disturbs nobody.</summary>
internal static class McpRoutes
{
    public static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton<StoryTools>();
        services.AddSingleton<CorrectionTools>();
        services.AddMcpServer(server => ToolSet.Configure(server, options)).WithHttpTransport(transport => transport.Stateless = true);
    }

    public static void Map(IEndpointRouteBuilder app, ServeOptions options) =>
        app.MapMcp("/mcp").WithRequestTimeout(options.Limits.AnalysisPatience + options.Limits.Patience);
}
