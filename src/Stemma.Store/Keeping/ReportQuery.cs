using Stemma.Reports;

namespace Stemma.Store;

/// <summary>Which reports to find, latest arrival first. What is left null asks for nothing.</summary>
public sealed record ReportQuery
{
    /// <summary>Words that all have to be there, "words in quotation marks" in a row, -words that must not; everything else in it is taken as blank.</summary>
    public string? Text { get; init; }

    public string? Person { get; init; }

    public string? Organisation { get; init; }

    public string? Place { get; init; }

    /// <summary>Name of an origin of something the report states.</summary>
    public string? Origin { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Published, or arrived where that is unknown, not earlier.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>And before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those of one story, by id.</summary>
    public string? Story { get; init; }

    /// <summary><see cref="ReportHit.Mark"/> of the last of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>Only those that came later than the one of this <see cref="ReportHit.Mark"/>.</summary>
    public long? After { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>A report in a list.</summary>
/// <param name="Mark">Where the next page goes on.</param>
public sealed record ReportHit(string Id, string Story, string? Outlet, string? Headline, ReportTime? Published, string Input, long Mark);
