using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

public sealed class SimilarityTests
{
    private static readonly Report[] Reports = [Some.Wire, Some.Release, Some.Column, Some.Strike, Some.Festival, Some.Report("empty", "")];

    [Fact]
    public void The_fast_way_gives_what_the_plain_way_gives()
    {
        Fingerprint[] prints = Prints();
        SimilarityTable table = new();
        foreach (Fingerprint a in prints)
        {
            foreach (Fingerprint b in prints)
            {
                (Similarity fast, Similarity plain) = (table.Between(a, b), Similarity.Between(a, b));
                Assert.Equal(plain.All, fast.All, 12);
                Assert.Equal(plain.Names, fast.Names, 12);
                Assert.Equal(plain.Words, fast.Words, 12);
            }
        }

        Assert.Equal(1, table.Between(prints[0], prints[0]).All, 5);
    }

    [Fact]
    public void The_parts_of_a_set_know_the_likenesses_of_their_members()
    {
        Fingerprint[] prints = Prints();
        MemberSet whole = MemberSet.Of(prints);
        bool[] first = [true, false, true, true, false, true];
        MemberSet part = MemberSet.Part(whole, first, true), anew = MemberSet.Of([prints[0], prints[2], prints[3], prints[5]]);

        Assert.Equal(anew.Likenesses.Mean, part.Likenesses.Mean, 12);
        Assert.Equal(anew.Sums.ToArray(), part.Sums.ToArray());
        Assert.Equal(Similarity.Between(prints[0], prints[3]).All, part.Likenesses.Of(0, 2).All, 12);
    }

    [Fact]
    public void A_set_that_forgets_a_member_forgets_its_likenesses()
    {
        Fingerprint[] prints = Prints();
        MemberSet set = new();
        for (int i = 0; i < MemberSet.MaxKept + 3; i++)
            set.Add(prints[i % 5], null, null, null);

        double sum = 0;
        for (int i = 0; i < set.Members.Count; i++)
        {
            for (int j = 0; j < i; j++)
                sum += Similarity.Between(set.Members[i], set.Members[j]).All;
        }

        Assert.Equal(MemberSet.MaxKept, set.Members.Count);
        Assert.Equal(sum / (MemberSet.MaxKept * (MemberSet.MaxKept - 1) / 2), set.Likenesses.Mean, 9);
    }

    [Fact]
    public void Two_events_of_one_template_lack_each_others_core_names()
    {
        MemberSet ohlin = Set("Ohlin"), brandt = Set("Brandt");
        Cores cores = Cores.Of(ohlin, brandt), same = Cores.Of(ohlin, ohlin);

        Assert.True(cores.NamesMissingInA > 0.2 && cores.NamesMissingInB > 0.2);
        Assert.True(cores.SharedOfA > 0.2);
        Assert.Equal(0, same.NamesMissingInA);
        Assert.Equal(1, same.SharedOfA, 12);

        static MemberSet Set(string player) => MemberSet.Of(Prints(
            Some.Report("1", $"Goalkeeper {player} was put on the injured list by Lowhaven United after a knee sprain, the club said. {player} hurt the knee in training."),
            Some.Report("2", $"Lowhaven United will be without {player} for a month. The goalkeeper sprained a knee, and {player} may need surgery.")));
    }

    private static Fingerprint[] Prints() => Prints(Reports);

    private static Fingerprint[] Prints(params Report[] reports)
    {
        StoryIndex index = new(GroupingWeights.Default.BackgroundTexts);
        return [.. reports.Select(r => FingerprintReader.Read(ReportTerms.Read(r), index, GroupingWeights.Default).Fingerprint)];
    }
}
