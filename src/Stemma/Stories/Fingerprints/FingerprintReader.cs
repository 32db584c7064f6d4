using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Stories;

/// <summary>Weighs the terms of a report by where they stand and how rare they are, in English and in the stories seen so far.</summary>
internal static class FingerprintReader
{
    /// <summary>A word that fewer of 10,000 texts have may be one story's own.</summary>
    private const int RareWord = 50;

    public static Fingerprint Read(Report report, StoryFrequencies frequencies, GroupingWeights weights)
    {
        List<(TermCounts Counts, ulong Id, double Weight)> all = [];
        foreach (TermCounts term in TermReader.Read(report))
        {
            ulong id = StableHash.Of(term.Text);
            double count = weights.Headline * term.Headline + weights.Lead * term.Lead + term.Body;
            double rarity = frequencies.Rarity(id, term.Stem);
            double kind = term.IsName ? (term.Stem.Length == 0 ? weights.FullName : weights.Name) : term.Stem.Length == 0 ? weights.Number : 1;
            if (term.IsPlace)
                kind *= weights.Place;
            all.Add((term, id, (1 + Math.Log(count)) * Math.Pow(rarity, weights.RarityPower) * kind));
        }

        all.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Counts.Text, b.Counts.Text));
        if (all.Count > Fingerprint.MaxTerms)
            all.RemoveRange(Fingerprint.MaxTerms, all.Count - Fingerprint.MaxTerms);
        double length = Math.Sqrt(all.Sum(t => t.Weight * t.Weight));
        all.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return new Fingerprint(
            [.. all.Select(t => new Term(t.Id, t.Counts.Text, (float)(t.Weight / length), t.Counts.IsPlace ? TermKind.Place : t.Counts.IsName ? TermKind.Name : TermKind.Word, BackgroundFrequencies.Of(t.Counts.Stem) < RareWord))],
            [.. all.Where(t => t.Counts.Headline > 0).Select(t => t.Id)],
            QuotedWords.Read(report.Body),
            report.Published?.SortKey,
            HeadlineShape.Of(report.Headline));
    }
}
