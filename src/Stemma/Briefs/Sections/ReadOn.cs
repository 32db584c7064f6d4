using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Briefs.Sections;

/// <summary>Related stories that the reports themselves point to.</summary>
/// <remarks>A link that shares no word with the headlines and first paragraphs of the story is the site's own furniture and is left out.</remarks>
internal static class ReadOn
{
    private const int Max = 12;

    private static readonly ImmutableArray<string> Leads = ["READ MORE:", "Read more:", "READ ALSO:", "Read also:", "ALSO READ:", "Also read:", "READ:", "Read:", "MORE:", "SEE ALSO:", "See also:", "RELATED:", "Related:"];

    /// <summary>By report, in order of mention; a link that several reports give stands once.</summary>
    public static ImmutableArray<Reading> Write(StoryMaterial material, Salience salience) =>
        [.. material.Reports
            .SelectMany(r => r.Report.Links.Select(l => new Reading(Text(l), l.Url, r.Report.Id)))
            .Where(l => l.Text.Length > 0 && salience.Centrality(Content(l)) > 0)
            .DistinctBy(l => l.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Max)];

    private static FrozenSet<string> Content(Reading link) => Words.Content(link.Text);

    private static string Text(RelatedLink link)
    {
        string text = PlainText.OneLine(link.Text);
        string? lead = Leads.FirstOrDefault(l => text.StartsWith(l, StringComparison.Ordinal));
        return lead is null ? text : text[lead.Length..].Trim();
    }
}
