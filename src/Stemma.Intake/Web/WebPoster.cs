using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Stemma.Intake.Web;

/// <summary>Posts to addresses of the web, under the same guard as <see cref="WebFetcher"/>: public addresses only, within bounds, never where a redirect leads.</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
public sealed class WebPoster : IDisposable
{
    private readonly WebOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public WebPoster(WebOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (this.options, this.time) = (options, time);
        client = GuardedClient.Create(Dns.GetHostAddressesAsync, e => options.AllowPrivate || PublicAddresses.Contains(e.Address), null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", WebFetcher.UserAgent(options.Contact));
    }

    /// <returns>When the address answered 2xx.</returns>
    /// <exception cref="FetchFailedException">Anything else, with its reason, its status, and when the server asks to come again.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public async Task PostAsync(Uri address, ReadOnlyMemory<byte> body, string mediaType, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(fields);
        WebFetcher.Check(address);
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Timeout);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            foreach ((string name, string value) in fields)
                request.Headers.TryAddWithoutValidation(name, value);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            int status = (int)response.StatusCode;
            if (status is >= 200 and < 300)
                return;
            string? retry = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? string.Join(", ", values) : null;
            throw new FetchFailedException(
                string.Create(CultureInfo.InvariantCulture, $"the server answers {status}"), status is 408 or 425 or 429 or >= 500 ? FetchFailure.Temporary : FetchFailure.Final)
            {
                Status = status,
                RetryAt = Reply.RetryAfter(retry, time.GetUtcNow()),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchFailedException($"no answer within {options.Timeout.TotalSeconds:0} seconds", FetchFailure.Temporary);
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

    public void Dispose() => client.Dispose();
}
