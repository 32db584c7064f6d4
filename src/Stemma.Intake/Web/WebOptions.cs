namespace Stemma.Intake.Web;

/// <summary>How the web is read: the bounds of one request, and what it may reach.</summary>
public sealed record WebOptions
{
    /// <summary>Whether addresses inside private networks, this machine's own among them, may be reached. Off: a feed cannot make us ask what its author cannot.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Most bytes of an answer, as sent and after unpacking.</summary>
    public int MaxBytes { get; init; } = IntakeLimits.MaxReportBytes;

    /// <summary>Longest time for one request, from the connection to the last byte. A redirect is another request.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most redirects from the address asked for to the one that answers.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Longest time that is waited where a server says when to come again (Retry-After); a longer one ends the request.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Shortest time from the end of one request to the beginning of the next to the same host. A robots.txt may ask for more.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where a person who runs a server can complain: an address of the web or of mail, put into the user agent; null: none.</summary>
    public string? Contact { get; init; }
}
