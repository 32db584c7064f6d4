using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Text;

namespace Stemma.Weighing;

/// <summary>Lists, over a whole story, of what stands in its reports: quotes, times, quantities, entities; and the ids they go by.</summary>
public static class StoryIndex
{
    /// <summary>Id of a report's n-th quote, from 0.</summary>
    public static string QuoteId(string report, int index) => Id(report, 'q', index);

    /// <inheritdoc cref="QuoteId"/>
    public static string TimeId(string report, int index) => Id(report, 't', index);

    /// <inheritdoc cref="QuoteId"/>
    public static string QuantityId(string report, int index) => Id(report, 'n', index);

    /// <inheritdoc cref="QuoteId"/>
    public static string AssertionId(string report, int index) => Id(report, 'a', index);

    /// <summary>By report, then by position.</summary>
    internal static ImmutableArray<StoryQuote> Quotes(ImmutableArray<DatedReport> reports)
    {
        List<(string Id, string Report, string Text, string? Speaker, TextSpan Span)> quotes = [];
        foreach (DatedReport r in reports)
        {
            for (int i = 0; i < r.Annotation.Quotes.Length; i++)
            {
                QuotedPassage quote = r.Annotation.Quotes[i];
                quotes.Add((QuoteId(r.Report.Id, i), r.Report.Id, quote.Span.In(r.Report.Body).ToString(), quote.Speaker, quote.Span));
            }
        }

        ImmutableArray<int>[] same = SameQuotes.Find([.. quotes.Select(q => (q.Report, q.Text))]);
        Dictionary<string, string> bodies = reports.ToDictionary(r => r.Report.Id, r => r.Report.Body);
        return [.. quotes.Select((q, n) => new StoryQuote(
            q.Id, q.Text, q.Speaker, ReportSpan.Of(q.Report, bodies[q.Report], q.Span), [.. same[n].Select(o => quotes[o].Id)]))];
    }

    internal static ImmutableArray<StoryTime> Times(ImmutableArray<DatedReport> reports) =>
        [.. reports.SelectMany(r => r.Times.Select((t, i) => new StoryTime(
            TimeId(r.Report.Id, i), ReportSpan.Of(r.Report.Id, r.Report.Body, t.Span), t.Value, t.From, t.To, t.Bound, t.Duration)))];

    internal static ImmutableArray<StoryQuantity> Quantities(ImmutableArray<DatedReport> reports) =>
        [.. reports.SelectMany(r => r.Annotation.Quantities.Select((q, i) => new StoryQuantity(
            QuantityId(r.Report.Id, i), ReportSpan.Of(r.Report.Id, r.Report.Body, q.Span), q.Low, q.High, q.Unit, q.Comparator, q.Of)))];

    /// <summary>Most mentioned first, then by name.</summary>
    internal static ImmutableArray<StoryEntity> Entities(ImmutableArray<DatedReport> reports)
    {
        var groups = reports
            .SelectMany(r => r.Annotation.Language.Entities.Select(e => (Entity: e, Text: e.Span.In(r.Report.Body).ToString())))
            .GroupBy(e => (e.Entity.Name, e.Entity.Kind))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Kind);
        return [.. groups.Select((g, i) => new StoryEntity(
            "e" + (i + 1).ToString(CultureInfo.InvariantCulture),
            g.Key.Name,
            g.Key.Kind,
            [.. g.Select(e => e.Text).Where(t => t != g.Key.Name).Distinct().Order(StringComparer.Ordinal)],
            g.Count(),
            null))];
    }

    private static string Id(string report, char kind, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{report}.{kind}{index + 1}");
}
