namespace Stemma.Stories;

/// <summary>What speaks for two sets of reports telling one story, or against it, as numbers for the trained weights.</summary>
/// <remarks>
/// One measure serves every decision: a report and a story (join), two stories (merge), two parts of a story (split).
/// Cosines are taken as their square roots, which spreads the low range where press releases and opinion columns meet.
/// </remarks>
internal static class Bond
{
    public static readonly System.Collections.Immutable.ImmutableArray<string> Names =
    [
        "constant", "centroid", "best pair", "mean pair", "names", "words", "best names", "best words", "headlines", "days apart", "size", "smaller size",
        "own names", "own words", "best pair when apart", "mean names", "mean words", "against within", "within known", "both single", "undated",
        "undated best pair", "undated names", "no headline", "quotes",
        "core names missing", "core names missing less", "core places missing", "heaviest names missing", "core shared more", "core shared less", "weeks apart", "best pair by size",
        "single with single best pair", "mean pair by size",
        "own names when apart", "own names when weeks apart", "own part of names when apart", "own part of names when weeks apart",
        "centroid when apart", "core shared less when apart", "core shared more when apart", "heaviest names missing when apart", "best words when apart", "quotes when apart",
    ];

    /// <summary>Measures that are 0 where two sets overlap in time or a time is not known.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<int> OfTime = [.. Enumerable.Range(0, Names.Length).Where(k => Names[k].EndsWith(" apart", StringComparison.Ordinal))];

    /// <param name="own">In how many stories at hand the two sets already count (0 to 2): a term that stands in no other is their own.</param>
    /// <param name="days">Scale of the decay by time, in days.</param>
    public static double[] Measure(MemberSet a, MemberSet b, StoryIndex index, int own, double days)
    {
        if (a.Sums.Length > b.Sums.Length)
            (a, b) = (b, a);
        double names = 0, words = 0, titles = 0, titlesA = 0, titlesB = 0, ofAny = 0, ofOwn = 0;
        int ownNames = 0, ownWords = 0;
        ReadOnlySpan<TermSum> theirs = b.Sums;
        int at = 0;
        foreach (ref readonly TermSum left in a.Sums)
        {
            while (at < theirs.Length && theirs[at].Id < left.Id)
                at++;
            TermSum right = at < theirs.Length && theirs[at].Id == left.Id ? theirs[at] : default;
            if (left.Titles > 0)
            {
                double weightA = (double)left.Weight / a.Count;
                titlesA += weightA * weightA;
                if (right.Titles > 0)
                    titles += weightA * weightA;
            }

            if (right.Reports == 0)
                continue;
            double product = (double)left.Weight * right.Weight;
            bool isName = left.IsName || right.IsName;
            bool isPlace = left.IsPlace || right.IsPlace;
            if (isName)
                names += product;
            else
                words += product;
            if (isName && !isPlace)
                ofAny += product;
            if (isName && !isPlace && index.Of(left.Id) <= own)
                ofOwn += product;
            // A place is shared by all that happens there.
            if (!left.MayBeOwn || isPlace || index.Of(left.Id) > own)
                continue;
            if (isName)
                ownNames++;
            else
                ownWords++;
        }

        Cores cores = Cores.Of(a, b);
        titlesB = titlesA > 0 ? titles / titlesA : 0;
        double length = Math.Sqrt((a.NameLength * a.NameLength + a.WordLength * a.WordLength) * (b.NameLength * b.NameLength + b.WordLength * b.WordLength));
        Pairs pairs = Pairs.Between(a, b, index.Table);
        double withinA = a.Count > 1 ? a.Likenesses.Mean : -1, withinB = b.Count > 1 ? b.Likenesses.Mean : -1;
        double within = withinA < 0 ? withinB : withinB < 0 ? withinA : Math.Sqrt(withinA * withinB);
        bool undated = a.Last is null || b.Last is null;
        double apart = undated ? 0 : Apart(a, b, days);
        double weeks = undated ? 0 : Apart(a, b, 10 * days), max = Math.Sqrt(pairs.Best.All), ownPart = ofAny > 0 ? ofOwn / ofAny : 0, quotes = Math.Log(1 + SharedQuotes(a, b));
        return
        [
            1,
            Root(names + words, length),
            max,
            Math.Sqrt(pairs.Mean.All),
            Root(names, a.NameLength * b.NameLength),
            Root(words, a.WordLength * b.WordLength),
            Math.Sqrt(pairs.Best.Names),
            Math.Sqrt(pairs.Best.Words),
            titlesB,
            apart,
            Math.Log(a.Count * (double)b.Count),
            Math.Log(Math.Min(a.Count, b.Count)),
            Math.Log(1 + ownNames),
            Math.Log(1 + ownWords),
            max * apart,
            Math.Sqrt(pairs.Mean.Names),
            Math.Sqrt(pairs.Mean.Words),
            within > 0 ? Math.Min(2, pairs.Mean.All / within) : 0,
            within > 0 ? 1 : 0,
            a.Count == 1 && b.Count == 1 ? 1 : 0,
            undated ? 1 : 0,
            undated ? max : 0,
            undated ? Math.Sqrt(pairs.Best.Names) : 0,
            titlesA > 0 ? 0 : 1,
            quotes,
            Math.Max(cores.NamesMissingInA, cores.NamesMissingInB),
            Math.Min(cores.NamesMissingInA, cores.NamesMissingInB),
            Math.Sqrt(cores.PlacesMissingInA * cores.PlacesMissingInB),
            Math.Sqrt(cores.HeaviestMissingInA * cores.HeaviestMissingInB),
            Math.Max(cores.SharedOfA, cores.SharedOfB),
            Math.Min(cores.SharedOfA, cores.SharedOfB),
            weeks,
            max * Math.Log(a.Count * (double)b.Count),
            a.Count == 1 && b.Count == 1 ? max : 0,
            Math.Sqrt(pairs.Mean.All) * Math.Log(a.Count * (double)b.Count),
            Math.Log(1 + ownNames) * apart,
            Math.Log(1 + ownNames) * weeks,
            ownPart * apart,
            ownPart * weeks,
            Root(names + words, length) * apart,
            Math.Min(cores.SharedOfA, cores.SharedOfB) * apart,
            Math.Max(cores.SharedOfA, cores.SharedOfB) * apart,
            Math.Sqrt(cores.HeaviestMissingInA * cores.HeaviestMissingInB) * apart,
            Math.Sqrt(pairs.Best.Words) * apart,
            quotes * apart,
        ];
    }

    private static int SharedQuotes(MemberSet a, MemberSet b)
    {
        int shared = 0, i = 0, j = 0;
        ReadOnlySpan<ulong> left = a.Quotes.AsSpan(), right = b.Quotes.AsSpan();
        while (i < left.Length && j < right.Length)
        {
            ulong x = left[i], y = right[j];
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return shared;
    }

    private static double Root(double product, double lengths) => lengths > 0 ? Math.Sqrt(Math.Min(1, product / lengths)) : 0;

    /// <summary>0 where the two overlap in time, towards 1 the more days lie between them.</summary>
    private static double Apart(MemberSet a, MemberSet b, double days)
    {
        double gap = a.First > b.Last ? (a.First.Value - b.Last.Value).TotalDays : b.First > a.Last ? (b.First.Value - a.Last.Value).TotalDays : 0;
        return 1 - Math.Exp(-gap * gap / (2 * days * days));
    }
}
