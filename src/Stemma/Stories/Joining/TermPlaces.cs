namespace Stemma.Stories;

/// <summary>The stories at hand that have one term, in no order.</summary>
/// <remarks>Numbers and no references, in an array of its own: a search looks at thousands of them, and most terms stand in one story.</remarks>
internal sealed class TermPlaces
{
    private int[] stories = new int[1];

    public int Count { get; private set; }

    /// <summary>How the term is written, for reasons that are told to people; null until a report has told.</summary>
    public string? Text { get; set; }

    /// <summary>By <see cref="OpenStory.Number"/>.</summary>
    public ReadOnlySpan<int> Stories => stories.AsSpan(0, Count);

    public void Add(int story)
    {
        if (Count == stories.Length)
            Array.Resize(ref stories, Count + Math.Max(1, Count / 2));
        stories[Count++] = story;
    }

    public bool Remove(int story)
    {
        int at = Stories.IndexOf(story);
        if (at < 0)
            return false;
        stories[at] = stories[--Count];
        return true;
    }
}
