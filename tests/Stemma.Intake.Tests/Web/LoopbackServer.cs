using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Stemma.Intake.Tests.Web;

/// <summary>A real server (Kestrel) on loopback, on a port of its own, that answers as a test says and remembers what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app, X509Certificate2 certificate, bool secure)
    {
        (this.app, Certificate) = (app, certificate);
        Uri = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Assert.Equal(secure ? "https" : "http", Uri.Scheme);
    }

    public Uri Uri { get; }

    /// <summary>What the server shows of itself, where it is a safe one: signed by nobody else.</summary>
    public X509Certificate2 Certificate { get; }

    public int Port => Uri.Port;

    /// <summary>Path and query of each request, in order; those for robots.txt among them.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The user agent of each request.</summary>
    public ConcurrentQueue<string> Agents { get; } = new();

    /// <summary>What the server's robots.txt says; null: 404.</summary>
    public string? Robots { get; set; }

    public Uri At(string path) => new(Uri, path);

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, bool secure = false)
    {
        X509Certificate2 certificate = MakeCertificate();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (secure)
                listen.UseHttps(certificate);
        }));
        WebApplication app = builder.Build();
        LoopbackServer? server = null;
        app.Run(async context =>
        {
            server!.Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            server.Agents.Enqueue(context.Request.Headers.UserAgent.ToString());
            if (context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = server.Robots is null ? 404 : 200;
                await context.Response.WriteAsync(server.Robots ?? "");
                return;
            }

            await answer(context);
        });
        await app.StartAsync();
        return server = new LoopbackServer(app, certificate, secure);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Certificate.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
