using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Pages;

namespace Stemma.Web.Serving;

/// <summary>Pages, REST, server-sent events and MCP over one store.</summary>
public static class StemmaServer
{
    /// <summary>A server that is ready to be started.</summary>
    /// <param name="store">Stays the caller's: it is not closed with the server.</param>
    public static WebApplication Create(IStoryStore store, ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);

        // The folder of the program, not the one it was called in: the host watches its content root for changes.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new StoryWeigher(store, new ReportReading()));
        ApiRoutes.AddServices(builder.Services);
        PageRoutes.AddServices(builder.Services);

        WebApplication app = builder.Build();
        ApiRoutes.Map(app);
        PageRoutes.Map(app);
        return app;
    }
}
