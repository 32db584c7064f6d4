using System.Collections.Immutable;
using System.Globalization;
using Stemma.Claims;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>A point with its number on the page, from 1.</summary>
internal sealed record NumberedPoint(int Number, Point Point);

/// <summary>What every section of one story's page shares: the writer, the story, and the ids that links go by.</summary>
/// <remarks>Ids are made of places in the story, not of a report's own id, so that nothing from outside stands in an attribute.</remarks>
internal sealed class StoryPage
{
    private readonly string prefix;
    private readonly Dictionary<string, int> claims;

    /// <param name="level">Level of the story's own heading: 1 where it is the only one.</param>
    public StoryPage(HtmlPage html, Story story, int number, int level, Grading? grading)
    {
        Html = html;
        Lookup = new StoryLookup(story);
        Level = level;
        Grading = grading;
        prefix = "s" + number.ToString(CultureInfo.InvariantCulture) + "-";
        claims = story.Claims.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        Brief brief = story.Brief;
        ImmutableArray<Point>[] sections = [brief.NewsPeg, brief.KeyFacts, brief.Disputed, brief.Unknown, brief.Watch, brief.BigNumber is { } n ? [n] : [], brief.Who];
        int count = 0;
        Points = [.. sections.Select(s => s.Select(p => new NumberedPoint(++count, p)).ToImmutableArray())];
    }

    public HtmlPage Html { get; }

    public StoryLookup Lookup { get; }

    public Story Story => Lookup.Story;

    public int Level { get; }

    /// <summary>Null where no grades are asked for.</summary>
    public Grading? Grading { get; }

    /// <summary>News peg, key facts, disputed, not known, to watch, the number, who: numbered through.</summary>
    public ImmutableArray<ImmutableArray<NumberedPoint>> Points { get; }

    public string Id(string name) => prefix + name;

    public string PointId(int number) => prefix + "p" + number.ToString(CultureInfo.InvariantCulture);

    public string ReportId(int index) => prefix + "r" + (index + 1).ToString(CultureInfo.InvariantCulture);

    public string? ClaimId(string claim) => claims.TryGetValue(claim, out int i) ? prefix + "c" + (i + 1).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Where a passage is marked in its report, or null for a report that is not in the story.</summary>
    public string? PassageId(ReportSpan at) => Lookup.IndexOf(at.Report) is >= 0 and int i
        ? string.Create(CultureInfo.InvariantCulture, $"{ReportId(i)}-{at.Start}-{at.End}")
        : null;

    public void Section(string name, string heading, string? note = null)
    {
        string tag = "h" + (Level + 1).ToString(CultureInfo.InvariantCulture);
        string id = Id(name);
        Html.Raw($"<section aria-labelledby=\"{id}\" class=\"{name}\">").Element(tag, heading, id);
        if (note is not null)
            Html.Element("p.note", note);
    }

    public void EndSection() => Html.Raw("</section>\n");

    /// <summary>Links to the passages: the outlets' names, each once with its places.</summary>
    public void Evidence(ImmutableArray<ReportSpan> spans)
    {
        bool first = true;
        foreach (var report in spans.GroupBy(s => s.Report, StringComparer.Ordinal))
        {
            int place = 0;
            foreach (ReportSpan span in report)
            {
                if (PassageId(span) is not { } id)
                    continue;
                string name = Lookup.Name(report.Key);
                if (!first)
                    Html.Raw(place > 0 ? " " : ", ");
                Html.Jump(id, place == 0 ? name : "+", place == 0 ? null : "Another passage of " + name);
                (first, place) = (false, place + 1);
            }
        }
    }

    /// <summary>Dots for origins: filled for those that must be, hollow for those that may be; the words say the same.</summary>
    public void Origins(Support support)
    {
        const int Most = 12;
        Html.Raw("<span class=\"origins\">");
        if (support.OriginsAtMost is > 0 and <= Most)
        {
            Html.Raw("<span class=\"dots\" aria-hidden=\"true\">")
                .Raw(new string('●', Math.Min(Most, support.OriginsAtLeast)))
                .Raw(new string('○', Math.Max(0, Math.Min(Most, support.OriginsAtMost) - support.OriginsAtLeast)))
                .Raw("</span> ");
        }

        Html.Words(Sourcing.Origins(support)).Raw("</span>");
    }

    public void Status(ClaimStatus status) =>
        Html.Raw($"<span class=\"status {Sourcing.Status(status)}\">{Sourcing.Status(status)}</span>");
}
