using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Reports;

/// <summary>A place of a report where a name stands.</summary>
/// <param name="TakenFor">Who, or what, was understood.</param>
internal sealed record NamedPlace(ReportSpan At, string TakenFor);

/// <summary>Where names stand in a report: what a person can say of such a place is that another is meant.</summary>
internal static class NamedPlaces
{
    /// <summary>Sources where they were read; the other names of the story wherever their words stand whole.</summary>
    /// <param name="within">The part of the report that is looked at.</param>
    /// <returns>By position, none overlapping another.</returns>
    public static ImmutableArray<NamedPlace> Of(PageStory story, Report report, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(report);
        List<NamedPlace> places = [];
        foreach (Source source in story.Story.Assertions.Where(a => a.Report == report.Id).SelectMany(a => a.Attribution))
        {
            if (!source.Anonymous && source.At is { } at && at.Report == report.Id && !at.Span.IsEmpty && within.Start <= at.Start && at.End <= within.End)
                Add(at.Span, source.Name);
        }

        // Longer forms first: "Runa Feld" before "Feld".
        foreach ((string form, string name) in story.Story.Entities.Where(e => e.Kind is not EntityKind.Other)
            .SelectMany(e => e.Aliases.Prepend(e.Name).Distinct(StringComparer.Ordinal).Select(f => (f, e.Name))).Where(f => f.f.Length > 1).OrderByDescending(f => f.f.Length).ThenBy(f => f.f, StringComparer.Ordinal))
        {
            for (int at = Next(form, within.Start); at >= 0; at = Next(form, at + form.Length))
            {
                if (IsWhole(report.Body, at, at + form.Length))
                    Add(new TextSpan(at, at + form.Length), name);
            }
        }

        return [.. places.OrderBy(p => p.At.Start)];

        int Next(string form, int from) => report.Body.IndexOf(form, from, within.End - from, StringComparison.Ordinal);

        void Add(TextSpan span, string name)
        {
            if (!places.Any(p => p.At.Span.Overlaps(span)))
                places.Add(new NamedPlace(ReportSpan.Of(report.Id, report.Body, span), name));
        }
    }

    private static bool IsWhole(string body, int start, int end) => (start == 0 || !char.IsLetterOrDigit(body[start - 1])) && (end == body.Length || !char.IsLetterOrDigit(body[end]));
}
