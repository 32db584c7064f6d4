using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;

namespace Stemma.Claims;

/// <summary>All origins of one story, one for each that is the same: makes and remembers them.</summary>
internal sealed class OriginRegister(StoryNames names, BodyNames bodies)
{
    private static readonly FrozenSet<string> OfficialWords = FrozenSet.Create(StringComparer.Ordinal,
        "official", "officials", "source", "sources", "person", "people", "persons", "insider", "insiders", "officer", "officers", "aide", "aides", "diplomat", "diplomats",
        "adviser", "advisers", "advisor", "advisors", "minister", "ministers", "executive", "executives", "staff", "member", "members", "employee", "employees",
        "he", "she", "it", "they", "i", "we", "who", "authorities", "spokesman", "spokeswoman", "spokesperson", "figure", "figures", "investigator", "investigators", "lawmaker", "lawmakers", "colleague", "colleagues");

    private static readonly FrozenSet<string> SocialWords = FrozenSet.Create(StringComparer.Ordinal,
        "twitter", "tweet", "tweets", "x", "facebook", "telegram", "instagram", "tiktok", "weibo", "post", "posts", "social");

    private readonly SortedDictionary<string, OriginDraft> all = new(StringComparer.Ordinal);

    public IEnumerable<OriginDraft> All => all.Values;

    public OriginDraft Person(string name, string? body)
    {
        string key = names.Spelt(name);
        string? meant = body is null ? null : RoleBodies.Bare(body);
        OriginDraft origin = Remember(new OriginDraft
        {
            Id = "o-person-" + OriginIds.Slug(key),
            Name = name,
            Kind = SourceKind.Person,
            Basis = body is null ? OriginBasis.FirstHand : OriginBasis.NamedOfficial,
            Anonymous = false,
            Body = meant is null ? null : bodies.Of(meant),
        });
        // A later report may give the fuller name and the office, or spell it right.
        bool right = names.Person(name) == key;
        if (right != (names.Person(origin.Name) == key) ? right : name.Length > origin.Name.Length)
            origin.Name = name;
        if (body is not null)
            origin.Basis = OriginBasis.NamedOfficial;
        if (origin.Body is null && meant is not null)
            origin.Body = bodies.Of(meant);
        return origin;
    }

    public OriginDraft BodyAsSuch(string name, OriginBasis basis = OriginBasis.NamedOfficial)
    {
        string key = bodies.Of(name);
        OriginDraft origin = Remember(new OriginDraft
        {
            Id = "o-body-" + OriginIds.Slug(key),
            Name = name,
            Kind = SourceKind.Organisation,
            Basis = basis,
            Anonymous = false,
            Body = key,
            IsBody = true,
        });
        if (name.Length > origin.Name.Length)
            origin.Name = name;
        return origin;
    }

    public OriginDraft Document(string name, string? body) => Remember(new OriginDraft
    {
        Id = "o-document-" + OriginIds.Slug(StoryNames.Fold(name)),
        Name = name,
        Kind = SourceKind.Document,
        Basis = WordsOf(name).Any(SocialWords.Contains) ? OriginBasis.SocialPost : OriginBasis.Document,
        Anonymous = false,
        Body = body is null ? null : bodies.Of(body),
    });

    /// <param name="quotedIn">Key of the outlet or report that quotes them.</param>
    public OriginDraft Unnamed(string name, string? body, SourceKind kind, string quotedIn)
    {
        string? key = body is null ? null : bodies.Of(body);
        bool official = WordsOf(name).Any(OfficialWords.Contains);
        // "an official", "the official", "two officials" of one body in one report are the same people, for all we can tell.
        string head = key ?? WordsOf(name).LastOrDefault(OfficialWords.Contains)?.TrimEnd('s') ?? StoryNames.Fold(name);
        return Remember(new OriginDraft
        {
            Id = "o-unnamed-" + OriginIds.Slug(quotedIn) + "-" + OriginIds.Slug(head),
            Name = name,
            Kind = kind,
            Basis = official ? OriginBasis.UnnamedOfficial : OriginBasis.Unknown,
            Anonymous = true,
            Body = key,
            MayBeOfficial = official,
            QuotedIn = quotedIn,
        });
    }

    public OriginDraft OtherMedia(string name) => Remember(new OriginDraft
    {
        Id = "o-media-" + OriginIds.Slug(StoryNames.Fold(name)),
        Name = name,
        Kind = SourceKind.Group,
        Basis = OriginBasis.OtherMedia,
        Anonymous = true,
    });

    public OriginDraft UnseenItem(string name, SourceKind kind) => Remember(new OriginDraft
    {
        Id = OriginIds.Item(name),
        Name = name,
        Kind = kind,
        Basis = OriginBasis.OtherMedia,
        Anonymous = false,
        IsUnseenItem = true,
    });

    public OriginDraft Outlet(string? name, string family, bool firstHand) => Remember(new OriginDraft
    {
        Id = "o-outlet-" + OriginIds.Slug(family) + (firstHand ? "-seen" : ""),
        Name = name ?? "unnamed outlet",
        Kind = SourceKind.Outlet,
        Basis = firstHand ? OriginBasis.FirstHand : OriginBasis.Unknown,
        Anonymous = false,
        Family = family,
    });

    /// <summary>Other origins that could be the same as this one: an unnamed source may be the named one of its body, or another unnamed one of it.</summary>
    public bool MayBeOne(OriginDraft first, OriginDraft second)
    {
        if (first.Id == second.Id || !(first.Anonymous && first.MayBeOfficial || second.Anonymous && second.MayBeOfficial))
            return false;
        if (!CanBeOfficial(first) || !CanBeOfficial(second))
            return false;
        return first.Body is null || second.Body is null || bodies.MayBeOne(first.Body, second.Body);
    }

    /// <summary>Whether two named ones speak for bodies of which the one may be the other.</summary>
    public bool MayBeOneBody(OriginDraft first, OriginDraft second) =>
        first.Body is { } a && second.Body is { } b && first.Basis is not OriginBasis.FirstHand && second.Basis is not OriginBasis.FirstHand && bodies.MayBeOne(a, b);

    public ImmutableArray<string> MayBe(OriginDraft origin, IEnumerable<OriginDraft> among) =>
        [.. among.Where(o => MayBeOne(origin, o)).Select(o => o.Id).Order(StringComparer.Ordinal)];

    /// <summary>The origins as a picture tells them.</summary>
    /// <param name="used">Those of the story, in order.</param>
    /// <param name="standing">Those behind a report that nobody has cancelled.</param>
    public ImmutableArray<Origin> Told(IReadOnlyCollection<OriginDraft> used, FrozenSet<OriginDraft> standing) => [.. used.Select(o => new Origin
    {
        Id = o.Id,
        Name = o.Name,
        Kind = o.Kind,
        Basis = o.Basis,
        Anonymous = o.Anonymous,
        Via = [.. o.Via],
        MayBe = MayBe(o, used),
        Withdrawn = !standing.Contains(o),
    })];

    private static bool CanBeOfficial(OriginDraft origin) =>
        origin.Anonymous ? origin.MayBeOfficial : origin.Basis is OriginBasis.NamedOfficial && origin.Body is not null;

    private OriginDraft Remember(OriginDraft origin)
    {
        if (all.TryGetValue(origin.Id, out OriginDraft? known))
            return known;
        all.Add(origin.Id, origin);
        return origin;
    }

    private static string[] WordsOf(string name) => name.ToLowerInvariant().Split([' ', '-', ',', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
}
