using Stemma.Intake.Evidence;
using Stemma.Intake.Packing;

namespace Stemma.Intake.Web;

/// <summary>What a server answered.</summary>
public sealed record WebAnswer
{
    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>200, or 304 where nothing newer is there.</summary>
    public required int Status { get; init; }

    /// <summary>When the last byte had come, in UTC.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The body as it was sent, still packed where <see cref="ContentEncoding"/> says so; empty with 304.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; }

    public string? ContentEncoding { get; init; }

    public Validators? Validators { get; init; }

    /// <summary>How long the answer may be taken for the newest (RFC 9111: <c>max-age</c>, else <c>Expires</c>); null: it does not say. Not negative.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Where what was asked for has moved to for good (301, 308); null: it has not moved.</summary>
    public Uri? MovedTo { get; init; }

    public bool IsNotModified => Status == 304;

    /// <summary>Of <see cref="Body"/>: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Digest => Digests.Of(Body.Span);

    /// <summary>The body unpacked.</summary>
    /// <param name="limit">Most bytes that may come out.</param>
    /// <exception cref="FetchFailedException">It is damaged, longer than the limit, or packed in a way that is not known.</exception>
    public ReadOnlyMemory<byte> Content(int limit)
    {
        try
        {
            return ContentCoding.Undo(Body, ContentEncoding, limit);
        }
        catch (InputRejectedException e)
        {
            throw new FetchFailedException(e.Message, FetchFailure.Final);
        }
    }
}
