using Stemma.Stories;

namespace Stemma.Training.Grouping;

/// <summary>What grouping with given weights really meets, mistakes and their consequences included (as DAgger does; Ross et al. 2011).</summary>
internal static class MetExamples
{
    public static List<BondExample> Of(StreamSet set, GroupingWeights weights)
    {
        List<BondExample> examples = [];
        Dictionary<Fingerprint, string> gold = new(ReferenceEqualityComparer.Instance);
        int now = 0;
        StoryGrouper grouper = new(weights)
        {
            Observer = (a, b, bond) =>
            {
                // The first to be measured that nobody knows is the report that has just come.
                foreach (Fingerprint member in a.Members.Concat(b.Members))
                    gold.TryAdd(member, set.Gold[now]);
                (string goldA, double purityA) = Most(a, gold);
                (string goldB, double purityB) = Most(b, gold);
                examples.Add(new BondExample(bond, goldA == goldB, Math.Min(a.Count, b.Count) > 1, set.Folds[now], purityA * purityB));
            },
        };
        for (now = 0; now < set.Reports.Count; now++)
            grouper.Add(set.Reports[now]);
        return examples;
    }

    private static (string Gold, double Part) Most(MemberSet set, Dictionary<Fingerprint, string> gold)
    {
        IGrouping<string, string> most = set.Members.Select(m => gold[m]).GroupBy(g => g, StringComparer.Ordinal).MaxBy(g => g.Count())!;
        return (most.Key, (double)most.Count() / set.Members.Count);
    }
}
