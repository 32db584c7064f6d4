using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Web.Pages.Parts;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Pages.Claims;

/// <summary>Sorts what is stated by where it comes from, and cuts that into pages.</summary>
internal static class ClaimGroups
{
    /// <returns>By origin, the earliest first; copies under what they copy.</returns>
    /// <remarks>Unnamed origins that are called alike ("a source") stand in one group, which says how many they are: a page with a heading for each would say nothing else.</remarks>
    public static ImmutableArray<AssertionGroup> Of(PageStory story, IReadOnlyList<Assertion> assertions)
    {
        IReadOnlyDictionary<string, int> order = story.Index.Places;
        ILookup<string, Derivation> parents = assertions.Select(a => a.Report).Distinct(StringComparer.Ordinal).SelectMany(r => story.Index.Parents[r])
            .Where(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite && order.ContainsKey(d.To)).ToLookup(d => d.From, StringComparer.Ordinal);
        Dictionary<string, Assertion> first = new(StringComparer.Ordinal);
        foreach (Assertion assertion in assertions)
            first.TryAdd(assertion.Report, assertion);
        return [.. assertions
            .Select(a => (Assertion: a, From: From(a, story, first, parents)))
            .GroupBy(a => a.From.Origin is { Anonymous: false } named ? "o " + named.Id : (a.From.Origin is null ? "n " : "u ") + a.From.Name, StringComparer.OrdinalIgnoreCase)
            .Select(g => Group([.. g.Select(a => a.From)], story, [.. g.Select(a => a.Assertion).GroupBy(a => a.Report).OrderBy(r => order[r.Key]).Select(r => (r.Key, r.ToImmutableArray()))], parents))
            .OrderBy(g => g.Blocks.Min(b => order[b.Report.Id])).ThenBy(g => g.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Those of one page; a group that is cut has its whole counts on each of its pages, a copy the report it copies above it.</summary>
    /// <param name="page">From 1; a page that is not there is the nearest that is.</param>
    /// <param name="most">Assertions of a page, roughly: those of one report stay together.</param>
    public static (ImmutableArray<AssertionGroup> Shown, int Page, int Pages) Paged(ImmutableArray<AssertionGroup> groups, int page, int most)
    {
        ReportBlock[] all = [.. groups.SelectMany(g => g.Blocks).SelectMany(b => b.Copies.Prepend(b))];
        Dictionary<ReportBlock, int> pageOf = new(ReferenceEqualityComparer.Instance);
        int count = 0;
        foreach (ReportBlock block in all)
        {
            pageOf[block] = (count / most) + 1;
            count += block.Assertions.Length;
        }

        int pages = all.Length == 0 ? 1 : pageOf[all[^1]];
        page = Math.Clamp(page, 1, pages);
        return pages == 1 ? (groups, 1, 1) : ([.. groups.Select(Cut).Where(g => g.Blocks.Length > 0)], page, pages);

        AssertionGroup Cut(AssertionGroup group) => group with
        {
            Blocks = [.. group.Blocks
                .Select(b => (Own: pageOf[b] == page, Cut: b with { Copies = [.. b.Copies.Where(c => pageOf[c] == page)] }))
                .Where(b => b.Own || b.Cut.Copies.Length > 0)
                .Select(b => b.Cut)],
        };
    }

    /// <summary>The origin; for what a report that copies another says in its own voice, the origin of what that other one says.</summary>
    /// <param name="first">The first of these assertions in each report.</param>
    private static (Origin? Origin, string Name) From(Assertion assertion, PageStory story, Dictionary<string, Assertion> first, ILookup<string, Derivation> parents)
    {
        HashSet<string> met = [];
        while (assertion.Attribution.IsEmpty && met.Add(assertion.Report) && parents[assertion.Report].Where(d => first.ContainsKey(d.To)).MaxBy(d => d.Share) is { } up)
            assertion = first[up.To];
        if (assertion.Attribution is not [.., var source])
            return (null, OutletNames.Of(story.Report(assertion.Report)!));
        return source.Origin is { } id && story.Origin(id) is { } origin ? (origin, origin.Name) : (null, source.Name);
    }

    private static AssertionGroup Group(
        ImmutableArray<(Origin? Origin, string Name)> from, PageStory story, ImmutableArray<(string Report, ImmutableArray<Assertion> Assertions)> reports, ILookup<string, Derivation> parents)
    {
        HashSet<string> here = [.. reports.Select(r => r.Report)];
        Dictionary<string, (string Root, Derivation By)> under = new(StringComparer.Ordinal);
        foreach ((string report, _) in reports)
        {
            HashSet<string> met = [report];
            string root = report;
            Derivation? by = null;
            while (parents[root].Where(d => here.Contains(d.To)).MaxBy(d => d.Share) is { } up && met.Add(up.To))
                (root, by) = (up.To, by ?? up);
            if (by is not null && root != report)
                under[report] = (root, by);
        }

        ILookup<string, ReportBlock> copies = reports.Where(r => under.ContainsKey(r.Report))
            .ToLookup(r => under[r.Report].Root, r => new ReportBlock(story.Report(r.Report)!, r.Assertions, under[r.Report].By, []), StringComparer.Ordinal);
        return new AssertionGroup(from[0].Origin, from[0].Name, [.. reports.Where(r => !under.ContainsKey(r.Report)).Select(r => new ReportBlock(story.Report(r.Report)!, r.Assertions, null, [.. copies[r.Report]]))])
        {
            Origins = from.Select(f => f.Origin?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            Assertions = reports.Sum(r => r.Assertions.Length),
            Reports = reports.Length,
        };
    }
}
