using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Stemma.Intake.Tests.Web;
using Stemma.Intake.Web;
using Stemma.Store;

namespace Stemma.Watch.Tests.Delivering;

public sealed class WebhookTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("stemma-test-").FullName;
    private readonly SteppingClock clock = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly List<string> trouble = [];
    private IStoryStore store = null!;

    public async Task InitializeAsync() => store = await StoryStores.OpenAsync(Path.Combine(folder, "s.db"), create: true, readOnly: false, default);

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_alert_is_posted_as_json_with_a_signature_that_holds()
    {
        List<(string Body, string Signature, string Key, string? Type)> posts = [];
        await using LoopbackServer server = await ReceiveAsync((context, body) =>
        {
            posts.Add((body, context.Request.Headers["Stemma-Signature"].ToString(), context.Request.Headers["Idempotency-Key"].ToString(), context.Request.ContentType));
            return 204;
        });
        AlertCourier courier = Courier(server.At("/hook"), "s3cret");
        await courier.BeginAsync(default);
        await AddAsync("k1", "The dam \"leaks\" – é");
        await courier.DeliverAsync(trouble.Add, default);

        (string body, string signature, string key, string? type) = Assert.Single(posts);
        JsonElement sent = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("k1", "The dam \"leaks\" – é", "application/json"), (sent.GetProperty("alert").GetProperty("key").GetString(), sent.GetProperty("alert").GetProperty("statement").GetString(), type));
        Assert.Equal("k1", key);
        string[] parts = signature.Split(',');
        Assert.Equal("t=" + clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), parts[0]);
        string expected = Convert.ToHexStringLower(HMACSHA256.HashData("s3cret"u8, Encoding.UTF8.GetBytes(parts[0][2..] + "." + body)));
        Assert.Equal("v1=" + expected, parts[1]);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_signed()
    {
        string? signature = null;
        await using LoopbackServer server = await ReceiveAsync((context, _) =>
        {
            signature = context.Request.Headers["Stemma-Signature"].ToString();
            return 200;
        });
        AlertCourier courier = Courier(server.At("/hook"), null);
        await courier.BeginAsync(default);
        await AddAsync("k1");
        await courier.DeliverAsync(trouble.Add, default);
        Assert.Equal("", signature);
    }

    [Fact]
    public async Task A_receiver_that_fails_twice_gets_every_alert_once_and_in_order()
    {
        List<string> taken = [];
        int calls = 0;
        await using LoopbackServer server = await ReceiveAsync((context, _) =>
        {
            if (++calls <= 2)
                return 500;
            taken.Add(context.Request.Headers["Idempotency-Key"].ToString());
            return 200;
        });
        AlertCourier courier = Courier(server.At("/hook"), null);
        await courier.BeginAsync(default);
        await AddAsync("k1");
        await AddAsync("k2");
        await courier.DeliverAsync(trouble.Add, default);
        Assert.Equal(1, calls);
        DateTimeOffset first = courier.NextTry!.Value;
        Assert.InRange((first - clock.GetUtcNow()).TotalSeconds, 10, 12.5);

        // Not before its time.
        await courier.DeliverAsync(trouble.Add, default);
        Assert.Equal(1, calls);
        clock.Advance(first - clock.GetUtcNow());
        await courier.DeliverAsync(trouble.Add, default);
        Assert.InRange((courier.NextTry!.Value - clock.GetUtcNow()).TotalSeconds, 20, 25);
        clock.Advance(courier.NextTry.Value - clock.GetUtcNow());
        await courier.DeliverAsync(trouble.Add, default);
        Assert.Equal(["k1", "k2"], taken);
        Assert.Null(courier.NextTry);
        Assert.Equal(2, trouble.Count);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        List<string> taken = [];
        bool up = true;
        await using LoopbackServer server = await ReceiveAsync((context, _) =>
        {
            if (!up)
                return 503;
            taken.Add(context.Request.Headers["Idempotency-Key"].ToString());
            return 200;
        });
        await AddAsync("old"); // before anybody listened
        AlertCourier courier = Courier(server.At("/hook"), null);
        await courier.BeginAsync(default);
        await AddAsync("k1");
        await courier.DeliverAsync(trouble.Add, default);
        up = false;
        await AddAsync("k2");
        await courier.DeliverAsync(trouble.Add, default);
        up = true;

        AlertCourier next = Courier(server.At("/hook"), null);
        await next.BeginAsync(default);
        Assert.NotNull(next.NextTry); // the wait outlives the process
        clock.Advance(TimeSpan.FromHours(2));
        await next.DeliverAsync(trouble.Add, default);
        await next.DeliverAsync(trouble.Add, default);
        Assert.Equal(["k1", "k2"], taken);
    }

    [Fact]
    public async Task Killed_behind_a_delivery_it_delivers_once_more_under_the_same_key()
    {
        List<string> taken = [];
        await using LoopbackServer server = await ReceiveAsync((context, _) =>
        {
            taken.Add(context.Request.Headers["Idempotency-Key"].ToString());
            return 200;
        });
        using CancellationTokenSource kill = new();
        using WebPoster poster = new(new WebOptions { AllowPrivate = true }, clock);
        Webhook hook = new(poster, server.At("/hook"), null, clock);
        AlertCourier dying = new("webhook", store.Watch, clock, async (alert, stop) =>
        {
            await hook.SendAsync(alert, stop);
            await kill.CancelAsync();
        });
        await dying.BeginAsync(default);
        await AddAsync("k1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.DeliverAsync(trouble.Add, kill.Token));
        AlertCourier next = new("webhook", store.Watch, clock, hook.SendAsync);
        await next.BeginAsync(default);
        await next.DeliverAsync(trouble.Add, default);
        await next.DeliverAsync(trouble.Add, default);
        Assert.Equal(["k1", "k1"], taken);
    }

    [Fact]
    public async Task A_webhook_into_a_private_network_is_refused_and_nothing_is_lost()
    {
        await using LoopbackServer server = await ReceiveAsync((_, _) => 200);
        AlertCourier courier = Courier(server.At("/hook"), null, allowPrivate: false);
        await courier.BeginAsync(default);
        await AddAsync("k1");
        await courier.DeliverAsync(trouble.Add, default);
        Assert.Contains("inside a private network", Assert.Single(trouble), StringComparison.Ordinal);
        Assert.Empty(server.Asked);

        AlertCourier allowed = Courier(server.At("/hook"), null);
        await allowed.BeginAsync(default);
        clock.Advance(TimeSpan.FromHours(1));
        await allowed.DeliverAsync(trouble.Add, default);
        Assert.Equal(["/hook"], server.Asked);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_receiver_that_is_gone_is_left()
    {
        int status = 307;
        await using LoopbackServer server = await ReceiveAsync((context, _) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return status;
        });
        AlertCourier courier = Courier(server.At("/hook"), null);
        await courier.BeginAsync(default);
        await AddAsync("k1");
        await courier.DeliverAsync(trouble.Add, default);
        status = 410;
        clock.Advance(TimeSpan.FromMinutes(1));
        await courier.DeliverAsync(trouble.Add, default);
        clock.Advance(TimeSpan.FromDays(1));
        await courier.DeliverAsync(trouble.Add, default);
        Assert.Equal(["/hook", "/hook"], server.Asked);
        Assert.Null(courier.NextTry);
    }

    private static async Task<LoopbackServer> ReceiveAsync(Func<HttpContext, string, int> answer) => await LoopbackServer.StartAsync(async context =>
    {
        using StreamReader reader = new(context.Request.Body);
        context.Response.StatusCode = answer(context, await reader.ReadToEndAsync());
    });

    private AlertCourier Courier(Uri address, string? secret, bool allowPrivate = true) =>
        new("webhook " + address.AbsoluteUri, store.Watch, clock,
            new Webhook(new WebPoster(new WebOptions { AllowPrivate = allowPrivate }, clock), address, secret is null ? null : Encoding.UTF8.GetBytes(secret), clock).SendAsync);

    private Task<bool> AddAsync(string key, string statement = "The dam leaks.") => store.Watch.AddAlertAsync(key, WatchJson.Write(new Alert
    {
        Key = key,
        Kind = AlertKind.Status,
        Story = "s-dam",
        Title = "The dam at Aldine",
        Statement = statement,
        Before = "asserted",
        After = "confirmed",
        Evidence = ImmutableArray<AlertEvidence>.Empty,
    }), clock.GetUtcNow(), default);
}
