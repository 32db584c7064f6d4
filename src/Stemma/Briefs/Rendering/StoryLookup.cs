using System.Collections.Frozen;
using System.Globalization;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>Finds the parts of a story by their ids, and calls its reports by short names.</summary>
internal sealed class StoryLookup
{
    private readonly FrozenDictionary<string, int> reports;
    private readonly FrozenDictionary<string, Claim> claims;
    private readonly FrozenDictionary<string, Assertion> assertions;
    private readonly FrozenDictionary<string, Origin> origins;

    public StoryLookup(Story story)
    {
        Story = story;
        reports = story.Reports.Select((r, i) => (r.Id, i)).ToFrozenDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        claims = story.Claims.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        assertions = story.Assertions.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
        origins = story.Origins.ToFrozenDictionary(o => o.Id, StringComparer.Ordinal);
    }

    public Story Story { get; }

    /// <summary>Place of a report in the story from 0; -1 for an id that is no report of it.</summary>
    public int IndexOf(string report) => reports.GetValueOrDefault(report, -1);

    public Report? Report(string id) => IndexOf(id) is >= 0 and int i ? Story.Reports[i] : null;

    public Claim? Claim(string id) => claims.GetValueOrDefault(id);

    public Assertion? Assertion(string id) => assertions.GetValueOrDefault(id);

    public Origin? Origin(string id) => origins.GetValueOrDefault(id);

    /// <summary>"Evening Gazette"; without an outlet, its host or its number in the list of reports.</summary>
    public string Name(string reportOrOrigin) => Report(reportOrOrigin) is { } report
        ? Name(report)
        : Origin(reportOrOrigin) is { } origin ? PlainText.OneLine(origin.Name) : NameOfItem(reportOrOrigin);

    public string Name(Report report)
    {
        if (!string.IsNullOrWhiteSpace(report.Outlet))
            return PlainText.OneLine(report.Outlet);
        if (Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? url) && url.Host.Length > 0)
            return url.Host;
        return string.Create(CultureInfo.InvariantCulture, $"unknown outlet (report {IndexOf(report.Id) + 1})");
    }

    /// <summary>An item that is not at hand and has no origin of its own: its id in words.</summary>
    private static string NameOfItem(string id)
    {
        string slug = id.StartsWith("o-item-", StringComparison.Ordinal) ? id["o-item-".Length..] : id;
        return PlainText.OneLine(string.Join(' ', slug.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..])));
    }
}
