using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>What the walk to an origin looks up: who issues a report, whose newsroom a name means, for whom a person speaks.</summary>
internal sealed partial class StoryContext
{
    private static readonly FrozenSet<string> GenericBodies = WordList.Set("GenericBodies.en.tsv");
    /// <summary>Bodies that need no name: a report that says "the police" says enough.</summary>
    private static readonly FrozenSet<string> Standing = FrozenSet.Create(StringComparer.Ordinal, "police", "army", "military", "government", "court", "administration", "service", "force");

    private static readonly FrozenSet<string> MediaAtLarge = FrozenSet.Create(StringComparer.Ordinal,
        "media", "report", "reports", "press", "newspapers", "outlets", "broadcasters", "rumours", "rumors", "news", "websites", "papers", "coverage");

    private readonly ImmutableArray<DatedReport> reports;
    private readonly FrozenDictionary<string, int> byId;
    private readonly ImmutableArray<string?> issuers;
    private readonly FrozenDictionary<string, string> bodyOfPerson;
    private readonly FrozenSet<string> people;
    private readonly FrozenSet<string> bodiesTagged;
    private readonly ImmutableArray<(string Role, string Name)> holders;
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
        foreach (EntityMention entity in reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e is { Kind: EntityKind.Person, Role: not null }))
        {
            if (RoleBodies.Of(entity.Role!) is { } body)
                speaksFor.TryAdd(names.Person(entity.Name), body);
        }

        foreach (Attribution attribution in reports.SelectMany(r => r.Annotation.Attributions).Where(a => a is { Kind: SourceKind.Person, Anonymous: false, Speaker: not null, Role: not null }))
        {
            if (RoleBodies.Of(attribution.Role!) is { } body)
                speaksFor.TryAdd(names.Person(attribution.Speaker!), body);
        }

        foreach (DatedReport source in reports)
        {
            foreach (EntityMention entity in source.Annotation.Language.Entities.Where(e => e.Kind is EntityKind.Person))
            {
                if (RoleBodies.Before(source.Annotation.Language, entity.Span) is { } title && RoleBodies.Of(title) is { } body)
                    speaksFor.TryAdd(names.Person(entity.Name), body);
            }
        }

        // "Kestrel" where "Kestrel AG" is named: a company, however its short name was tagged.
        HashSet<string> corporate = [.. reports.SelectMany(r => r.Annotation.Language.Entities).Select(e => StoryNames.Fold(e.Name)).Where(IssuingBodies.IsCorporate).Select(n => n.Split(' ')[0])];
        // A single word may be tagged either way; what issues statements or is mostly tagged a body is one.
        string[] bodiesByName = [.. reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e.Kind is EntityKind.Person or EntityKind.Organisation)
            .GroupBy(e => names.Person(e.Name), StringComparer.Ordinal)
            .Where(g => g.Count(e => e.Kind is EntityKind.Organisation) > g.Count(e => e.Kind is EntityKind.Person) || corporate.Contains(g.Key) || IssuingBodies.IsBodyName(g.Key) || issuers.Any(i => i is not null && StoryNames.Fold(i) == g.Key))
            .Select(g => g.Key)];
        bodiesTagged = bodiesByName.ToFrozenSet(StringComparer.Ordinal);
        people = reports.SelectMany(r => r.Annotation.Attributions).Where(a => a is { Kind: SourceKind.Person, Anonymous: false, Speaker: not null }).Select(a => names.Person(a.Speaker!))
            .Concat(reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e.Kind is EntityKind.Person).Select(e => names.Person(e.Name)))
            .Except(bodiesByName, StringComparer.Ordinal)
            .ToFrozenSet(StringComparer.Ordinal);
        holders = [.. reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e.Kind is EntityKind.Person && e.Role is not null).Select(e => (Role: e.Role!, e.Name))
            .Concat(reports.SelectMany(r => r.Annotation.Attributions).Where(a => a is { Kind: SourceKind.Person, Anonymous: false, Speaker: not null, Role: not null }).Select(a => (Role: a.Role!, Name: a.Speaker!)))
            .Concat(reports.SelectMany(r => r.Annotation.Language.Entities.Where(e => e.Kind is EntityKind.Person).Select(e => (Role: RoleBodies.Before(r.Annotation.Language, e.Span)!, e.Name)).Where(h => h.Role is not null)))
            .Distinct()];
        bodyOfPerson = speaksFor.ToFrozenDictionary(StringComparer.Ordinal);
        Bodies = new BodyNames(reports
            .SelectMany(r => r.Annotation.Attributions.SelectMany(a => new[] { a.Body, a.Kind is SourceKind.Organisation && !a.Anonymous ? a.Speaker : null }))
            .Concat(issuers)
            .Concat(speaksFor.Values)
            .Concat(reports.SelectMany(r => r.Annotation.Language.Entities).Where(e => e.Kind is EntityKind.Organisation).Select(e => e.Name))
            .OfType<string>(), Surnames());
    }

    /// <summary>The holders of offices that only one person of the story has, by the office without a place or a body.</summary>
    private Dictionary<string, string> Surnames() => holders
        .Select(h => (Office: Offices.Bare(h.Role), Person: names.Person(h.Name)))
        .Where(h => h.Office is not null)
        .GroupBy(h => h.Office!, StringComparer.Ordinal)
        .Where(g => g.Select(h => h.Person).Distinct(StringComparer.Ordinal).Count() == 1)
        .ToDictionary(g => g.Key, g => g.First().Person.Split(' ')[^1], StringComparer.Ordinal);

    public OutletFamilies Families { get; }

    public BodyNames Bodies { get; }

    /// <returns>-1 where it is not at hand.</returns>
    public int IndexOf(string reportId) => byId.GetValueOrDefault(reportId, -1);

    /// <summary>The body whose statement the report is, or null for a newsroom's.</summary>
    public string? IssuingBody(int report) => issuers[report];

    public string? BodyOfPerson(string name) => bodyOfPerson.GetValueOrDefault(names.Person(name));

    public bool IsPerson(string name) => people.Contains(names.Person(name));

    public bool IsBody(string name) => bodiesTagged.Contains(names.Person(name));

    /// <summary>The one person of the story with that office, or null.</summary>
    public string? HolderOf(string office)
    {
        string[] found = [.. holders.Where(h => Bodies.MayBeOne(h.Role, office)).Select(h => names.Person(h.Name)).Distinct(StringComparer.Ordinal)];
        return found.Length == 1 ? holders.Where(h => names.Person(h.Name) == found[0]).Select(h => h.Name).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First() : null;
    }

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
        return words.Length is > 0 and <= 4 && MediaAtLarge.Contains(words[^1]) && Families.Named(name).IsEmpty;
    }

    /// <summary>The body that "the company" or "the ministry" stands for: the source, else the body, named nearest before.</summary>
    public string? Antecedent(string noun, int report, int before)
    {
        // "the German group" is the group.
        if (noun.Split(' ') is [var which, var bare] && Demonyms().IsMatch(which))
            noun = bare;
        if (!GenericBodies.Contains(noun.ToLowerInvariant()))
            return null;
        DatedReport source = reports[report];
        // There is one police, one army; a shop named just before is not it.
        if (Standing.Contains(noun.ToLowerInvariant()))
        {
            return source.Annotation.Language.Entities
                .Where(e => e.Kind is EntityKind.Organisation && e.Span.Start < before && Bodies.MayBeOne(e.Name, noun))
                .OrderByDescending(e => e.Span.Start).Select(e => e.Name).FirstOrDefault();
        }

        string? spoken = source.Annotation.Attributions
            .Where(a => a is { Kind: SourceKind.Organisation, Anonymous: false, Speaker: not null } && a.Source.Length > 0 && a.Source[0].Start < before && char.IsUpper(a.Speaker[0]) && Families.Named(a.Speaker).All(i => issuers[i] is not null))
            .OrderByDescending(a => a.Source[0].Start).Select(a => a.Speaker).FirstOrDefault();
        return spoken ?? issuers[report] ?? source.Annotation.Language.Entities
            .Where(e => e.Kind is EntityKind.Organisation && e.Span.Start < before && Families.Named(e.Name).All(i => issuers[i] is not null))
            .OrderByDescending(e => e.Span.Start).Select(e => e.Name).FirstOrDefault();
    }

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}+(?:an|ian|ish|ese|ch|i|ic)|U\.S\.|US|UK|state-owned|private|giant)$", RegexOptions.CultureInvariant)]
    private static partial Regex Demonyms();

    public string? AgencyName(Report report, string itemId) => report.Agencies.FirstOrDefault(a => OriginIds.Item(a) == itemId);
}
