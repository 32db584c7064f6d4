namespace Stemma.Claims;

/// <summary>Counts the origins of one claim as an interval.</summary>
internal static class OriginCount
{
    /// <param name="origins">Where its affirming assertions end, distinct.</param>
    public static (int AtLeast, int AtMost) Of(IReadOnlyCollection<OriginDraft> origins, OriginRegister register)
    {
        // An outlet that states a thing without saying whence adds nothing to those who do say.
        OriginDraft[] known = [.. origins.Where(o => !IsBareVoice(o))];
        if (known.Length == 0)
        {
            int voices = origins.Select(o => o.Family).Distinct(StringComparer.Ordinal).Count();
            return (Math.Min(1, voices), voices);
        }

        // Named: a body and those who speak for it are one at least; each of its speakers may be an occasion of its own.
        var named = known.Where(o => !o.Anonymous && !o.IsUnseenItem && o.Basis is not OriginBasis.OtherMedia)
            .GroupBy(o => o.Body is { } body && (o.IsBody || o.Basis is OriginBasis.NamedOfficial) ? "body " + body : "one " + (o.Family ?? o.Id), StringComparer.Ordinal)
            .Select(g => (First: g.First(), Speakers: Math.Max(1, g.Count(o => !o.IsBody))))
            .ToList();
        // "The army" may be "the Varnish army": not surely two.
        List<OriginDraft> distinct = [];
        foreach (OriginDraft first in named.Select(n => n.First))
        {
            if (!distinct.Exists(d => register.MayBeOneBody(d, first)))
                distinct.Add(first);
        }

        int least = distinct.Count;
        int most = named.Sum(n => n.Speakers);

        // Unnamed: those quoted together in one report are one; one that may be another adds nothing at least.
        List<OriginDraft> apart = [.. named.Select(n => n.First)];
        foreach (IGrouping<string?, OriginDraft> together in known.Where(o => o.Anonymous && o.Basis is not OriginBasis.OtherMedia).GroupBy(o => o.QuotedIn, StringComparer.Ordinal))
        {
            most++;
            if (!together.Any(o => apart.Any(a => register.MayBeOne(o, a))))
            {
                least++;
                apart.Add(together.First());
            }
        }

        // Other media and unseen items may rest on any of these, or on something else: one at most for all that has no name.
        most += known.Where(o => o.IsUnseenItem).Count() + (known.Any(o => o.Basis is OriginBasis.OtherMedia && !o.IsUnseenItem) ? 1 : 0);
        return (least, most);
    }

    /// <summary>A newsroom's own voice without a sign that it saw the thing.</summary>
    public static bool IsBareVoice(OriginDraft origin) => origin is { Family: not null, Basis: OriginBasis.Unknown };
}
