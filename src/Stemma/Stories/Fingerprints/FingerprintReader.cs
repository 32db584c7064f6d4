using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>Weighs the terms of a report by where they stand and how rare they are, in English and in the stories seen so far.</summary>
internal static class FingerprintReader
{
    public static Fingerprint Read(ReportTerms report, StoryIndex index, GroupingWeights weights)
    {
        ReadOnlySpan<CountedTerm> terms = report.Terms.AsSpan();
        double[] weight = new double[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            CountedTerm term = terms[i];
            double count = weights.Headline * term.Headline + weights.Lead * term.Lead + term.Body;
            double kind = term.Kind != TermKind.Word ? (term.HasStem ? weights.Name : weights.FullName) : term.HasStem ? 1 : weights.Number;
            if (term.Kind == TermKind.Place)
                kind *= weights.Place;
            weight[i] = (1 + Math.Log(count)) * index.Rarity(term.Id, term.Background) * kind;
        }

        // Of equal weights at the limit the first by id are kept: which, is all the same, but it must be the same everywhere.
        double least = 0;
        int equal = terms.Length;
        if (terms.Length > Fingerprint.MaxTerms)
        {
            double[] sorted = [.. weight];
            Array.Sort(sorted);
            least = sorted[^Fingerprint.MaxTerms];
            equal = Fingerprint.MaxTerms - CountAbove(sorted, least);
        }

        double length = 0;
        ImmutableArray<Term>.Builder kept = ImmutableArray.CreateBuilder<Term>(Math.Min(terms.Length, Fingerprint.MaxTerms));
        List<int> chosen = new(kept.Capacity);
        for (int i = 0; i < terms.Length; i++)
        {
            if (weight[i] < least || weight[i] == least && equal-- <= 0)
                continue;
            chosen.Add(i);
            length += weight[i] * weight[i];
        }

        length = Math.Sqrt(length);
        foreach (int i in chosen)
            kept.Add(new Term(terms[i].Id, (float)(weight[i] / length), Traits(terms[i])));
        return new Fingerprint(kept.DrainToImmutable(), report.Quotes, report.Published, report.Headline);
    }

    private static int CountAbove(double[] sorted, double least)
    {
        int i = sorted.Length;
        while (i > 0 && sorted[i - 1] > least)
            i--;
        return sorted.Length - i;
    }

    private static TermTraits Traits(CountedTerm term) =>
        (term.Kind != TermKind.Word ? TermTraits.Name : TermTraits.None)
        | (term.Kind == TermKind.Place ? TermTraits.Place : TermTraits.None)
        | (term.Headline > 0 ? TermTraits.Title : TermTraits.None)
        | (term.IsRare && !term.IsPhrase ? TermTraits.MayBeOwn : TermTraits.None);
}
