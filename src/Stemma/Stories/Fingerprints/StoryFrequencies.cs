namespace Stemma.Stories;

/// <summary>In how many of the stories at hand a term stands, on top of how common it is in English.</summary>
/// <remarks>Stories and not reports are counted: a name that eleven reports of one event share is not common, it is that event's.</remarks>
internal sealed class StoryFrequencies(double backgroundTexts)
{
    private readonly Dictionary<ulong, int> counts = [];
    private int stories;

    public void Open() => stories++;

    public void Close() => stories--;

    public void Add(ulong term) => counts[term] = counts.GetValueOrDefault(term) + 1;

    public void Remove(ulong term)
    {
        if (!counts.TryGetValue(term, out int count))
            return;
        if (count == 1)
            counts.Remove(term);
        else
            counts[term] = count - 1;
    }

    public int Of(ulong term) => counts.GetValueOrDefault(term);

    /// <summary>Inverse document frequency over background and stream together: about 0 for a word of every text, 7 for a new one.</summary>
    public double Rarity(ulong term, string stem)
    {
        double background = stem.Length == 0 ? 0 : backgroundTexts * BackgroundFrequencies.Of(stem) / BackgroundFrequencies.Texts;
        return Math.Log(1 + (backgroundTexts + stories) / (background + Of(term) + 0.5));
    }
}
