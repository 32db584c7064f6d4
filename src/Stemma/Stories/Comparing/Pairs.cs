namespace Stemma.Stories;

/// <summary>The similarities of the reports of two sets, pair by pair.</summary>
internal readonly record struct Pairs(Similarity Best, Similarity Mean)
{
    public static Pairs Between(MemberSet a, MemberSet b, SimilarityTable table)
    {
        if (a.Members.Count > b.Members.Count)
            (a, b) = (b, a); // the fewer are spread out
        double all = 0, names = 0, words = 0, bestAll = 0, bestNames = 0, bestWords = 0;
        foreach (Fingerprint x in a.Members)
        {
            foreach (Fingerprint y in b.Members)
            {
                Similarity s = table.Between(x, y);
                all += s.All;
                names += s.Names;
                words += s.Words;
                bestAll = Math.Max(bestAll, s.All);
                bestNames = Math.Max(bestNames, s.Names);
                bestWords = Math.Max(bestWords, s.Words);
            }
        }

        int n = a.Members.Count * b.Members.Count;
        return new Pairs(new Similarity(bestAll, bestNames, bestWords), new Similarity(all / n, names / n, words / n));
    }
}
