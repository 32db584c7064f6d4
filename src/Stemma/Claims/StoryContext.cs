using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>What the walk to an origin looks up: who issues a report, whose newsroom a name means, for whom a person speaks.</summary>
internal sealed class StoryContext
{
    private static readonly FrozenSet<string> MediaAtLarge = FrozenSet.Create(StringComparer.Ordinal,
        "media", "report", "reports", "press", "newspapers", "outlets", "broadcasters", "rumours", "rumors", "news", "websites", "papers", "coverage");

    private readonly ImmutableArray<DatedReport> reports;
    private readonly FrozenDictionary<string, int> byId;
    private readonly ImmutableArray<string?> issuers;
    private readonly FrozenDictionary<string, string> bodyOfPerson;
    private readonly StoryNames names;

    public StoryContext(ImmutableArray<DatedReport> reports, StoryNames names)
    {
        (this.reports, this.names) = (reports, names);
        Families = new OutletFamilies([.. reports.Select(r => r.Report)]);
        byId = reports.Select((r, i) => (r.Report.Id, i)).ToFrozenDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        issuers = [.. reports.Select(IssuingBodies.Of)];

        Dictionary<string, string> speaksFor = new(StringComparer.Ordinal);
        foreach (Attribution attribution in reports.SelectMany(r => r.Annotation.Attributions).Where(a => a is { Kind: SourceKind.Person, Anonymous: false, Speaker: not null, Body: not null }))
            speaksFor.TryAdd(names.Person(attribution.Speaker!), attribution.Body!);
        bodyOfPerson = speaksFor.ToFrozenDictionary(StringComparer.Ordinal);
        Bodies = new BodyNames(reports
            .SelectMany(r => r.Annotation.Attributions.SelectMany(a => new[] { a.Body, a.Kind is SourceKind.Organisation && !a.Anonymous ? a.Speaker : null }))
            .Concat(issuers)
            .Concat(reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e.Kind is EntityKind.Organisation).Select(e => e.Name))
            .OfType<string>());
    }

    public OutletFamilies Families { get; }

    public BodyNames Bodies { get; }

    /// <returns>-1 where it is not at hand.</returns>
    public int IndexOf(string reportId) => byId.GetValueOrDefault(reportId, -1);

    /// <summary>The body whose statement the report is, or null for a newsroom's.</summary>
    public string? IssuingBody(int report) => issuers[report];

    public string? BodyOfPerson(string name) => bodyOfPerson.GetValueOrDefault(names.Person(name));

    /// <summary>Reports, other than one's own publisher's, of the newsroom that the words name; earlier ones first, later ones only if there is no earlier.</summary>
    public IEnumerable<int> Newsrooms(string name, int from)
    {
        int[] named = [.. Families.Named(name).Where(i => i != from && Families.Of(i) != Families.Of(from))];
        int[] earlier = [.. named.Where(i => i < from || reports[i].Report.Published is null || reports[from].Report.Published is null)];
        return earlier;
    }

    /// <summary>"Media reports", "local media", "reports": no newsroom in particular.</summary>
    public bool IsMediaAtLarge(string name)
    {
        string[] words = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 4 && MediaAtLarge.Contains(words[^1]) && !Families.Named(name).Any();
    }

    public string? AgencyName(Report report, string itemId) => report.Agencies.FirstOrDefault(a => OriginIds.Item(a) == itemId);
}
