namespace Stemma.Stories;

/// <summary>Counts the table that <see cref="BackgroundFrequencies"/> reads, from corpora of any kind.</summary>
/// <remarks>
/// Each corpus is cut into texts of <see cref="TextLength"/> words; a stem's figure is the mean over the corpora of the share of texts that have it,
/// so that a large corpus of one subject (an election, a civil war) does not make its own words common English.
/// </remarks>
public static class BackgroundCounter
{
    /// <summary>Words a text: about a report.</summary>
    public const int TextLength = 300;

    /// <summary>A stem has to occur in so many corpora, else it is a word of their subject.</summary>
    public const int MinCorpora = 3;

    /// <returns>Stems with how many of 10,000 texts have them, at least 1; commonest first, then by the alphabet.</returns>
    public static IReadOnlyList<(string Stem, int Count)> Count(IEnumerable<(string Corpus, string Text)> documents)
    {
        Dictionary<string, Dictionary<string, double>> shares = new(StringComparer.Ordinal);
        int corpora = 0;
        foreach (IGrouping<string, (string Corpus, string Text)> corpus in documents.GroupBy(d => d.Corpus, StringComparer.Ordinal))
        {
            corpora++;
            foreach ((string stem, double share) in Shares(corpus.Select(d => d.Text)))
            {
                if (!shares.TryGetValue(stem, out Dictionary<string, double>? of))
                    shares.Add(stem, of = new(StringComparer.Ordinal));
                of[corpus.Key] = share;
            }
        }

        return [.. shares
            .Where(s => s.Value.Count >= MinCorpora)
            .Select(s => (Stem: s.Key, Count: (int)Math.Round(s.Value.Values.Sum() / corpora * BackgroundFrequencies.Texts)))
            .Where(s => s.Count > 0)
            .OrderByDescending(s => s.Count)
            .ThenBy(s => s.Stem, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Stem, double Share)> Shares(IEnumerable<string> texts)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int total = 0;
        foreach (Word[] text in texts.SelectMany(WordScanner.Scan).Chunk(TextLength))
        {
            total++;
            foreach (string stem in text.Where(w => w.Shape != WordShape.Number).Select(w => WordStem.Of(w.Folded)).Distinct(StringComparer.Ordinal))
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts.Select(c => (c.Key, (double)c.Value / total));
    }
}
