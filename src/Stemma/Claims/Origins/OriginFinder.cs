using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Attributions;
using Stemma.Lineages;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Walks each assertion down its chain, and its report's lineage, to where its information enters the story.</summary>
internal sealed partial class OriginFinder
{
    private static readonly FrozenSet<string> FirstHandWords = WordList.Set("FirstHand.en.tsv");

    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "he", "she", "it", "they", "i", "we", "you", "who", "him", "her", "them", "others", "one", "some", "both", "many");

    /// <summary>A copy this large has no voice of its own; below, it may have added its own reporting.</summary>
    private const double CopyShare = 0.2;

    private readonly ImmutableArray<DatedReport> reports;
    private readonly StoryContext context;
    private readonly OriginRegister register;
    private readonly Dictionary<Draft, ImmutableArray<Draft>> groupOf;
    private readonly Dictionary<Draft, ImmutableArray<OriginDraft>> found = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, Derivation> parents;
    private readonly ImmutableArray<ImmutableArray<(string Counted, string Whose)>> notes;

    public OriginFinder(ImmutableArray<DatedReport> reports, StoryContext context, OriginRegister register, Alignment alignment, ImmutableArray<Derivation> lineage)
    {
        (this.reports, this.context, this.register) = (reports, context, register);
        groupOf = new(ReferenceEqualityComparer.Instance);
        foreach (ImmutableArray<Draft> group in alignment.Groups)
        {
            foreach (Draft draft in group)
                groupOf.Add(draft, group);
        }

        parents = lineage.ToLookup(d => d.From, StringComparer.Ordinal);
        notes = [.. reports.Select(r => SourceNotes.Read(r.Report.Body))];
    }

    /// <summary>The origins at the end of the assertion's path; more than one where it rests on a report that itself had several.</summary>
    public ImmutableArray<OriginDraft> Of(Draft draft) => Walk(draft, []);

    /// <summary>The innermost source's own origin, also where a cited report leads further.</summary>
    private ImmutableArray<OriginDraft> Walk(Draft draft, HashSet<Draft> path)
    {
        if (found.TryGetValue(draft, out ImmutableArray<OriginDraft> known))
            return known;
        // A path that runs in a circle never reached anybody who knew.
        if (!path.Add(draft))
            return [register.OtherMedia("media reports")];
        ImmutableArray<OriginDraft> origins = draft.Chain.IsEmpty ? OwnVoice(draft, path) : Attributed(draft, path);
        path.Remove(draft);
        if (path.Count == 0)
            found.Add(draft, origins);
        return origins;
    }

    private ImmutableArray<OriginDraft> Attributed(Draft draft, HashSet<Draft> path)
    {
        ImmutableArray<Attribution> all = reports[draft.Report].Annotation.Attributions;
        Attribution inner = all[draft.Chain[^1]];
        string name = inner.Speaker ?? (inner.Source.IsEmpty ? "reports" : inner.Source[0].In(reports[draft.Report].Report.Body).ToString());
        if (inner.Kind is SourceKind.Outlet or SourceKind.Agency && (!context.Families.Named(name).IsEmpty || !IssuingBodies.IsBodyName(name)))
            return Outlet(draft, name, inner.Kind, path);
        if (context.IsMediaAtLarge(name))
            return [register.OtherMedia(name)];
        // A pronoun that nobody resolved is somebody whom this report names, and so nobody new for certain.
        if (Pronouns.Contains(name))
            return [register.Unnamed(name, inner.Body, inner.Kind, context.Families.Of(draft.Report))];
        // "My agent", "her lawyer": the one whom the story names as that.
        if (Personal().Match(name) is { Success: true } personal)
            return [context.HolderOf(personal.Groups["role"].Value) is { } close ? register.Person(close, context.BodyOfPerson(close)) : register.Unnamed(name, inner.Body, inner.Kind, context.Families.Of(draft.Report))];
        // Who holds an office that only one can hold is named by it.
        bool office = Offices.IsHeldByOne(name, inner.Source.IsEmpty ? "" : inner.Source[0].In(reports[draft.Report].Report.Body));
        if (office)
            return [context.HolderOf(name) is { } holder ? register.Person(holder, inner.Body ?? context.BodyOfPerson(holder) ?? name) : register.Person(name, inner.Body ?? name)];

        if (!inner.Anonymous && !inner.Source.IsEmpty && context.Antecedent(name, draft.Report, inner.Source[0].Start) is { } meant)
            return [register.BodyAsSuch(meant)];

        // Who is named is the same whoever quotes them.
        if (!inner.Anonymous)
        {
            if (inner.Kind is SourceKind.Document)
                return [register.Document(name, inner.Body)];
            // "Pages of the log seen by the Echo": what can be seen and read is a document, and who saw it tells which.
            if (SeenBy().Match(name) is { Success: true, Index: > 0 } seen)
                return [register.Document(name[..seen.Index], inner.Body)];
            // "Marketwatcher reported": what bears the very name of a newsroom at hand is that newsroom, however it was tagged.
            if (context.Families.Named(name).Any(i => i != draft.Report && context.IssuingBody(i) is null && OutletFamilies.NameKey(reports[i].Report.Outlet) == OutletFamilies.NameKey(name)))
                return Outlet(draft, name, SourceKind.Outlet, path);
            if (context.IsPerson(name) || (inner.Kind is SourceKind.Person && !context.IsBody(name)))
                return [register.Person(name, inner.Body ?? context.BodyOfPerson(name))];
            // An outlet may be tagged as any organisation; if it is one of the story's newsrooms, its report is at hand.
            if (context.Newsrooms(name, draft.Report).Any())
                return Outlet(draft, name, SourceKind.Outlet, path);
            return [register.BodyAsSuch(name)];
        }

        // Unnamed ones are known by who quotes them first: an outlet in the chain, or the report that this one copies.
        string? cited = draft.Chain.SkipLast(1).Reverse().Select(i => all[i]).FirstOrDefault(a => a.Kind is SourceKind.Outlet or SourceKind.Agency || (a.Speaker is { } speaker && context.Newsrooms(speaker, draft.Report).Any(i => context.IssuingBody(i) is null)))?.Speaker;
        if (cited is not null)
        {
            ImmutableArray<OriginDraft> there = InReports(draft, context.Newsrooms(cited, draft.Report), path);
            return there.IsEmpty ? [Via(register.Unnamed(name, inner.Body, inner.Kind, cited), cited)] : there;
        }

        ImmutableArray<OriginDraft> parent = InReports(draft, CopiedFrom(draft), path);
        return parent.IsEmpty ? [register.Unnamed(name, inner.Body, inner.Kind, context.Families.Of(draft.Report))] : parent;
    }

    private ImmutableArray<OriginDraft> Outlet(Draft draft, string name, SourceKind kind, HashSet<Draft> path)
    {
        if (context.IsMediaAtLarge(name))
            return [register.OtherMedia(name)];
        // "told the Echo" in the Echo: its own reporting.
        if (context.Families.Means(name, draft.Report))
            return [register.Outlet(reports[draft.Report].Report.Outlet, context.Families.Of(draft.Report), firstHand: true)];
        ImmutableArray<OriginDraft> there = InReports(draft, context.Newsrooms(name, draft.Report), path);
        if (there.IsEmpty)
        {
            // A body whose own statement is at hand, and does not say this, said it elsewhere.
            string? body = context.Newsrooms(name, draft.Report).Select(context.IssuingBody).FirstOrDefault(b => b is not null);
            return body is not null ? [register.BodyAsSuch(body)] : [register.UnseenItem(name, kind)];
        }

        foreach (OriginDraft origin in there)
            Via(origin, name);
        return there;
    }

    private ImmutableArray<OriginDraft> OwnVoice(Draft draft, HashSet<Draft> path)
    {
        DatedReport source = reports[draft.Report];
        if (SourceNotes.WhoseFigures(draft, notes[draft.Report]) is { } whose)
            return [register.BodyAsSuch(whose)];
        if (context.IssuingBody(draft.Report) is { } body)
            return [register.BodyAsSuch(body, OriginBasis.Document)];
        ImmutableArray<OriginDraft> parent = InReports(draft, CopiedFrom(draft), path);
        if (!parent.IsEmpty)
            return parent;
        if (draft.Hearsay)
            return [register.OtherMedia("reports")];
        TextSpan sentence = source.Annotation.Language.Sentences.IsEmpty ? draft.Span : source.Annotation.Language.Sentences[draft.Sentence].Span;
        // "The dam holds 40 million tonnes, if the Post is right": the Post's word.
        if (Conditional().Match(sentence.In(source.Report.Body).ToString()) is { Success: true } conditional && context.Newsrooms(conditional.Groups["name"].Value, draft.Report).Any())
            return Outlet(draft, conditional.Groups["name"].Value, SourceKind.Outlet, path);
        if (WordList.AnyIn(FirstHandWords, sentence.Union(draft.Span).In(source.Report.Body)))
            return [register.Outlet(source.Report.Outlet, context.Families.Of(draft.Report), firstHand: true)];
        // Text that is credited to an agency, whose item is not at hand, is that agency's word.
        Derivation? item = parents[source.Report.Id].FirstOrDefault(d => d.Kind is DerivationKind.Credits && d.To.StartsWith("o-item-", StringComparison.Ordinal));
        return item is not null && context.AgencyName(source.Report, item.To) is { } agency
            ? [register.UnseenItem(agency, SourceKind.Agency)]
            : [register.Outlet(source.Report.Outlet, context.Families.Of(draft.Report), firstHand: false)];
    }

    [GeneratedRegex(@"\bif (?:the |The )?(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}) (?:is|was|has it) (?:right|correct|to be believed|accurate)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Conditional();

    [GeneratedRegex(@" (?:seen|reviewed|obtained|examined|verified|read|inspected|published) by .+$", RegexOptions.CultureInvariant)]
    private static partial Regex SeenBy();

    [GeneratedRegex(@"^(?:my|his|her|their|our) (?<role>(?:\p{Ll}+ )?(?:agent|lawyer|attorney|solicitor|barrister|doctor|physician|coach|trainer|manager|spokesman|spokeswoman|spokesperson|assistant|secretary|widow|wife|husband|mother|father|brother|sister|son|daughter|partner|employer|landlord))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Personal();

    /// <summary>Reports that this one's text was taken from, nearest first.</summary>
    private IEnumerable<int> CopiedFrom(Draft draft) =>
        parents[reports[draft.Report].Report.Id]
            .Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite || (d.Kind is DerivationKind.Credits && d.Share >= CopyShare))
            .Select(d => context.IndexOf(d.To))
            .Where(i => i >= 0 && i != draft.Report);

    /// <summary>Where the same claim's assertions in those reports come from. Later reports cannot be what an earlier one rests on.</summary>
    private ImmutableArray<OriginDraft> InReports(Draft draft, IEnumerable<int> candidates, HashSet<Draft> path)
    {
        List<OriginDraft> origins = [];
        foreach (int report in candidates)
        {
            foreach (Draft other in groupOf[draft].Where(d => d.Report == report && d != draft && d.Denies == draft.Denies))
            {
                foreach (OriginDraft origin in Walk(other, path))
                {
                    if (!origins.Contains(origin))
                        origins.Add(origin);
                }
            }

            if (origins.Count > 0)
                break;
        }

        // Whoever cites a newsroom knows the thing through it.
        if (origins.Count > 0)
        {
            foreach (OriginDraft origin in origins.Where(o => o.Family is null))
                Via(origin, context.Families.Of(draft.Report) is var family && reports[draft.Report].Report.Outlet is { } outlet ? outlet : family);
        }

        return [.. origins];
    }

    private static OriginDraft Via(OriginDraft origin, string name)
    {
        if (origin.Name != name && !name.StartsWith("report ", StringComparison.Ordinal))
            origin.Via.Add(name);
        return origin;
    }
}
