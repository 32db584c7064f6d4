using System.Buffers;
using System.Globalization;
using System.Net;

namespace Stemma.Intake.Web;

/// <summary>One answer as it bears on what to do next: it is the one wanted, it leads on, or it fails.</summary>
internal sealed record Reply
{
    public required int Status { get; init; }

    public WebAnswer? Answer { get; private init; }

    public Uri? Redirect { get; private init; }

    public string? Reason { get; private init; }

    public FetchFailure Failure { get; private init; }

    public DateTimeOffset? RetryAt { get; private init; }

    /// <param name="limit">Most bytes of the body as sent.</param>
    /// <param name="hold">Called with the moment before which the host wants no further request.</param>
    /// <exception cref="FetchFailedException">The body is longer than the limit, or a redirect leads nowhere.</exception>
    public static async Task<Reply> ReadAsync(Uri address, HttpResponseMessage response, int limit, TimeProvider time, Action<DateTimeOffset> hold, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        if (status is 200 or 203 or 304)
        {
            ReadOnlyMemory<byte> body = status == 304 ? default : await BodyAsync(response, limit, cancellation).ConfigureAwait(false);
            return new Reply
            {
                Status = status,
                Answer = new WebAnswer
                {
                    Address = address,
                    Status = status == 203 ? 200 : status,
                    Received = time.GetUtcNow(),
                    Body = body,
                    ContentType = Field(response, "Content-Type"),
                    ContentEncoding = Field(response, "Content-Encoding"),
                    Validators = new Validators(address, Field(response, "ETag"), Field(response, "Last-Modified")),
                    MaxAge = MaxAge(Field(response, "Cache-Control"), Field(response, "Expires"), time.GetUtcNow()),
                },
            };
        }

        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return Field(response, "Location") is { } location && Uri.TryCreate(address, location, out Uri? next)
                ? new Reply { Status = status, Redirect = next }
                : throw new FetchFailedException($"a redirect ({status.ToString(CultureInfo.InvariantCulture)}) that leads nowhere", FetchFailure.Final);
        }

        DateTimeOffset? retry = status is 429 or 503 ? RetryAfter(Field(response, "Retry-After"), time.GetUtcNow()) : null;
        if (retry is { } moment)
            hold(moment);
        string words = ((HttpStatusCode)status).ToString() is var name && char.IsAsciiLetter(name[0]) ? " " + name : "";
        string when = retry is { } at ? string.Create(CultureInfo.InvariantCulture, $", and asks to come again after {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}") : "";
        return new Reply
        {
            Status = status,
            Reason = string.Create(CultureInfo.InvariantCulture, $"the server answers {status}{words}{when}"),
            Failure = status is 408 or 425 or 429 or >= 500 ? FetchFailure.Temporary : FetchFailure.Final,
            RetryAt = retry,
        };
    }

    /// <summary>Seconds, or a date (RFC 9110, 10.2.3); null: neither. Never before now, never more than a week away.</summary>
    internal static DateTimeOffset? RetryAfter(string? field, DateTimeOffset now)
    {
        DateTimeOffset latest = now + TimeSpan.FromDays(7);
        if (long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            return seconds < TimeSpan.FromDays(7).TotalSeconds ? now + TimeSpan.FromSeconds(seconds) : latest;
        if (!DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
            return null;
        return moment < now ? now : moment > latest ? latest : moment;
    }

    /// <summary>From <c>Cache-Control: max-age=900</c> or, without it, <c>Expires</c>; null where neither says anything that can be read.</summary>
    internal static TimeSpan? MaxAge(string? control, string? expires, DateTimeOffset now)
    {
        foreach (string directive in (control ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase) && long.TryParse(directive["max-age=".Length..].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
                return TimeSpan.FromSeconds(Math.Min(seconds, (long)TimeSpan.FromDays(365).TotalSeconds));
        }

        return DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) && moment > now ? moment - now : null;
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, int limit, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > limit)
            throw TooLong(limit);
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        ArrayBufferWriter<byte> body = new();
        while (true)
        {
            int count = await stream.ReadAsync(body.GetMemory(16 * 1024), cancellation).ConfigureAwait(false);
            if (count == 0)
                return body.WrittenMemory;
            body.Advance(count);
            if (body.WrittenCount > limit)
                throw TooLong(limit);
        }
    }

    private static FetchFailedException TooLong(int limit) =>
        new(limit >= 1 << 20 ? $"an answer longer than {limit >> 20} MB" : $"an answer longer than {limit >> 10} KB", FetchFailure.Final);

    private static string? Field(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
