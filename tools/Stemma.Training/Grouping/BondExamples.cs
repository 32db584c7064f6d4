using Stemma.Stories;

namespace Stemma.Training.Grouping;

/// <summary>A measured pair of sets of reports, and whether they are of one gold story.</summary>
/// <param name="IsPair">Whether both sets have several reports.</param>
internal sealed record BondExample(double[] Bond, bool Same, bool IsPair, string Topic, double Weight);

/// <summary>Measures what grouping would meet if it had made no mistake so far: each report against its story and its nearest others, stories and halves of stories against each other.</summary>
internal static class BondExamples
{
    private const int Nearest = 8;

    public static List<BondExample> Of(StreamSet set, GroupingWeights weights, int seed)
    {
        Random random = new(seed);
        List<BondExample> examples = [];
        OpenStories stories = new(weights.BackgroundTexts);
        Dictionary<string, OpenStory> byGold = new(StringComparer.Ordinal);
        long slots = 0;
        for (int i = 0; i < set.Reports.Count; i++)
        {
            Fingerprint fingerprint = FingerprintReader.Read(ReportTerms.Read(set.Reports[i]), stories.Index, weights).Fingerprint;
            MemberSet alone = MemberSet.Of([fingerprint]);
            byGold.TryGetValue(set.Gold[i], out OpenStory? own);
            if (own is not null)
                Add(alone, own.Members, true, 1, i, 3);
            foreach (OpenStory other in stories.Near(alone, own, Nearest, 0.04).Where(s => s != own))
                Add(alone, other.Members, false, 1, i, 1);

            if (own is null)
            {
                stories.Open(own = new OpenStory(slots++));
                byGold.Add(set.Gold[i], own);
            }

            stories.Add(own, new StoredReport(set.Reports[i].Id, i, fingerprint), null);
            if (own.Count is < 2 or > MemberSet.MaxKept)
                continue;

            // The story against others near to it; and, once it is large enough, its own halves: cut at random, and where it is weakest.
            foreach (OpenStory other in stories.Near(own.Members, own, 3, 0.1).Where(s => s.Count > 1))
                Add(own.Members, other.Members, false, 2, i, 1);
            if (own.Count < 4)
                continue;
            bool[] cut = [.. Enumerable.Range(0, own.Count).Select(_ => random.Next(2) == 0)];
            foreach (bool[] first in new[] { Halves.Of(own.Members), Halves.AllButWeakest(own.Members), cut })
            {
                if (first.Contains(true) && first.Contains(false))
                    Add(MemberSet.Part(own.Members, first, true), MemberSet.Part(own.Members, first, false), true, 1, i, 1);
            }

            // A story that has swallowed another is to come apart where the two meet.
            foreach (OpenStory other in stories.Near(own.Members, own, 2, 0.1).Where(s => s.Count + own.Count <= MemberSet.MaxKept))
            {
                MemberSet both = MemberSet.Of([.. own.Members.Members, .. other.Members.Members]);
                bool[] first = Halves.Of(both);
                string[] gold = [.. Enumerable.Repeat("a", own.Count), .. Enumerable.Repeat("b", other.Count)];
                bool clean = gold.Zip(first).Where(g => g.Second).All(g => g.First == gold[0]) && gold.Zip(first).Where(g => !g.Second).All(g => g.First != gold[0]);
                if (clean)
                    Add(MemberSet.Part(both, first, true), MemberSet.Part(both, first, false), false, 1, i, 1);
            }
        }

        return examples;

        void Add(MemberSet a, MemberSet b, bool same, int ownStories, int i, double weight) =>
            examples.Add(new BondExample(Bond.Measure(a, b, stories.Index, ownStories, weights.DecayDays), same, Math.Min(a.Count, b.Count) > 1, set.Folds[i], weight));
    }
}
