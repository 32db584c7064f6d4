using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Streaming grouping: each report joins the best story at hand or starts one; what it shows of earlier placements is mended.</summary>
/// <remarks>
/// Deterministic for a given order of arrival. One instance is one stream; not safe to share between threads. Time decays and never cuts: an undated report
/// is compared without it. Memory: at most <see cref="MaxReports"/> reports are at hand, 5 to 11 KB each and never more than about 15; beyond that the stories that
/// were silent longest are closed, and what was last said of their reports stands. The work for a report does not grow with the reports at hand,
/// except that more of them look alike (measured in <c>bench/README.md</c>).
/// </remarks>
public sealed class StoryGrouper
{
    /// <summary>Reports at hand, unless another limit is given.</summary>
    public const int DefaultMaxReports = 100_000;

    /// <summary>Up to so many reports each one that joins may show a story to be two, or one with another; from then on every fourth, as one more changes little.</summary>
    private const int AlwaysDue = 8;
    private const int DueEvery = 4;

    private const int JoinCandidates = 8;
    private const int MergeCandidates = 3;

    /// <summary>Least likeness (cosine) at which a story is looked at.</summary>
    private const double LeastToJoin = 0.04;
    private const double LeastToMerge = 0.15;

    private readonly GroupingWeights weights;
    private readonly OpenStories stories;
    private readonly Dictionary<string, OpenStory> storyOf = new(StringComparer.Ordinal);
    private long arrivals;
    private long slots;

    /// <param name="maxReports">Reports that may be at hand, at least 10.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxReports"/> is below 10.</exception>
    public StoryGrouper(int maxReports = DefaultMaxReports)
        : this(GroupingWeights.Default, maxReports)
    {
    }

