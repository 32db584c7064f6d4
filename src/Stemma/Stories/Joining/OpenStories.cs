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

    private const int RoughCandidates = 16;

    /// <summary>Part of what the best has gathered that a story must have gathered to be looked at closely.</summary>
    private const double LeastOfBest = 0.1;

    /// <summary>Part of the nearest's likeness below which a story is not worth the close look.</summary>
    private const double LeastOfNearest = 0.25;

    /// <summary>By <see cref="OpenStory.Number"/>; null where a number is free.</summary>
    private readonly List<OpenStory?> stories = [];
    private readonly Stack<int> free = [];

    // Working space of a search, by number of story: 12 bytes each, side by side, where the stories themselves lie all over memory.
    private double[] gathered = new double[64];
    private int[] searchOf = new int[64];
    private int search;
    private readonly List<int> touched = [];
    private readonly List<(int Places, ulong Id, float Weight, TermPlaces Of)> leads = [];

    private readonly List<int> added = [];
    private readonly List<ulong> dropped = [];

    public StoryIndex Index { get; } = new(backgroundTexts);

    public int Count => stories.Count - free.Count;

    public IEnumerable<OpenStory> All => stories.OfType<OpenStory>();

    public void Open(OpenStory story)
    {
        if (!free.TryPop(out int number))
        {
            number = stories.Count;
            stories.Add(null);
            if (number == gathered.Length)
            {
                Array.Resize(ref gathered, 2 * number);
                Array.Resize(ref searchOf, 2 * number);
            }
        }

        story.Number = number;
        stories[number] = story;
        Index.Open();
    }

    /// <param name="weighed">The report as it was weighed, if no story has changed since; saves looking its terms up again.</param>
    public void Add(OpenStory story, StoredReport report, WeighedReport? weighed)
    {
        added.Clear();
        dropped.Clear();
        story.Add(report, Index.Table, added, dropped);
        foreach (int i in added)
            Index.Add(report.Fingerprint.Terms[i].Id, story, weighed?.Places[i], weighed?.Texts[i]);
        foreach (ulong term in dropped)
            Index.Remove(term, story);
    }

    public void Close(OpenStory story)
    {
        Index.Close();
        foreach (ref readonly TermSum sum in story.Members.Sums)
            Index.Remove(sum.Id, story);
        stories[story.Number] = null;
        free.Push(story.Number);
    }

    /// <summary>The stories most like a set of reports, best first, ties by age; never <paramref name="itself"/>.</summary>
    /// <param name="weighed">The report as it was weighed, where the set is that one report and no story has changed since.</param>
    public List<OpenStory> Near(MemberSet set, OpenStory? itself, int count, double least, WeighedReport? weighed = null)
    {
        Gather(set, itself, weighed);
        List<(OpenStory Story, double Likeness)> near = new(RoughCandidates);
        foreach (OpenStory story in MostGathered())
        {
            double likeness = Likeness(set, story.Members);
            if (likeness > least)
                near.Add((story, likeness));
        }

        near.Sort(static (a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Story.Slot.CompareTo(b.Story.Slot));
        return [.. near.Take(count).TakeWhile(n => n.Likeness >= LeastOfNearest * near[0].Likeness).Select(n => n.Story)];
    }

    /// <summary>The first <see cref="RoughCandidates"/> of those touched, by insertion: of thousands nearly all fall out at the first look.</summary>
    private List<OpenStory> MostGathered()
    {
        double least = 0;
        foreach (int number in touched)
            least = Math.Max(least, LeastOfBest * gathered[number]);
        List<OpenStory> most = new(RoughCandidates + 1);
        foreach (int number in touched)
        {
            if (gathered[number] < least || most.Count == RoughCandidates && gathered[number] < gathered[most[^1].Number])
                continue;
            OpenStory story = stories[number]!;
            int at = most.Count;
            while (at > 0 && Before(story, most[at - 1]))
                at--;
            most.Insert(at, story);
            if (most.Count > RoughCandidates)
                most.RemoveAt(RoughCandidates);
        }

        return most;
    }

    private bool Before(OpenStory a, OpenStory b) =>
        gathered[a.Number] != gathered[b.Number] ? gathered[a.Number] > gathered[b.Number] : a.Slot < b.Slot;

    /// <summary>Fills <see cref="touched"/> with the stories that share the set's heaviest terms, as far as the bound on places allows.</summary>
    private void Gather(MemberSet set, OpenStory? itself, WeighedReport? weighed)
    {
        touched.Clear();
        leads.Clear();
        search = unchecked(search + 1);
        float lightest = Lightest(set);
        for (int i = 0; i < set.Sums.Length; i++)
        {
            ref readonly TermSum sum = ref set.Sums[i];
            if (sum.Weight < lightest)
                continue;
            TermPlaces? places = weighed is null ? Index.Find(sum.Id) : weighed.Places[i];
            if (places is { Count: > 0 and <= MaxPostings })
                leads.Add((places.Count, sum.Id, sum.Weight, places));
        }

        leads.Sort(static (a, b) => a.Places != b.Places ? a.Places.CompareTo(b.Places) : a.Id.CompareTo(b.Id));
        int looked = 0;
        foreach ((int count, _, float weight, TermPlaces places) in leads)
        {
            double square = (double)weight * weight;
            foreach (int number in places.Stories)
            {
                if (searchOf[number] != search)
                {
                    (searchOf[number], gathered[number]) = (search, 0);
                    touched.Add(number);
                }

                gathered[number] += square;
            }

            looked += count;
            if (looked > MaxPlaces)
                break;
        }

        if (itself is not null)
            touched.Remove(itself.Number);
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
