namespace Stemma.Stories;

/// <summary>Weighs the terms of a report by where they stand and how rare they are, in English and in the stories seen so far.</summary>
internal static class FingerprintReader
{
    public static WeighedReport Read(ReportTerms report, StoryIndex index, GroupingWeights weights)
    {
        ReadOnlySpan<CountedTerm> terms = report.Terms.AsSpan();
        double[] weight = new double[terms.Length];
        TermPlaces?[] places = new TermPlaces?[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            ref readonly CountedTerm term = ref terms[i];
            places[i] = index.Find(term.Id);
            double count = weights.Headline * term.Headline + weights.Lead * term.Lead + term.Body;
            double kind = term.Kind != TermKind.Word ? (term.HasStem ? weights.Name : weights.FullName) : term.HasStem ? 1 : weights.Number;
            if (term.Kind == TermKind.Place)
                kind *= weights.Place;
            weight[i] = (1 + Math.Log(count)) * index.Rarity(places[i]?.Count ?? 0, term.Background) * kind;
        }

        int[] kept = Heaviest(weight);
        double length = 0;
        foreach (int i in kept)
            length += weight[i] * weight[i];
        length = Math.Sqrt(length);
        Term[] found = new Term[kept.Length];
        TermPlaces?[] keptPlaces = new TermPlaces?[kept.Length];
        string[] texts = new string[kept.Length];
        for (int k = 0; k < kept.Length; k++)
        {
            ref readonly CountedTerm term = ref terms[kept[k]];
            found[k] = new Term(term.Id, (float)(weight[kept[k]] / length), Traits(in term));
            (keptPlaces[k], texts[k]) = (places[kept[k]], term.Text);
        }

        Fingerprint fingerprint = new([.. found], report.Quotes, report.Published, report.Headline);
        return new WeighedReport(fingerprint, [.. keptPlaces], [.. texts]);
    }

    /// <returns>Indexes of the <see cref="Fingerprint.MaxTerms"/> heaviest, ascending.</returns>
    private static int[] Heaviest(double[] weight)
    {
        double least = 0;
        int equal = weight.Length;
        if (weight.Length > Fingerprint.MaxTerms)
        {
            double[] sorted = [.. weight];
            Array.Sort(sorted);
            least = sorted[^Fingerprint.MaxTerms];

            // Of equal weights at the limit the first by id are kept: which, is all the same, but it must be the same everywhere.
            int above = 0;
            while (above < sorted.Length && sorted[^(above + 1)] > least)
                above++;
            equal = Fingerprint.MaxTerms - above;
        }

        int[] kept = new int[Math.Min(weight.Length, Fingerprint.MaxTerms)];
        int n = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            if (weight[i] > least || weight[i] == least && equal-- > 0)
                kept[n++] = i;
        }

        return kept;
    }

    private static TermTraits Traits(in CountedTerm term) =>
        (term.Kind != TermKind.Word ? TermTraits.Name : TermTraits.None)
        | (term.Kind == TermKind.Place ? TermTraits.Place : TermTraits.None)
        | (term.Headline > 0 ? TermTraits.Title : TermTraits.None)
        | (term.IsRare && !term.IsPhrase ? TermTraits.MayBeOwn : TermTraits.None);
}
