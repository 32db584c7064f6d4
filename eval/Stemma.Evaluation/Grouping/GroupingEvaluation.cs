using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Evaluation.Grouping;

/// <summary>Measures grouping on reports with gold stories, in the order given, as a stream: each report where it is once all have been seen.</summary>
public sealed class GroupingEvaluation
{
    public static readonly EvaluationTask Task = new("grouping", "Stories: BCubed and pairwise precision, recall and F1 against story_id, also with times drawn apart.");

    /// <summary>How often times are drawn apart anew.</summary>
    private const int Draws = 5;

    /// <param name="path">As <see cref="GoldStories.Read"/> takes it.</param>
    /// <inheritdoc cref="GoldStories.Read"/>
    public GroupingScore Run(string path, CancellationToken cancellation)
    {
        GoldStories stories = GoldStories.Read(path);
        return Score(stories, cancellation) with
        {
            DrawnOut = GroupingScore.Mean([.. Enumerable.Range(0, Draws).Select(seed => Score(LongStories.Of(stories, seed), cancellation))]),
        };
    }

    private static GroupingScore Score(GoldStories stories, CancellationToken cancellation)
    {
        StoryGrouper grouper = new();
        Assignments assignments = new();
        foreach ((Report report, _) in stories.Reports)
        {
            cancellation.ThrowIfCancellationRequested();
            assignments.Apply(report.Id, grouper.Add(report));
        }

        // A report that was rejected is in no story: it counts as one alone, as in the contract's scorer.
        return GroupingScore.Of([.. stories.Reports.Select(r => (assignments.StoryOf(r.Report.Id), r.Gold)), .. stories.Unread.Select((gold, i) => ("unread " + i, gold))]);
    }
}
