using System.Collections.Immutable;
using Stemma.Claims;

namespace Stemma.Watch;

/// <summary>Which claim of now is which of then.</summary>
/// <remarks>
/// By the statements they share, most first, one to one: where a claim was split, the larger part goes on with its past and the rest is new; where two were joined, the joint one goes on with the
/// past of the larger.
/// </remarks>
internal static class ClaimMatcher
{
    /// <param name="keys">Of each claim of now the keys of its assertions.</param>
    /// <returns>For each claim of now the index of its past; -1: it has none.</returns>
    public static ImmutableArray<int> Match(ImmutableArray<ClaimSnapshot> then, ImmutableArray<ImmutableArray<string>> keys)
    {
        Dictionary<string, List<int>> holders = new(StringComparer.Ordinal);
        for (int i = 0; i < then.Length; i++)
        {
            foreach (string key in then[i].Assertions)
            {
                if (!holders.TryGetValue(key, out List<int>? list))
                    holders[key] = list = [];
                list.Add(i);
            }
        }

        List<(int Shared, int Now, int Then)> pairs = [];
        for (int now = 0; now < keys.Length; now++)
        {
            Dictionary<int, int> shared = [];
            foreach (string key in keys[now])
            {
                foreach (int past in holders.GetValueOrDefault(key) ?? [])
                    shared[past] = shared.GetValueOrDefault(past) + 1;
            }

            pairs.AddRange(shared.Select(s => (s.Value, now, s.Key)));
        }

        int[] match = Enumerable.Repeat(-1, keys.Length).ToArray();
        HashSet<int> taken = [];
        foreach ((int _, int now, int past) in pairs.OrderByDescending(p => p.Shared).ThenBy(p => p.Now).ThenBy(p => p.Then))
        {
            if (match[now] < 0 && taken.Add(past))
                match[now] = past;
        }

        return [.. match];
    }

    /// <summary>The claim that shares the most with some keys; null where none shares any.</summary>
    public static Claim? Find(ImmutableArray<string> anchor, ImmutableArray<Claim> claims, Func<Claim, IEnumerable<string>> keys)
    {
        HashSet<string> wanted = [.. anchor];
        return claims.Select(c => (Claim: c, Shared: keys(c).Count(wanted.Contains))).Where(c => c.Shared > 0).OrderByDescending(c => c.Shared).Select(c => c.Claim).FirstOrDefault();
    }
}
