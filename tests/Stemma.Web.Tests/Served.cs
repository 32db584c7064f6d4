using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Web.Tests;

/// <summary>A real server on a free port, over a store of its own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly string folder;
    private readonly WebApplication app;
    private readonly bool closes;

    private Served(string folder, WebApplication app, IStoryStore store, bool closes)
    {
        (this.folder, this.app, Store, this.closes) = (folder, app, store, closes);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IStoryStore Store { get; }

    public HttpClient Client { get; }

    public StringWriter Log { get; private init; } = new();

    public int Port => Client.BaseAddress!.Port;

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Over the samples.</summary>
    public static Task<Served> SamplesAsync(Func<ServeOptions, ServeOptions>? with = null) => StartAsync(filled: true, null, with);

    public static Task<Served> EmptyAsync(Func<ServeOptions, ServeOptions>? with = null) => StartAsync(filled: false, null, with);

    /// <summary>Over a store that stays the caller's.</summary>
    public static Task<Served> OverAsync(IStoryStore store, Func<ServeOptions, ServeOptions>? with = null) => StartAsync(filled: false, store, with);

    private static async Task<Served> StartAsync(bool filled, IStoryStore? given, Func<ServeOptions, ServeOptions>? with)
    {
        string folder = Directory.CreateTempSubdirectory("stemma-web-").FullName;
        StringWriter log = new();
        ServeOptions options = new() { Urls = "http://127.0.0.1:0", LogTo = log };
        options = with?.Invoke(options) ?? options;
        string path = filled ? await FilledStore.CopyAsync(folder) : Path.Combine(folder, "store.db");
        IStoryStore store = given ?? await StoryStores.OpenAsync(path, create: true, readOnly: filled && options.ReadOnly, default);
        WebApplication app = StemmaServer.Create(store, options);
        await app.StartAsync();
        return new Served(folder, app, store, given is null) { Log = log };
    }

    /// <summary>The body as JSON; anything but the status asked for fails the test.</summary>
    public async Task<JsonElement> JsonAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpResponseMessage answer = await Client.GetAsync(address);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{address}: {(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body = null, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    /// <summary>Bytes as they stand, for what no client would send; returns what came back until the server closed, or nothing more came.</summary>
    public async Task<string> RawAsync(string request, TimeSpan? patience = null)
    {
        using System.Net.Sockets.TcpClient socket = new();
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        await using System.Net.Sockets.NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        StringBuilder answer = new();
        byte[] buffer = new byte[16_384];
        using CancellationTokenSource stop = new(patience ?? TimeSpan.FromSeconds(10));
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, stop.Token)) > 0)
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // As much as came.
        }

        return answer.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (closes)
            await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
