namespace Stemma.Stories;

/// <summary>The stories at hand, and which of them are near to a report or a story.</summary>
/// <remarks>The work of a search is bounded, however many stories are at hand: rare terms lead it, and it stops when enough places have been looked at.</remarks>
internal sealed class OpenStories(double backgroundTexts)
{
    /// <summary>Terms of a report or story that are looked up: the heaviest; the rest would find the same stories.</summary>
    private const int TermsLookedUp = 48;

    /// <summary>A term in more stories than this finds nothing in particular.</summary>
    private const int MaxPostings = 2000;

    /// <summary>Places looked at in one search, rarest terms first; the term that crosses it is the last.</summary>
    private const int MaxPlaces = 4000;

    private const int RoughCandidates = 24;

    /// <summary>Part of what the best has gathered that a story must have gathered to be looked at closely.</summary>
    private const double LeastOfBest = 0.1;

    private readonly Dictionary<long, OpenStory> stories = [];
    private readonly List<ulong> added = [];
    private readonly List<ulong> dropped = [];
    private readonly List<OpenStory> touched = [];
    private readonly List<(int Places, ulong Id, float Weight)> leads = [];
    private long searches;

    public StoryIndex Index { get; } = new(backgroundTexts);

    public int Count => stories.Count;

    public IEnumerable<OpenStory> All => stories.Values;

    public void Open(OpenStory story)
    {
        stories.Add(story.Slot, story);
        Index.Open();
    }

    public void Add(OpenStory story, StoredReport report)
    {
        added.Clear();
        dropped.Clear();
        story.Add(report, Index.Table, added, dropped);
        foreach (ulong term in added)
            Index.Add(term, story);
        foreach (ulong term in dropped)
            Index.Remove(term, story);
    }

    public void Close(OpenStory story)
    {
        stories.Remove(story.Slot);
        Index.Close();
        foreach (ref readonly TermSum sum in story.Members.Sums)
            Index.Remove(sum.Id, story);
    }

    /// <summary>The stories most like a set of reports, best first, ties by age; never <paramref name="itself"/>.</summary>
    public List<OpenStory> Near(MemberSet set, OpenStory? itself, int count, double least)
    {
        Gather(set, itself);
        List<(OpenStory Story, double Likeness)> near = new(RoughCandidates);
        foreach (OpenStory story in MostGathered())
        {
            double likeness = Likeness(set, story.Members);
            if (likeness > least)
                near.Add((story, likeness));
        }

        near.Sort(static (a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Story.Slot.CompareTo(b.Story.Slot));
        return [.. near.Take(count).Select(n => n.Story)];
    }

    /// <summary>The first <see cref="RoughCandidates"/> of those touched, by insertion: of thousands nearly all fall out at the first look.</summary>
    private List<OpenStory> MostGathered()
    {
        List<OpenStory> most = new(RoughCandidates + 1);
        double least = touched.Count == 0 ? 0 : LeastOfBest * touched.Max(static t => t.Gathered);
        foreach (OpenStory story in touched)
        {
            if (story.Gathered < least || most.Count == RoughCandidates && !Before(story, most[^1]))
                continue;
            int at = most.Count;
            while (at > 0 && Before(story, most[at - 1]))
                at--;
            most.Insert(at, story);
            if (most.Count > RoughCandidates)
                most.RemoveAt(RoughCandidates);
        }

        return most;
    }

    private static bool Before(OpenStory a, OpenStory b) => a.Gathered != b.Gathered ? a.Gathered > b.Gathered : a.Slot < b.Slot;

    /// <summary>Fills <see cref="touched"/> with the stories that share the set's heaviest terms, as far as the bound on places allows.</summary>
    private void Gather(MemberSet set, OpenStory? itself)
    {
        touched.Clear();
        leads.Clear();
        searches++;
        float lightest = Lightest(set);
        foreach (ref readonly TermSum sum in set.Sums)
        {
            if (sum.Weight < lightest)
                continue;
            int places = Index.Of(sum.Id);
            if (places is > 0 and <= MaxPostings)
                leads.Add((places, sum.Id, sum.Weight));
        }

        leads.Sort();
        int looked = 0;
        foreach ((int places, ulong id, float weight) in leads)
        {
            foreach (OpenStory story in Index.StoriesWith(id))
            {
                if (story == itself)
                    continue;
                if (story.Search != searches)
                {
                    (story.Search, story.Gathered) = (searches, 0);
                    touched.Add(story);
                }

                story.Gathered += (double)weight * weight;
            }

            looked += places;
            if (looked > MaxPlaces)
                break;
        }
    }

    private static float Lightest(MemberSet set)
    {
        if (set.Sums.Length <= TermsLookedUp)
            return 0;
        float[] weights = new float[set.Sums.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = set.Sums[i].Weight;
        Array.Sort(weights);
        return weights[^TermsLookedUp];
    }

    private static double Likeness(MemberSet a, MemberSet b)
    {
        double sum = 0;
        ReadOnlySpan<TermSum> left = a.Sums, right = b.Sums;
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            ulong x = left[i].Id, y = right[j].Id;
            if (x == y)
                sum += (double)left[i].Weight * right[j].Weight;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return sum / Math.Sqrt((double)a.Count * b.Count);
    }
}
