namespace Stemma.Reports;

/// <summary>From raw text to a clean <see cref="Report"/>: what stands around an article becomes a field or goes.</summary>
public sealed class ReportReader
{
    public StageId Id { get; } = new("reports", 1);

    public Report Read(RawReport raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new Report
        {
            Id = "r" + Text.StableHash.Digest(raw.Input + "\n" + raw.Text, 10),
            Input = raw.Input,
            Url = raw.Url,
            Outlet = raw.Outlet,
            Agencies = [],
            Authors = raw.Authors,
            Dateline = null,
            Published = raw.Published,
            PublishedBasis = raw.Published is null ? null : PublishedBasis.Metadata,
            Updated = raw.Updated,
            Notes = [],
            Headline = raw.Headline,
            Body = raw.Text,
            Links = raw.Links,
            Language = raw.Language ?? "en",
        };
    }
}
