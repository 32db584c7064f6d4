namespace Stemma.Stories;

/// <summary>Which of the stories at hand have a term, and how rare that makes it, on top of how common it is in English.</summary>
/// <remarks>Stories and not reports are counted: a name that eleven reports of one event share is not common, it is that event's.</remarks>
internal sealed class StoryIndex(double backgroundTexts)
{
    private readonly Dictionary<ulong, TermPlaces> terms = [];
    private int stories;

    /// <summary>Working space for comparing reports.</summary>
    public SimilarityTable Table { get; } = new();

    public void Open() => stories++;

    public void Close() => stories--;

    /// <returns>Where the term stands by now; null where no story has it.</returns>
    public TermPlaces? Find(ulong term) => terms.GetValueOrDefault(term);

    /// <param name="known">As <see cref="Find"/> gave it, if it was asked since the last change; saves a search.</param>
    /// <param name="text">How it is written, if that is known.</param>
    public void Add(ulong term, OpenStory story, TermPlaces? known, string? text)
    {
        if (known is null && !terms.TryGetValue(term, out known))
            terms.Add(term, known = new TermPlaces());
        known.Add(story.Number);
        known.Text ??= text;
    }

    public void Remove(ulong term, OpenStory story)
    {
        // A term that no story has is kept no longer: the next report with it begins anew.
        if (terms.TryGetValue(term, out TermPlaces? places) && places.Remove(story.Number) && places.Count == 0)
            terms.Remove(term);
    }

    public string? TextOf(ulong term) => Find(term)?.Text;

    /// <summary>How many stories have it.</summary>
    public int Of(ulong term) => Find(term)?.Count ?? 0;

    /// <summary>Inverse document frequency over background and stream together: about 0 for a word of every text, 7 for a new one.</summary>
    /// <param name="places">How many stories have it.</param>
    /// <param name="background">How many of <see cref="BackgroundFrequencies.Texts"/> English texts have it.</param>
    public double Rarity(int places, int background) =>
        Math.Log(1 + (backgroundTexts + stories) / (backgroundTexts * background / BackgroundFrequencies.Texts + places + 0.5));
}
