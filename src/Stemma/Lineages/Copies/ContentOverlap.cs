using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>How much of what one report tells is told in another, in whatever words.</summary>
internal sealed class ContentOverlap
{
    private readonly Dictionary<string, Dictionary<string, double>> weights = new(StringComparer.Ordinal);

    /// <param name="texts">All reports of the story: what all of them tell says nothing of who rests on whom.</param>
    public ContentOverlap(IReadOnlyList<LineageText> texts)
    {
        Dictionary<string, int> reports = new(StringComparer.Ordinal);
        Dictionary<string, HashSet<string>> stems = new(StringComparer.Ordinal);
        foreach (LineageText text in texts)
        {
            HashSet<string> own = new(text.Words.Where(w => !BackgroundFrequencies.IsStopWord(w.Folded)).Select(w => WordStem.Of(w.Folded)), StringComparer.Ordinal);
            stems.Add(text.Id, own);
            foreach (string stem in own)
                reports[stem] = reports.GetValueOrDefault(stem) + 1;
        }

        foreach (LineageText text in texts)
        {
            weights.Add(text.Id, stems[text.Id].ToDictionary(
                s => s,
                s => Math.Log(1 + (double)BackgroundFrequencies.Texts / (BackgroundFrequencies.Of(s) + 20)) * Math.Log(1 + (double)texts.Count / reports[s]),
                StringComparer.Ordinal));
        }
    }

    /// <summary>Part of the telling words of <paramref name="from"/>, by weight, that stand in <paramref name="to"/>: 0 to 1.</summary>
    public double Of(LineageText from, LineageText to)
    {
        double all = 0, shared = 0;
        Dictionary<string, double> there = weights[to.Id];
        foreach ((string stem, double weight) in weights[from.Id])
        {
            all += weight;
            if (there.ContainsKey(stem))
                shared += weight;
        }

        return all > 0 ? shared / all : 0;
    }
}
