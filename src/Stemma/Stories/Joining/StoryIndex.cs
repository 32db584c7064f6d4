namespace Stemma.Stories;

/// <summary>Which of the stories at hand have a term, and how rare that makes it, on top of how common it is in English.</summary>
/// <remarks>Stories and not reports are counted: a name that eleven reports of one event share is not common, it is that event's.</remarks>
internal sealed class StoryIndex(double backgroundTexts)
{
    private readonly Dictionary<ulong, Entry> entries = [];
    private int stories;

    /// <summary>Working space for comparing reports.</summary>
    public SimilarityTable Table { get; } = new();

    public void Open() => stories++;

    public void Close() => stories--;

    public void Add(ulong term, OpenStory story)
    {
        if (!entries.TryGetValue(term, out Entry? entry))
            entries.Add(term, entry = new Entry());
        entry.Add(story);
    }

    public void Remove(ulong term, OpenStory story)
    {
        if (entries.TryGetValue(term, out Entry? entry) && entry.Remove(story) && entry.Count == 0)
            entries.Remove(term);
    }

    /// <summary>Keeps how a term is written, for reasons that are told to people; only of terms that a story has.</summary>
    public void Name(ulong term, string text)
    {
        if (entries.TryGetValue(term, out Entry? entry))
            entry.Text ??= text;
    }

    public string? TextOf(ulong term) => entries.GetValueOrDefault(term)?.Text;

    /// <summary>How many stories have it.</summary>
    public int Of(ulong term) => entries.TryGetValue(term, out Entry? entry) ? entry.Count : 0;

    /// <summary>The stories that have it, oldest first.</summary>
    public ReadOnlySpan<OpenStory> StoriesWith(ulong term) => entries.TryGetValue(term, out Entry? entry) ? entry.Stories : [];

    /// <summary>Inverse document frequency over background and stream together: about 0 for a word of every text, 7 for a new one.</summary>
    /// <param name="background">How many of <see cref="BackgroundFrequencies.Texts"/> English texts have it.</param>
    public double Rarity(ulong term, int background) =>
        Math.Log(1 + (backgroundTexts + stories) / (backgroundTexts * background / BackgroundFrequencies.Texts + Of(term) + 0.5));

    /// <summary>The stories of one term by slot, in an array of its own: most terms stand in one story, for which a list would be the larger part.</summary>
    private sealed class Entry
    {
        private OpenStory[] stories = new OpenStory[1];

        public int Count { get; private set; }

        public string? Text { get; set; }

        public ReadOnlySpan<OpenStory> Stories => stories.AsSpan(0, Count);

        public void Add(OpenStory story)
        {
            if (Count == stories.Length)
                Array.Resize(ref stories, Count + Math.Max(1, Count / 2));
            int at = Count > 0 && stories[Count - 1].Slot > story.Slot ? Find(story.Slot) : Count;
            Array.Copy(stories, at, stories, at + 1, Count - at);
            stories[at] = story;
            Count++;
        }

        public bool Remove(OpenStory story)
        {
            int at = Find(story.Slot);
            if (at == Count || stories[at] != story)
                return false;
            Count--;
            Array.Copy(stories, at + 1, stories, at, Count - at);
            stories[Count] = null!;
            return true;
        }

        /// <summary>Index of the first with this slot or a later one.</summary>
        private int Find(long slot)
        {
            int low = 0, high = Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (stories[middle].Slot < slot)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }
    }
}
