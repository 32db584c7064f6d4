using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>The assertions, claims and origins of one story.</summary>
public sealed record ClaimSet(ImmutableArray<Assertion> Assertions, ImmutableArray<Claim> Claims, ImmutableArray<Origin> Origins)
{
    /// <summary>Where assertions that are about the same thing do not say the same; the differences are made of these.</summary>
    internal ImmutableArray<DraftContrast> Contrasts { get; init; } = [];

    /// <summary>The drafts behind the claims, in the order of <see cref="Claims"/>.</summary>
    internal ImmutableArray<ImmutableArray<Draft>> Groups { get; init; } = [];

    /// <summary>What holds the assertions, by draft: for the words "according to whom" of a difference.</summary>
    internal FrozenDictionary<Draft, ImmutableArray<OriginDraft>> OriginsOf { get; init; } = FrozenDictionary<Draft, ImmutableArray<OriginDraft>>.Empty;
}

/// <summary>Draws the assertions of a story, joins those that state the same thing, and walks each to its origins.</summary>
public sealed class ClaimBuilder
{
    private readonly AssertionExtractor extractor = new();
    private readonly ContentReader contents = new();
    private readonly ClaimAligner aligner;

    public ClaimBuilder() => aligner = new ClaimAligner(contents.Vectors);

    public StageId Id { get; } = new("claims", 4);

    /// <param name="reports">Oldest first.</param>
    /// <returns>Assertions by report and position; claims best supported first; origins by id.</returns>
    public ClaimSet Build(ImmutableArray<DatedReport> reports, ImmutableArray<Derivation> lineage)
    {
        // 1. What each report states, 2. which statements are one.
        StoryNames names = new(reports);
        ImmutableArray<Draft> drafts = [.. reports.SelectMany((r, i) => extractor.Extract(i, r))];
        foreach (Draft draft in drafts)
            draft.Content = contents.Read(draft, reports[draft.Report], names);
        Alignment alignment = aligner.Align(drafts, reports, lineage, names);

        // 3. Whose word each is in the end.
        StoryContext context = new(reports, names);
        OriginRegister register = new(names, context.Bodies);
        OriginFinder finder = new(reports, context, register, alignment, lineage);
        FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins = drafts.ToFrozenDictionary(d => d, finder.Of);

        // 4. Where each claim stands.
        WithdrawnReports withdrawn = new(reports, Withdrawals.Find(reports, context, lineage), origins, context, lineage, new Retractions(reports, context, origins).Find(alignment.Groups));
        StatusRules rules = new(register, withdrawn);
        ClaimWeigher weigher = new(reports, context, register, rules, withdrawn, origins, alignment, new Verdicts(reports, context.Families, origins, lineage));
        var weighed = alignment.Groups
            .Select(g => (Group: g, Claim: weigher.Weigh(g)))
            .OrderByDescending(c => c.Claim.Support.OriginsAtLeast)
            .ThenByDescending(c => c.Claim.Support.Outlets)
            .ThenByDescending(c => c.Claim.Support.Reports)
            .ThenBy(c => c.Group[0].Report).ThenBy(c => c.Group[0].Span).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        FrozenDictionary<Draft, string> claimOf = weighed.SelectMany(c => c.Group.Select(d => (d, c.Claim.Id))).ToFrozenDictionary(p => p.d, p => p.Id);

        OriginDraft[] used = [.. origins.Values.SelectMany(o => o).Distinct().OrderBy(o => o.Id, StringComparer.Ordinal)];
        // Told apart by assertion: a person whom a standing report quotes as well is still an origin.
        FrozenSet<OriginDraft> standing = drafts.Where(d => !withdrawn.IsCancelled(d)).SelectMany(d => origins[d]).ToFrozenSet();
        return new ClaimSet(
            [.. drafts.Select(d => Assertion(d, claimOf[d], reports[d.Report], origins[d]))],
            [.. weighed.Select(c => c.Claim)],
            register.Told(used, standing))
        {
            Contrasts = alignment.Contrasts,
            Groups = [.. weighed.Select(c => c.Group)],
            OriginsOf = origins,
        };
    }

    private static Assertion Assertion(Draft draft, string claim, DatedReport source, ImmutableArray<OriginDraft> origins)
    {
        string id = source.Report.Id;
        string body = source.Report.Body;
        ImmutableArray<Attribution> all = source.Annotation.Attributions;
        return new Assertion
        {
            Id = draft.Id,
            Report = id,
            Claim = claim,
            At = ReportSpan.Of(id, body, draft.Span),
            Attribution = [.. draft.Chain.Select((c, i) => new Source(
                all[c].Speaker ?? (all[c].Source.IsEmpty ? "" : all[c].Source[0].In(body).ToString()),
                all[c].Source.IsEmpty ? null : ReportSpan.Of(id, body, all[c].Source[0]),
                all[c].Kind,
                all[c].Anonymous,
                i == draft.Chain.Length - 1 ? origins[0].Id : null))
                .Where(s => s.Name.Length > 0)],
            Cue = draft.Cue is { } cue ? ReportSpan.Of(id, body, cue) : null,
            Stance = draft.Stance,
            Certainty = draft.Certainty,
            Polarity = draft.Polarity,
            Hedges = [.. draft.Hedges.Select(h => ReportSpan.Of(id, body, h))],
            Times = [.. draft.Times.Select(i => StoryIndex.TimeId(id, i))],
            Quantities = [.. draft.Quantities.Select(i => StoryIndex.QuantityId(id, i))],
            Quotes = [.. draft.Quotes.Select(i => StoryIndex.QuoteId(id, i))],
        };
    }
}
