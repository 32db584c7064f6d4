namespace Stemma.Intake.Web;

/// <summary>Whether it is worth while to ask again.</summary>
public enum FetchFailure
{
    /// <summary>Perhaps in a while: the server is busy, or cannot be reached.</summary>
    Temporary,

    /// <summary>Not as things stand: not found, not allowed, too long.</summary>
    Final,
}

/// <summary>An address that could not be read; the message is the one clear line that tells why.</summary>
public sealed class FetchFailedException(string reason, FetchFailure kind, Exception? inner = null) : Exception(reason, inner)
{
    public FetchFailure Kind { get; } = kind;

    /// <summary>When the server asks to come again; null: it does not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The status that the server answered (RFC 9110, 15); null where it did not answer.</summary>
    public int? Status { get; init; }
}
