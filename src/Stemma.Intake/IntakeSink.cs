using System.Globalization;
using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>Hands on what the readers of the single forms find, in order of input, as soon as they find it.</summary>
/// <param name="held">Where versions of wire items wait for the last of them; null: each is handed on at once.</param>
internal sealed class IntakeSink(Action<IntakeItem> found, Revisions? held = null)
{
    /// <summary>Most versions that are held: beyond it they go on, and what comes later is a report of its own with the same id.</summary>
    private const int MaxHeld = 10_000;

    /// <summary>How far ahead of its receipt a report may be dated: time zones that were mistaken, and the next day's paper.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>From this year on a date is a counter that ran over or a joke, whenever it was received.</summary>
    private const int EndOfYears = 2200;

    /// <summary>Whether versions of wire items are handed on marked, for another sink to join.</summary>
    public bool MarksVersions { get; init; }

    /// <summary>Whether a report without a sentence is handed on all the same where it has an address: for a caller that reads the page itself.</summary>
    public bool KeepsTeasers { get; init; }

    /// <summary>See <see cref="IntakeItem.Next"/>; given to all that is handed on while it is set.</summary>
    public string? Next { get; set; }

    /// <param name="bytes">What it was read from; empty where there is nothing better than its text.</param>
    public void Add(RawReport report, ReadOnlyMemory<byte> bytes = default)
    {
        report = Checked(report);
        // A cancelled item may come as a bare notice: it is what withdraws the text.
        if (SentenceTest.HasSentence(report.Text) || report.Status is ReportStatus.Withdrawn || (KeepsTeasers && report.Url is not null))
            found(new IntakeItem { Report = report, Bytes = bytes, Next = Next });
        else
            Reject(report.Input, "no sentence in it");
    }

    /// <summary>Adds an item of a wire, of which other versions may follow in this call.</summary>
    public void AddVersion(RawReport report)
    {
        if (MarksVersions)
        {
            found(new IntakeItem { Report = Checked(report), IsVersion = true });
            return;
        }

        if (held is null || !(SentenceTest.HasSentence(report.Text) || report.Status is ReportStatus.Withdrawn))
        {
            Add(report);
            return;
        }

        held.Add(Checked(report));
        if (held.Count >= MaxHeld)
            Release();
    }

    /// <summary>Hands on what another sink marked or passed.</summary>
    public void HandOn(IntakeItem item)
    {
        if (item is { IsVersion: true, Report: { } report })
            AddVersion(report);
        else
            found(item);
    }

    /// <summary>Hands on what is held, the last version of each item.</summary>
    public void Release()
    {
        foreach (RawReport report in held?.Take() ?? [])
            found(new IntakeItem { Report = report });
    }

    public void Add(ConlluDocument document) => found(new IntakeItem { Conllu = document });

    public void Add(LinkList links) => found(new IntakeItem { Links = links });

    public void Reject(string input, string reason) => found(new IntakeItem { Rejected = new Rejection(input, reason), Next = Next });

    public void Remark(string input, string text) => found(new IntakeItem { Remark = new Remark(input, text) });

    /// <summary>The report without dates that cannot be true; each is told.</summary>
    private RawReport Checked(RawReport report) => report with
    {
        Published = Plausible(report, report.Published, "publication date"),
        Updated = Plausible(report, report.Updated, "date of change"),
    };

    private ReportTime? Plausible(RawReport report, ReportTime? time, string what)
    {
        if (time is not { } stated)
            return null;
        if (stated.Day.Year >= EndOfYears || (report.Received is { } received && stated.SortKey > received + Ahead))
        {
            string against = report.Received is { } r ? string.Create(CultureInfo.InvariantCulture, $", received {r.UtcDateTime:yyyy-MM-dd}") : "";
            Remark(report.Input, $"a {what} in the future ({stated}{against}): left out");
            return null;
        }

        return stated;
    }
}
