using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>Some reports taken together: the sum of their vectors, their headlines' words, the time they span.</summary>
/// <remarks>
/// Grows only. Of a large set the heaviest <see cref="MaxTerms"/> terms are kept, so that its memory is bounded. Sums lie in one array, by id, so that
/// two sets are compared in one pass.
/// </remarks>
internal sealed class MemberSet
{
    /// <summary>Members of which the fingerprint is kept: the first <see cref="KeptFirst"/> and the latest.</summary>
    public const int MaxKept = 32;

    private const int KeptFirst = 8;

    private const int MaxQuotes = 2000;

    private const int MaxTerms = 600;

    /// <summary>Let it grow to so many before it is cut back, so that cutting is rare.</summary>
    private const int TermsBeforeCut = 900;

    private TermSum[] sums = [];
    private int count;
    private double nameLength = -1;
    private double wordLength = -1;

    /// <summary>Kept members, latest last; all of them up to <see cref="MaxKept"/>.</summary>
    public List<Fingerprint> Members { get; } = new(1);

    /// <summary>How alike the kept members are.</summary>
    public Likenesses Likenesses { get; } = new();

    /// <summary>How many reports were added, kept or not.</summary>
    public int Count { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>By id, each once.</summary>
    public ReadOnlySpan<TermSum> Sums => sums.AsSpan(0, count);

    /// <summary>Ascending, each once.</summary>
    public ImmutableArray<ulong> Quotes { get; private set; } = [];

    public double NameLength
    {
        get
        {
            Measure();
            return nameLength;
        }
    }

    public double WordLength
    {
        get
        {
            Measure();
            return wordLength;
        }
    }

    public static MemberSet Of(IEnumerable<Fingerprint> members)
    {
        MemberSet set = new();
        foreach (Fingerprint member in members)
            set.Add(member, null, null, null);
        return set;
    }

    /// <summary>A set of some of the members of another, which has them all; what was measured there is not measured again.</summary>
    public static MemberSet Part(MemberSet whole, bool[] first, bool takeFirst)
    {
        MemberSet part = new();
        List<int> taken = [];
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] != takeFirst)
                continue;
            Similarity[] toEarlier = new Similarity[taken.Count];
            for (int k = 0; k < toEarlier.Length; k++)
                toEarlier[k] = whole.Likenesses.Of(i, taken[k]);
            part.Likenesses.Add(toEarlier);
            part.Take(whole.Members[i], null, null);
            taken.Add(i);
        }

        return part;
    }

    /// <param name="table">Makes it faster.</param>
    /// <param name="added">Gets the indexes of the member's terms that the set did not have; or null.</param>
    /// <param name="dropped">Gets the terms that were dropped to keep it small; or null.</param>
    public void Add(Fingerprint member, SimilarityTable? table, List<int>? added, List<ulong>? dropped)
    {
        if (Members.Count == MaxKept)
        {
            Members.RemoveAt(KeptFirst);
            Likenesses.RemoveAt(KeptFirst);
        }

        Similarity[] toEarlier = Members.Count == 0 ? [] : new Similarity[Members.Count];
        for (int i = 0; i < toEarlier.Length; i++)
            toEarlier[i] = table?.Between(member, Members[i]) ?? Similarity.Between(member, Members[i]);
        Likenesses.Add(toEarlier);
        Take(member, added, dropped);
    }

    private void Take(Fingerprint member, List<int>? added, List<ulong>? dropped)
    {
        Members.Add(member);
        Count++;
        Join(member, added);
        if (member.Published is { } at)
        {
            First = First is { } first && first <= at ? first : at;
            Last = Last is { } last && last >= at ? last : at;
        }

        if (Quotes.Length == 0)
            Quotes = member.Quotes;
        else if (member.Quotes.Length > 0 && Quotes.Length < MaxQuotes)
            Quotes = Union(Quotes, member.Quotes);
        nameLength = wordLength = -1;
        if (count > TermsBeforeCut)
            Cut(dropped);
    }

    private void Join(Fingerprint member, List<int>? added)
    {
        ReadOnlySpan<Term> terms = member.Terms.AsSpan();
        TermSum[] joined = new TermSum[count + terms.Length];
        int i = 0, j = 0, n = 0;
        while (i < count || j < terms.Length)
        {
            if (j == terms.Length || i < count && sums[i].Id < terms[j].Id)
            {
                joined[n++] = sums[i++];
            }
            else if (i == count || terms[j].Id < sums[i].Id)
            {
                added?.Add(j);
                joined[n++] = TermSum.Of(terms[j++]);
            }
            else
            {
                joined[n++] = sums[i++].With(terms[j++]);
            }
        }

        (sums, count) = (joined, n);
    }

    private void Measure()
    {
        if (nameLength >= 0)
            return;
        double names = 0, words = 0;
        foreach (ref readonly TermSum sum in Sums)
        {
            if (sum.IsName)
                names += (double)sum.Weight * sum.Weight;
            else
                words += (double)sum.Weight * sum.Weight;
        }

        (nameLength, wordLength) = (Math.Sqrt(names), Math.Sqrt(words));
    }

    private void Cut(List<ulong>? dropped)
    {
        TermSum[] heaviest = [.. Sums.ToArray().OrderByDescending(s => s.Weight).ThenBy(s => s.Id)];
        dropped?.AddRange(heaviest.Skip(MaxTerms).Select(s => s.Id));
        sums = heaviest[..MaxTerms];
        Array.Sort(sums, static (a, b) => a.Id.CompareTo(b.Id));
        count = MaxTerms;
    }

    private static ImmutableArray<ulong> Union(ImmutableArray<ulong> a, ImmutableArray<ulong> b)
    {
        ImmutableArray<ulong>.Builder union = ImmutableArray.CreateBuilder<ulong>(a.Length + b.Length);
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            bool left = j == b.Length || i < a.Length && a[i] <= b[j], right = i == a.Length || j < b.Length && b[j] <= a[i];
            union.Add(left ? a[i] : b[j]);
            i += left ? 1 : 0;
            j += right ? 1 : 0;
        }

        return union.DrainToImmutable();
    }
}