    internal StoryGrouper(GroupingWeights weights, int maxReports = DefaultMaxReports)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxReports, 10);
        (this.weights, stories, MaxReports) = (weights, new OpenStories(weights.BackgroundTexts), maxReports);
    }

    /// <summary>Reports that may be at hand.</summary>
    public int MaxReports { get; }

    /// <summary>Hears of everything that is measured, for training.</summary>
    internal Action<MemberSet, MemberSet, double[]>? Observer { get; init; }

    public StageId Id { get; } = new("stories", 3);

    /// <summary>The story that a report is in by now; null where it was never added or its story has been closed.</summary>
    public string? StoryOf(string report) => storyOf.GetValueOrDefault(report)?.Id;

    /// <summary>Which story was opened when, for <see cref="Resume"/>: larger is later. Changes when a story is mended. Null where no such story is open.</summary>
    public long? SlotOf(string story) => stories.All.FirstOrDefault(s => s.Id == story)?.Slot;

    /// <summary>Goes on with a stream where another grouper left it: the placements that follow are those that it would have made.</summary>
    /// <param name="open">The reports of its open stories, in order of arrival.</param>
    /// <exception cref="InvalidOperationException">This grouper has placed reports already.</exception>
    /// <exception cref="InvalidDataException">A report's memory is damaged or of another version.</exception>
    public void Resume(IEnumerable<PlacedReport> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        if (storyOf.Count > 0)
            throw new InvalidOperationException("Only a new grouper can go on with another's stream.");
        Dictionary<string, List<PlacedReport>> reports = new(StringComparer.Ordinal);
        foreach (PlacedReport report in open)
        {
            if (!reports.TryGetValue(report.Story, out List<PlacedReport>? members))
                reports.Add(report.Story, members = []);
            members.Add(report);
        }

        foreach ((string id, List<PlacedReport> members) in reports.OrderBy(s => s.Value[0].Slot).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            OpenStory story = new(members[0].Slot, id);
            stories.Open(story);
            foreach (PlacedReport report in members.OrderBy(m => m.Arrival))
            {
                stories.Add(story, new StoredReport(report.Report, report.Arrival, FingerprintForm.Read(report.Memory.AsSpan())), null);
                storyOf[report.Report] = story;
                (arrivals, slots) = (Math.Max(arrivals, report.Arrival + 1), Math.Max(slots, report.Slot + 1));
            }
        }
    }

    /// <summary>Places the next report of the stream.</summary>
    public Placement Add(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return storyOf.ContainsKey(report.Id) ? Known(report.Id) : Add(ReportTerms.Read(report));
    }

    /// <summary>Places the next report of the stream, whose terms were read before, on whatever thread.</summary>
    public Placement Add(ReportTerms report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (storyOf.ContainsKey(report.Report))
            return Known(report.Report);

        WeighedReport weighed = FingerprintReader.Read(report, stories.Index, weights);
        MemberSet alone = MemberSet.Of([weighed.Fingerprint]);
        (OpenStory? best, double odds) = Best(alone, weighed);
        string reason;
        if (best is not null && odds >= weights.Join + (best.Members.Count == 1 ? weights.JoinAlone : 0))
        {
            reason = GroupingReasons.Joins(alone, best, odds, stories.Index);
        }
        else
        {
            reason = GroupingReasons.Starts(best, odds);
            stories.Open(best = new OpenStory(slots++));
        }

        stories.Add(best, new StoredReport(report.Report, arrivals++, weighed.Fingerprint), weighed);
        storyOf[report.Report] = best;
        List<StoryChange> changes = [];
        foreach (OpenStory part in Split(best, changes))
            Merge(part, changes);
        return new Placement(storyOf[report.Report].Id, reason)
        {
            Changes = [.. changes],
            Memory = FingerprintForm.Write(weighed.Fingerprint),
            Slot = storyOf[report.Report].Slot,
            Closed = CloseSilent(),
        };
    }

    private Placement Known(string report) => new(storyOf[report].Id, "was added before");

    private (OpenStory? Story, double Odds) Best(MemberSet alone, WeighedReport weighed)
    {
        (OpenStory? Story, double Odds) best = (null, double.NegativeInfinity);
        foreach (OpenStory story in stories.Near(alone, null, JoinCandidates, LeastToJoin, weighed))
        {
            double odds = Odds(alone, story.Members, 1);
            if (odds > best.Odds && !Clashes(weighed.Fingerprint, story))
                best = (story, odds);
        }

        return best;
    }

    /// <summary>Whether its headline fills the template of most of the story's headlines with another name, day or instance.</summary>
    private static bool Clashes(Fingerprint fingerprint, OpenStory story)
    {
        int clashes = 0;
        foreach (Fingerprint member in story.Members.Members)
        {
            if (fingerprint.Headline.ClashWith(member.Headline, fingerprint, member) != HeadlineClash.None)
                clashes++;
        }

        return clashes > 0 && clashes * 2 >= story.Members.Members.Count;
    }

    private double Odds(MemberSet a, MemberSet b, int own)
    {
        double[] bond = Bond.Measure(a, b, stories.Index, own, weights.DecayDays);
        Observer?.Invoke(a, b, bond);
        return Math.Min(a.Count, b.Count) == 1 ? weights.LogOdds(bond) : weights.PairLogOdds(bond);
    }

    /// <returns>The story, or its two parts where it came apart.</returns>
    private List<OpenStory> Split(OpenStory story, List<StoryChange> changes)
    {
        int count = story.Members.Count;
        if (count < weights.SmallestSplit || count > MemberSet.MaxKept || !IsDue(count))
            return [story];
        bool[] first = Halves.Of(story.Members);
        double odds = OddsOfParts(story.Members, first);
        if (odds >= weights.Split)
        {
            // Not two stories; but perhaps one and a stranger that came when there was less to compare it with.
            first = Halves.AllButWeakest(story.Members);
            odds = OddsOfParts(story.Members, first);
            if (odds >= weights.Join - weights.Leave)
                return [story];
        }

        string before = story.Id;
        stories.Close(story);
        List<StoredReport> all = story.Stored();
        // The part of the earliest member keeps the id, so that only the other reports have moved.
        OpenStory stays = Reopen(all.Where((_, i) => first[i]), before), leaves = Reopen(all.Where((_, i) => !first[i]));
        changes.Add(new StoryChange(StoryChangeKind.Split, before, leaves.Id, [.. leaves.Reports], GroupingReasons.Splits(odds)));
        return [stays, leaves];
    }

    private double OddsOfParts(MemberSet members, bool[] first) =>
        Odds(MemberSet.Part(members, first, true), MemberSet.Part(members, first, false), 1);

    private static bool IsDue(int count) => count <= AlwaysDue || count % DueEvery == 0;

    private void Merge(OpenStory story, List<StoryChange> changes)
    {
        // A report that has just started a story was held against all others a moment ago.
        if (story.Count == 1 && changes.Count == 0 || !IsDue(story.Count))
            return;
        foreach (OpenStory other in stories.Near(story.Members, story, MergeCandidates, LeastToMerge))
        {
            if (Math.Max(story.Members.Count, other.Members.Count) > MemberSet.MaxKept || changes.Exists(c => c.To == other.Id || c.From == other.Id))
                continue;
            double odds = Odds(story.Members, other.Members, 2);
            if (odds <= weights.Merge + (story.Members.Count + other.Members.Count == 2 ? weights.JoinAlone : 0) || story.Members.Members.Exists(m => Clashes(m, other)))
                continue;
            (OpenStory into, OpenStory from) = story.FirstArrival < other.FirstArrival ? (story, other) : (other, story);
            changes.Add(new StoryChange(StoryChangeKind.Merged, from.Id, into.Id, [.. from.Reports], GroupingReasons.Merges(from, into, odds, stories.Index)));
            stories.Close(from);
            stories.Close(into);
            Reopen(into.Stored().Concat(from.Stored()).OrderBy(r => r.Arrival), into.Id);
            return;
        }
    }

    private OpenStory Reopen(IEnumerable<StoredReport> reports, string? id = null)
    {
        OpenStory story = new(slots++, id);
        stories.Open(story);
        foreach (StoredReport report in reports)
        {
            stories.Add(story, report, null);
            storyOf[report.Id] = story;
        }

        return story;
    }

    /// <returns>Ids of the stories closed.</returns>
    private ImmutableArray<string> CloseSilent()
    {
        // A tenth at once, so that the oldest are looked for once in ten thousand reports.
        if (storyOf.Count <= MaxReports)
            return [];
        ImmutableArray<string>.Builder closed = ImmutableArray.CreateBuilder<string>();
        foreach (OpenStory story in stories.All.OrderBy(s => s.LastArrival).ToList())
        {
            if (storyOf.Count <= MaxReports - MaxReports / 10)
                break;
            stories.Close(story);
            closed.Add(story.Id);
            foreach (string report in story.Reports)
                storyOf.Remove(report);
        }

        return closed.ToImmutable();
    }
}
