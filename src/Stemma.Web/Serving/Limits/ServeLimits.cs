namespace Stemma.Web.Serving;

/// <summary>How much a client may ask of a server. A client is an address; all programs of one machine are one.</summary>
public sealed record ServeLimits
{
    /// <summary>Requests a second that a client may go on making.</summary>
    public int RequestsPerSecond { get; init; } = 500;

    /// <summary>And at once, after a while of silence.</summary>
    public int RequestsAtOnce { get; init; } = 1_000;

    /// <summary>Times a minute that a client may try a token on the page for it.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Analyses of texts handed over that run at the same time, over all clients; as many again wait.</summary>
    public int AnalysesAtOnce { get; init; } = 2;

    /// <summary>Connections of any kind.</summary>
    public int Connections { get; init; } = 1_024;

    /// <summary>Streams of events, over all clients.</summary>
    public int EventStreams { get; init; } = 256;

    /// <summary>And of one client.</summary>
    public int EventStreamsEach { get; init; } = 64;

    /// <summary>Largest body of a request, in bytes.</summary>
    public long BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Largest body of reports to be analysed, in bytes.</summary>
    public long AnalysisBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Most reports in one analysis.</summary>
    public int AnalysisReports { get; init; } = 200;

    /// <summary>Longest that a request is worked on.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest that reports handed over are analysed.</summary>
    public TimeSpan AnalysisPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory for pictures that are held ready, in bytes, roughly.</summary>
    public long PictureBytes { get; init; } = 192L * 1024 * 1024;
}
