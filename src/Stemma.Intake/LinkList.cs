using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>A file that names addresses and holds no report: an OPML list of feeds, a sitemap, a list of sitemaps.</summary>
/// <param name="Kind">What it is, in words: "a list of feeds (OPML)".</param>
/// <param name="Links">In order of the file, each address once.</param>
public sealed record LinkList(string Input, string Kind, ImmutableArray<ListedLink> Links)
{
    /// <summary>For callers that want reports and nothing else.</summary>
    public Rejection AsRejection() =>
        new(Input, $"{Kind} with {Links.Length} {(Links.Length == 1 ? "address" : "addresses")} and no report in it: read the addresses themselves");
}

/// <summary>An address with what the list says of it.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Outlet">Who publishes it, as the list names it.</param>
public sealed record ListedLink(string Url, string? Title, string? Outlet, ReportTime? Published);
