using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Watch;

/// <summary>What of a story has to be remembered to tell later what changed: some kilobytes where the picture has hundreds.</summary>
/// <remarks>
/// Ids of claims are given anew with each weighing, so claims are remembered by the statements in them: a report's id and the words, as a digest. What was remembered is
/// replaced only when every alert drawn from it is kept: so a process may be killed at any moment and no change goes untold.
/// </remarks>
public sealed record StorySnapshot
{
    public required string Story { get; init; }

    /// <summary>Rises with each snapshot of the story.</summary>
    public required int Turn { get; init; }

    public required ImmutableArray<string> Reports { get; init; }

    /// <summary>Of these, those taken back.</summary>
    public required ImmutableArray<string> Withdrawn { get; init; }

    public required ImmutableArray<ClaimSnapshot> Claims { get; init; }

    public required ImmutableArray<NumberSnapshot> Numbers { get; init; }

    /// <summary>Of a story that nothing is known of yet.</summary>
    public static StorySnapshot Empty(string story) => new() { Story = story, Turn = 0, Reports = [], Withdrawn = [], Claims = [], Numbers = [] };

    public static StorySnapshot Of(Story story, int turn)
    {
        ArgumentNullException.ThrowIfNull(story);
        Dictionary<string, Assertion> assertions = story.Assertions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        return new StorySnapshot
        {
            Story = story.Id,
            Turn = turn,
            Reports = [.. story.Reports.Select(r => r.Id)],
            Withdrawn = [.. story.Reports.Where(IsWithdrawn).Select(r => r.Id)],
            Claims = [.. story.Claims.Select(c => new ClaimSnapshot(
                [.. c.Assertions.Select(a => KeyOf(assertions[a])).Distinct(StringComparer.Ordinal)],
                c.Status,
                c.Support.OriginsAtLeast,
                [.. c.Assertions.Select(a => assertions[a]).Where(a => a.Stance is Stance.Denies).Select(KeyOf).Distinct(StringComparer.Ordinal)]))],
            Numbers = [.. story.Differences.Where(d => d.Kind is DifferenceKind.Number).Select(d => new NumberSnapshot(
                d.Verdict,
                [.. d.Positions.Select(p => p.Value)],
                [.. d.Positions.SelectMany(p => p.Assertions).Select(a => KeyOf(assertions[a])).Distinct(StringComparer.Ordinal)]))],
        };
    }

    /// <summary>A report that was cancelled, or that says of itself that it is taken back.</summary>
    public static bool IsWithdrawn(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Status is ReportStatus.Withdrawn || report.Notes.Any(n => n.Kind is EditorNoteKind.Retraction);
    }

    /// <summary>The same for the same words in the same report, whatever else is found in it: 12 hexadecimal digits.</summary>
    public static string KeyOf(Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        return StableHash.Digest(assertion.Report + "\n" + assertion.At.Quote, 12);
    }
}

/// <param name="Assertions">Keys, as <see cref="StorySnapshot.KeyOf"/>.</param>
/// <param name="AtLeast">How many origins must be different ones.</param>
/// <param name="Denials">Of the assertions, those that deny.</param>
public sealed record ClaimSnapshot(ImmutableArray<string> Assertions, ClaimStatus Status, int AtLeast, ImmutableArray<string> Denials);

/// <summary>A difference in numbers.</summary>
public sealed record NumberSnapshot(Verdict Verdict, ImmutableArray<string> Values, ImmutableArray<string> Assertions);
