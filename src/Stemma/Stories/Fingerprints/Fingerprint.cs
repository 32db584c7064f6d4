using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>What grouping keeps of a report: a sparse vector of length 1, heaviest terms only, and when it was published.</summary>
internal sealed class Fingerprint
{
    /// <summary>Terms kept a report: beyond them a news report of any length adds little but noise.</summary>
    public const int MaxTerms = 120;

    public Fingerprint(ImmutableArray<Term> terms, ImmutableArray<ulong> quotes, DateTimeOffset? published, HeadlineShape headline)
    {
        (Terms, Quotes, Published, Headline) = (terms, quotes, published, headline);
        double names = 0, words = 0;
        foreach (Term term in terms)
        {
            if (term.IsName)
                names += (double)term.Weight * term.Weight;
            else
                words += (double)term.Weight * term.Weight;
        }

        (NameLength, WordLength) = (Math.Sqrt(names), Math.Sqrt(words));
    }

    /// <summary>By <see cref="Term.Id"/>, so that two fingerprints are compared in one pass.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>Hashes of each five words in a row that stand between quotation marks, ascending: a shared quotation is one occasion or one text.</summary>
    public ImmutableArray<ulong> Quotes { get; }

    /// <summary>Null where unknown: then time says nothing.</summary>
    public DateTimeOffset? Published { get; }

    public HeadlineShape Headline { get; }

    /// <summary>Length of the part of the vector that is names.</summary>
    public double NameLength { get; }

    /// <summary>Length of the part of the vector that is other words and numbers.</summary>
    public double WordLength { get; }

    /// <summary>Whether a term is among those kept.</summary>
    public bool Has(ulong id)
    {
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
