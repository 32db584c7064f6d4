using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Mcp;
using Stemma.Web.Pages;

namespace Stemma.Web.Serving;

/// <summary>Pages, REST, server-sent events and MCP over one store.</summary>
public static class StemmaServer
{
    /// <summary>Longest that requests under way are waited for when the server is told to stop.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    /// <summary>A server that is ready to be started.</summary>
    /// <param name="store">Stays the caller's: it is not closed with the server.</param>
    /// <exception cref="ArgumentException">It cannot be served so: <see cref="ServeOptions.Fault"/>.</exception>
    public static WebApplication Create(IStoryStore store, ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(options));

        // The folder of the program, not the one it was called in: the host watches its content root for changes.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. options.AllUrls]);
        AddServices(builder, store, options);
        ApiRoutes.AddServices(builder.Services);
        McpRoutes.AddServices(builder.Services, options);
        PageRoutes.AddServices(builder.Services);

        WebApplication app = builder.Build();
        Guard(app, options);
        HealthRoutes.Map(app);
        SignInRoutes.Map(app, app.Services.GetRequiredService<TokenGate>());
        ApiRoutes.Map(app);
        McpRoutes.Map(app, options);
        PageRoutes.Map(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, IStoryStore store, ServeOptions options)
    {
        IServiceCollection services = builder.Services;
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(options.Log);
        if (options.LogTo is { } log)
            builder.Logging.AddProvider(new JsonLog(log, options.Log, TimeProvider.System));
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
            kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        });

        // A file that may not be written must not be asked to keep what was weighed.
        ReportReading reading = new();
        services.AddSingleton(store);
        services.AddSingleton(options);
        services.AddSingleton(reading);
        services.AddSingleton(new StoryWeigher(store, reading) { Keeps = !options.ReadOnly });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Busy>();
        services.AddSingleton(s => new PictureCache(store, s.GetRequiredService<StoryWeigher>(), options, s.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        services.AddSingleton<HostGate>();
        services.AddSingleton<TokenGate>();
        services.AddSingleton<RequestLog>();
        if (!options.ReadOnly)
            services.AddHostedService<StaleStories>();

        services.AddRateLimiter(limiter => ClientLimits.Configure(limiter, options.Limits));
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = options.Limits.Patience, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        services.AddResponseCompression(compression =>
        {
            // Over http alone: where a proxy speaks https it is the proxy's to decide. No answer holds a secret beside words that a stranger chose.
            compression.MimeTypes = ["application/json", "application/problem+json", "application/atom+xml", "text/html", "text/plain", "text/markdown", "text/css", "text/javascript", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

        // Nothing that is sealed outlives the process: no file of keys in anybody's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new PassingKeys(), new NullXmlEncryptor()));
    }

    /// <summary>What every request goes through, outermost first.</summary>
    private static void Guard(WebApplication app, ServeOptions options)
    {
        Busy busy = app.Services.GetRequiredService<Busy>();
        HostGate hosts = app.Services.GetRequiredService<HostGate>();
        TokenGate tokens = app.Services.GetRequiredService<TokenGate>();
        RequestLog log = app.Services.GetRequiredService<RequestLog>();
        app.Use(busy.RunAsync);
        app.Use(SecurityHeaders.RunAsync);
        app.UseResponseCompression();
        ProblemWriter.Use(app);
        app.Use(log.RunAsync);
        app.Use(hosts.RunAsync);
        app.UseRateLimiter(); // before the token is looked at: guessing is slow
        app.Use(OriginGate.RunAsync);
        app.Use(tokens.RunAsync);
        if (options.ReadOnly)
            app.Use(ReadOnlyGate.RunAsync);
        app.UseRequestTimeouts();
        app.Use(McpBodyGate.RunAsync);
    }
}
