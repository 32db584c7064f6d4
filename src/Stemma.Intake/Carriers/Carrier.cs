using Stemma.Reports;

namespace Stemma.Intake.Carriers;

/// <summary>What is known of some bytes before they are read: where they came from, when, and what the sender called them.</summary>
/// <remarks>All null for a file: its name and its own time say nothing.</remarks>
internal sealed record Carrier
{
    public static Carrier File { get; } = new();

    /// <summary>The address that answered, after redirects; or the one that an archive names.</summary>
    public string? Url { get; init; }

    /// <summary>The encoding that the transport names; believed only where the bytes are no UTF-8.</summary>
    public string? Charset { get; init; }

    public DateTimeOffset? Received { get; init; }

    /// <summary>See <see cref="RawReport.Evidence"/>.</summary>
    public string? Evidence { get; init; }

    /// <summary>The report that the bytes as a whole are: its address is its name.</summary>
    public RawReport Page(string input) => Part(input) with { ItemId = Url is null ? null : "page " + Url };

    /// <summary>One of the reports in the bytes.</summary>
    public RawReport Part(string input) => new() { Input = input, Address = Url, Received = Received, Evidence = Evidence, Text = "" };
}
