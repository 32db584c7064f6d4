namespace Stemma.Intake.Evidence;

/// <summary>That certain bytes came from a certain address at a certain time.</summary>
/// <remarks>The digest tells that the bytes are those; that they came from there rests on the word of whoever received them.</remarks>
public sealed record Receipt
{
    /// <summary>Of the bytes as they were sent: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>How many bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The address that was asked for.</summary>
    public required string Asked { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required string Url { get; init; }

    /// <summary>When the last byte had come, by the receiver's clock, in UTC.</summary>
    public required DateTimeOffset Received { get; init; }

    public required string? ContentType { get; init; }

    /// <summary>How the bytes are packed; null: they are not.</summary>
    public required string? ContentEncoding { get; init; }

    public required string? ETag { get; init; }

    /// <summary>As the server wrote it.</summary>
    public required string? LastModified { get; init; }
}
