using System.Net;
using System.Reflection;

namespace Stemma.Intake.Web;

/// <summary>Reads addresses of the web politely and safely: one GET at a time to a host, as its robots.txt allows, within bounds, to public addresses only.</summary>
/// <remarks>
/// Safe to call from many threads at once. Redirects are followed one by one, each looked at as if it had been asked for. No cookies, no credentials, no proxy: a
/// proxy would resolve names itself, and what it reaches could not be checked.
/// </remarks>
public sealed class WebFetcher : IDisposable
{
    /// <summary>What this reader is called in a robots.txt.</summary>
    public const string Product = "stemma";

    /// <summary>A robots.txt of more is no answer; of one up to here the first 512 KB count.</summary>
    private const int MaxRobotsBytes = 4 * 1024 * 1024;

    private readonly WebOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly HostTurns turns;
    private readonly RobotsCache robots;

    public WebFetcher(WebOptions options, TimeProvider time)
        : this(options, time, null, null, null)
    {
    }

    /// <param name="resolve">From a name to addresses; null: the system's own.</param>
    /// <param name="mayReach">Which addresses may be reached; null: as the options say.</param>
    /// <param name="trust">Prepares the handler further; null: nothing.</param>
    internal WebFetcher(
        WebOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? resolve, Func<IPEndPoint, bool>? mayReach, Action<SocketsHttpHandler>? trust)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (this.options, this.time) = (options, time);
        client = GuardedClient.Create(resolve ?? Dns.GetHostAddressesAsync, mayReach ?? (e => options.AllowPrivate || PublicAddresses.Contains(e.Address)), trust);
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        turns = new HostTurns(time);
        robots = new RobotsCache(time, FetchRobotsAsync);
    }

    /// <summary>"Stemma/0.1.0 (reads news reports; robots.txt name: stemma)".</summary>
    public static string UserAgent(string? contact)
    {
        string version = typeof(WebFetcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        return $"Stemma/{version} (reads news reports; robots.txt name: {Product}{(contact is null ? "" : "; " + contact)})";
    }

    /// <summary>Asks for an address and follows where it leads.</summary>
    /// <param name="known">What an earlier answer of the same address said: 304 comes back where that still stands. Null: nothing is known.</param>
    /// <returns>Status 200, or 304 with an empty body.</returns>
    /// <exception cref="FetchFailedException">Anything else, with its reason.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public async Task<WebAnswer> FetchAsync(Uri address, Validators? known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        bool waited = false, forGood = true;
        Uri? moved = null;
        for (int hop = 0; ;)
        {
            Check(address);
            RobotsFile rules = await robots.OfAsync(address, cancellation).ConfigureAwait(false);
            if (!rules.Allows(address.PathAndQuery))
                throw new FetchFailedException($"the robots.txt of {address.IdnHost} does not allow it", FetchFailure.Final);
            TimeSpan pause = rules.Delay is { } delay && delay > options.Pause ? delay : options.Pause;
            Reply reply = await AskAsync(address, known, pause, options.MaxBytes, cancellation).ConfigureAwait(false);
            if (reply.Answer is { } answer)
                return answer with { MovedTo = moved };
            if (reply.Redirect is { } next)
            {
                if (++hop > options.MaxRedirects)
                    throw new FetchFailedException($"more than {options.MaxRedirects} redirects", FetchFailure.Final);
                // A step that is meant for now only ends what has moved for good.
                forGood = forGood && reply.Status is 301 or 308;
                if (forGood)
                    moved = next;
                address = next;
                continue;
            }

            // Asked to come again soon: once, and the host's turn waits as long.
            if (waited || reply.RetryAt is not { } retry || retry - time.GetUtcNow() > options.MaxWait)
                throw new FetchFailedException(reply.Reason!, reply.Failure) { RetryAt = reply.RetryAt, Status = reply.Status };
            waited = true;
        }
    }

    public void Dispose() => client.Dispose();

    internal static void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new FetchFailedException("an address that is neither http nor https", FetchFailure.Final);
        if (address.UserInfo.Length > 0)
            throw new FetchFailedException("an address with a name and password in it: refused", FetchFailure.Final);
    }

    private async Task<Reply> AskAsync(Uri address, Validators? known, TimeSpan pause, int limit, CancellationToken cancellation)
    {
        using IDisposable turn = await turns.EnterAsync(address.IdnHost, pause, cancellation).ConfigureAwait(false);
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Timeout);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            if (known is not null && known.Address == address)
            {
                if (known.ETag is { } tag)
                    request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                if (known.LastModified is { } since)
                    request.Headers.TryAddWithoutValidation("If-Modified-Since", since);
            }

            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            return await Reply.ReadAsync(address, response, limit, time, moment => turns.HoldUntil(address.IdnHost, moment), deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchFailedException($"no whole answer within {options.Timeout.TotalSeconds:0} seconds", FetchFailure.Temporary);
        }
        catch (HttpRequestException e)
        {
            throw NetworkFailures.Explain(e);
        }
        catch (IOException e)
        {
            throw new FetchFailedException("the connection broke off", FetchFailure.Temporary, e);
        }
    }

    /// <summary>The robots.txt of a host, by up to five redirects (RFC 9309, 2.3.1).</summary>
    private async Task<RobotsFile> FetchRobotsAsync(Uri address, CancellationToken cancellation)
    {
        for (int hop = 0; hop <= 5; hop++)
        {
            Check(address);
            Reply reply = await AskAsync(address, null, TimeSpan.Zero, MaxRobotsBytes, cancellation).ConfigureAwait(false);
            if (reply.Answer is { } answer)
                return RobotsFile.Parse(answer.Content(MaxRobotsBytes).Span, Product);
            if (reply.Redirect is null)
                return reply.Status is >= 400 and < 500 and not 429 ? RobotsFile.Open : RobotsFile.Closed;
            address = reply.Redirect;
        }

        return RobotsFile.Open; // as if there were none
    }
}
