namespace Stemma.Stories;

/// <summary>Some reports taken together: the sum of their vectors, their headlines' words, the time they span.</summary>
/// <remarks>Grows only. Of a large set the heaviest <see cref="MaxTerms"/> terms are kept, so that its memory is bounded.</remarks>
internal sealed class MemberSet
{
    /// <summary>Members of which the fingerprint is kept: the first <see cref="KeptFirst"/> and the latest.</summary>
    public const int MaxKept = 32;

    private const int KeptFirst = 8;

    private const int MaxQuotes = 2000;

    private const int MaxTerms = 600;

    /// <summary>Let it grow to so many before it is cut back, so that cutting is rare.</summary>
    private const int TermsBeforeCut = 900;

    private readonly Dictionary<ulong, TermSum> sums = [];
    private readonly HashSet<ulong> quotes = [];
    private double nameLength = -1;
    private double wordLength = -1;

    /// <summary>Kept members, latest last; all of them up to <see cref="MaxKept"/>.</summary>
    public List<Fingerprint> Members { get; } = [];

    /// <summary>How many reports were added, kept or not.</summary>
    public int Count { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public IReadOnlyDictionary<ulong, TermSum> Sums => sums;

    public IReadOnlySet<ulong> Quotes => quotes;

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
            set.Add(member);
        return set;
    }

    public TermSum Of(ulong term) => sums.GetValueOrDefault(term);

    /// <returns>Terms that were dropped to keep it small.</returns>
    public IReadOnlyList<ulong> Add(Fingerprint member)
    {
        if (Members.Count == MaxKept)
            Members.RemoveAt(KeptFirst);
        Members.Add(member);
        Count++;
        int title = 0;
        foreach (Term term in member.Terms)
        {
            while (title < member.Title.Length && member.Title[title] < term.Id)
                title++;
            bool inTitle = title < member.Title.Length && member.Title[title] == term.Id;
            TermSum sum = sums.GetValueOrDefault(term.Id);
            sums[term.Id] = new TermSum(sum.Weight + term.Weight, sum.Reports + 1, sum.Titles + (inTitle ? 1 : 0), sum.Names + (term.IsName ? 1 : 0), sum.Places + (term.Kind == TermKind.Place ? 1 : 0), term.IsRare && !term.Text.Contains(' ', StringComparison.Ordinal));
        }

        if (member.Published is { } at)
        {
            First = First is { } first && first <= at ? first : at;
            Last = Last is { } last && last >= at ? last : at;
        }

        foreach (ulong quote in member.Quotes)
        {
            if (quotes.Count < MaxQuotes)
                quotes.Add(quote);
        }

        nameLength = wordLength = -1;
        return sums.Count > TermsBeforeCut ? Cut() : [];
    }

    private void Measure()
    {
        if (nameLength >= 0)
            return;
        double names = 0, words = 0;
        foreach (TermSum sum in sums.Values)
        {
            if (sum.IsName)
                names += (double)sum.Weight * sum.Weight;
            else
                words += (double)sum.Weight * sum.Weight;
        }

        (nameLength, wordLength) = (Math.Sqrt(names), Math.Sqrt(words));
    }

    private List<ulong> Cut()
    {
        List<ulong> cut = [.. sums.OrderByDescending(s => s.Value.Weight).ThenBy(s => s.Key).Skip(MaxTerms).Select(s => s.Key)];
        foreach (ulong id in cut)
            sums.Remove(id);
        return cut;
    }
}

/// <summary>One term over a set of reports.</summary>
/// <param name="Reports">How many of them have it.</param>
/// <param name="Titles">How many have it in the headline.</param>
/// <param name="Names">How many have it as a name.</param>
/// <param name="Places">How many have it as the name of a place.</param>
/// <param name="MayBeOwn">Whether it is a single word, rare in English: if no other story has it, it is this one's own. The words of a full name are
/// terms too, so that full names are left out.</param>
internal readonly record struct TermSum(float Weight, int Reports, int Titles, int Names, int Places, bool MayBeOwn)
{
    public bool IsName => Names > 0;

    /// <summary>Whether at least half of the reports that have it as a name use it as a place.</summary>
    public bool IsPlace => Names > 0 && Places * 2 >= Names;
}
