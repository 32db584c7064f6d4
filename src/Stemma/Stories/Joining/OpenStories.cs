namespace Stemma.Stories;

/// <summary>The stories at hand, and which of them have a term.</summary>
internal sealed class OpenStories(double backgroundTexts)
{
    /// <summary>Terms of a report or story that are looked up: the heaviest; the rest would find the same stories.</summary>
    private const int TermsLookedUp = 48;

    /// <summary>A term in more stories than this finds nothing in particular.</summary>
    private const int MaxPostings = 2000;

    private const int RoughCandidates = 24;

    private readonly Dictionary<long, OpenStory> stories = [];
    private readonly Dictionary<ulong, List<long>> postings = [];

    public StoryFrequencies Frequencies { get; } = new(backgroundTexts);

    public int Count => stories.Count;

    public IEnumerable<OpenStory> All => stories.Values;

    public void Open(OpenStory story)
    {
        stories.Add(story.Slot, story);
        Frequencies.Open();
    }

    public void Add(OpenStory story, StoredReport report)
    {
        foreach (Term term in report.Fingerprint.Terms)
        {
            if (story.Members.Of(term.Id).Reports > 0)
                continue;
            Frequencies.Add(term.Id);
            if (!postings.TryGetValue(term.Id, out List<long>? slots))
                postings.Add(term.Id, slots = []);
            slots.Add(story.Slot);
        }

        foreach (ulong term in story.Add(report))
            Forget(story, term);
    }

    public void Close(OpenStory story)
    {
        stories.Remove(story.Slot);
        Frequencies.Close();
        foreach (ulong term in story.Members.Sums.Keys)
            Forget(story, term);
    }

    private void Forget(OpenStory story, ulong term)
    {
        Frequencies.Remove(term);
        if (postings.TryGetValue(term, out List<long>? slots) && slots.Remove(story.Slot) && slots.Count == 0)
            postings.Remove(term);
    }

    /// <summary>The stories most like a set of reports, best first, ties by age; never <paramref name="itself"/>.</summary>
    public List<OpenStory> Near(MemberSet set, OpenStory? itself, int count, double least)
    {
        Dictionary<long, double> rough = [];
        foreach ((ulong id, TermSum sum) in set.Sums.OrderByDescending(s => s.Value.Weight).ThenBy(s => s.Key).Take(TermsLookedUp))
        {
            if (!postings.TryGetValue(id, out List<long>? slots) || slots.Count > MaxPostings)
                continue;
            foreach (long slot in slots)
                rough[slot] = rough.GetValueOrDefault(slot) + (double)sum.Weight * sum.Weight;
        }

        return [.. rough
            .Where(r => r.Key != itself?.Slot)
            .OrderByDescending(r => r.Value)
            .ThenBy(r => r.Key)
            .Take(RoughCandidates)
            .Select(r => (Story: stories[r.Key], Likeness: Likeness(set, stories[r.Key].Members)))
            .Where(c => c.Likeness > least)
            .OrderByDescending(c => c.Likeness)
            .ThenBy(c => c.Story.Slot)
            .Take(count)
            .Select(c => c.Story)];
    }

    private static double Likeness(MemberSet a, MemberSet b)
    {
        double sum = 0;
        foreach ((ulong id, TermSum left) in a.Sums)
            sum += (double)left.Weight * b.Of(id).Weight;
        return sum / Math.Sqrt((double)a.Count * b.Count);
    }
}
