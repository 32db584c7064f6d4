using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Stories;

/// <summary>What grouping keeps of a report: a sparse vector of length 1, heaviest terms only, and when it was published.</summary>
internal sealed record Fingerprint
{
    /// <summary>Terms kept a report: beyond them a news report of any length adds little but noise.</summary>
    public const int MaxTerms = 120;

    public Fingerprint(ImmutableArray<Term> terms, ImmutableArray<ulong> title, ImmutableArray<ulong> quotes, DateTimeOffset? published, HeadlineShape headline)
    {
        (Terms, Title, Quotes, Published, Headline) = (terms, title, quotes, published, headline);
        NameLength = Math.Sqrt(terms.Where(t => t.IsName).Sum(t => (double)t.Weight * t.Weight));
        WordLength = Math.Sqrt(terms.Where(t => !t.IsName).Sum(t => (double)t.Weight * t.Weight));
    }

    /// <summary>By <see cref="Term.Id"/>, so that two fingerprints are compared in one pass.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>Ids of the terms of the headline, in the same order.</summary>
    public ImmutableArray<ulong> Title { get; }

    /// <summary>Hashes of each five words in a row that stand between quotation marks, ascending: a shared quotation is one occasion or one text.</summary>
    public ImmutableArray<ulong> Quotes { get; }

    /// <summary>Null where unknown: then time says nothing.</summary>
    public DateTimeOffset? Published { get; }

    public HeadlineShape Headline { get; }

    /// <summary>Length of the part of the vector that is names.</summary>
    public double NameLength { get; }

    /// <summary>Length of the part of the vector that is other words and numbers.</summary>
    public double WordLength { get; }

    /// <summary>Whether a term of this text is among those kept.</summary>
    public bool Has(string text)
    {
        ulong id = StableHash.Of(text);
        int low = 0, high = Terms.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Terms[middle].Id == id)
                return true;
            if (Terms[middle].Id < id)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
    }
}
