using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;

namespace Stemma.Times;

/// <summary>Settles the day of reports that state none, where their words and their peers allow only one answer.</summary>
/// <remarks>
/// Every clue of a report puts a cost on each day that comes into question: weekday words with their tense, explicit dates before and after it,
/// sums such as "April 2019 ... four years ago", a dateline's day, a copyright year. Reports of one story come out within days of each other, so the story's
/// day is found first, as the one that costs all of them together least, and each report's day beside it. A day is printed only if nothing more than a day away
/// fits as well. What it misses: a story retold a year later, and a lone report whose only clue is a weekday.
/// </remarks>
public sealed class PublicationDating
{
    /// <summary>A report this far from its story's day costs one point more than one on it.</summary>
    private const double DaysApart = 4;

    /// <summary>Peers further off than this say nothing more.</summary>
    private const double MostApart = 4;

    /// <summary>How much better the best day must fit than any other that is more than a day away.</summary>
    private const double Margin = 0.45;

    /// <summary>How much better the story's day must fit than any other that is more than a week away: the year must be certain.</summary>
    private const double StoryMargin = 0.8;

    /// <summary>How many days around the story's a report is looked for on.</summary>
    private const int Spread = 10;

    /// <summary>Years looked through at most where no peer is dated: bounds the work.</summary>
    private const int MostYears = 14;

    /// <summary>Undated reports that are asked for the story's day: more add work and no certainty.</summary>
    private const int MostWitnesses = 60;

    /// <param name="reports">The reports of one story with their annotations.</param>
    /// <returns>The reports in the same order; one that was undated and could be settled has its day, marked <see cref="PublishedBasis.Inferred"/>.</returns>
    public ImmutableArray<Report> Settle(ImmutableArray<(Report Report, Annotation Annotation)> reports)
    {
        if (reports.All(r => r.Report.Published is not null))
            return [.. reports.Select(r => r.Report)];
        ImmutableArray<DateOnly> dated = [.. reports.Where(r => r.Report.Published is not null).Select(r => r.Report.Published!.Value.Day).Order()];
        ImmutableArray<(Report Report, Annotation Annotation)> peers = [.. reports.Where(r => r.Report.Published is not null)];
        ImmutableArray<ImmutableArray<DayClue>> clues = [.. reports.Select(r => r.Report.Published is null ? Clues(r.Report, r.Annotation, peers) : [])];
        if (Candidates(reports, dated) is not { } span || Story(reports, clues, dated, span) is not { } story)
            return [.. reports.Select(r => r.Report)];
        return [.. reports.Select((r, i) => r.Report.Published is null && Day(clues[i], dated, story, span) is { } day
            ? r.Report with { Published = new ReportTime(day), PublishedBasis = PublishedBasis.Inferred }
            : r.Report)];
    }

    private static ImmutableArray<DayClue> Clues(Report report, Annotation annotation, ImmutableArray<(Report Report, Annotation Annotation)> peers)
    {
        IEnumerable<DayClue> own = DayClueReader.Read(report, annotation);
        IEnumerable<DayClue> cited = CitedPeers.Read(annotation, [.. peers.Select(p => p.Report)]).Distinct().Take(10);
        return SharedFigures.Read(annotation, peers) is { } echo ? [.. own, .. cited, echo] : [.. own, .. cited];
    }

    /// <summary>First and last day that come into question, or null where nothing gives a year.</summary>
    private static (DateOnly First, DateOnly Last)? Candidates(ImmutableArray<(Report Report, Annotation Annotation)> reports, ImmutableArray<DateOnly> dated)
    {
        if (!dated.IsEmpty)
        {
            DateOnly first = dated[0], last = dated[^1];
            return first.Year > 2 && last.Year < 9990 ? (first.AddDays(-Spread), last.AddDays(Spread)) : null;
        }

        int earliest = 0, copyright = 0;
        foreach ((Report report, Annotation annotation) in reports)
        {
            foreach (TimeExpression time in annotation.Times)
            {
                // Only what has happened bounds the day from below; a plan for 2030 bounds nothing.
                if (time.Tense is TimeTense.Past && DayClueReader.Absolute(time) is { Year: > 1800 and < 2200 } said)
                    earliest = Math.Max(earliest, said.Year);
            }

            copyright = Math.Max(copyright, report.CopyrightYear is > 1900 and < 2200 ? report.CopyrightYear.Value : 0);
        }

        if (earliest == 0 && copyright == 0)
            return null;
        // One text may speak of a later year by mistake of ours; a year below the latest costs enough to be chosen only then.
        int from = earliest == 0 ? copyright - 3 : earliest - 1;
        int to = copyright >= from ? Math.Min(copyright, from + MostYears) : from + 8;
        return (new DateOnly(from, 1, 1), new DateOnly(to, 12, 31));
    }

    /// <summary>The day that costs the reports least together, if it is clearly better than any a week away.</summary>
    private static DateOnly? Story(
        ImmutableArray<(Report Report, Annotation Annotation)> reports,
        ImmutableArray<ImmutableArray<DayClue>> clues,
        ImmutableArray<DateOnly> dated,
        (DateOnly First, DateOnly Last) span)
    {
        int days = span.Last.DayNumber - span.First.DayNumber + 1;
        double[] total = new double[days];
        foreach (ImmutableArray<DayClue> own in clues.Where(c => !c.IsEmpty).Take(MostWitnesses))
        {
            double[] cost = new double[days];
            for (int d = 0; d < days; d++)
                cost[d] = Cost(own, span.First.AddDays(d));
            for (int s = 0; s < days; s++)
            {
                double best = double.MaxValue;
                for (int d = Math.Max(0, s - 4); d <= Math.Min(days - 1, s + 4); d++)
                    best = Math.Min(best, cost[d] + Apart(d - s));
                total[s] += best;
            }
        }

        for (int s = 0; s < days; s++)
        {
            foreach (DateOnly peer in dated)
                total[s] += Apart(span.First.DayNumber + s - peer.DayNumber);
        }

        int winner = 0;
        for (int s = 1; s < days; s++)
        {
            if (total[s] < total[winner] - 1e-9)
                winner = s;
        }

        if (dated.IsEmpty)
        {
            for (int s = 0; s < days; s++)
            {
                if (Math.Abs(s - winner) > 7 && total[s] < total[winner] + StoryMargin)
                    return null;
            }
        }

        return span.First.AddDays(winner);
    }

    private static DateOnly? Day(ImmutableArray<DayClue> clues, ImmutableArray<DateOnly> dated, DateOnly story, (DateOnly First, DateOnly Last) span)
    {
        DateOnly first = story.AddDays(-Spread) is var early && early < span.First ? span.First : early;
        DateOnly last = story.AddDays(Spread) is var late && late > span.Last ? span.Last : late;
        // A dateline's own day is believed however far it lies from the day on which most of the story came out: coverage goes on for weeks.
        if (clues.Any(c => c is DayClue.Filed))
            (first, last) = span;
        (DateOnly Day, double Cost)? best = null;
        List<(DateOnly Day, double Cost)> all = [];
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
        {
            int nearest = dated.IsEmpty ? Math.Abs(day.DayNumber - story.DayNumber) : dated.Min(d => Math.Abs(d.DayNumber - day.DayNumber));
            double cost = Cost(clues, day) + 0.5 * (Apart(nearest) + Apart(day.DayNumber - story.DayNumber));
            all.Add((day, cost));
            if (best is null || cost < best.Value.Cost - 1e-9)
                best = (day, cost);
        }

        return best is { } found && all.All(c => Math.Abs(c.Day.DayNumber - found.Day.DayNumber) <= 1 || c.Cost >= found.Cost + Margin)
            ? found.Day
            : null;
    }

    private static double Cost(ImmutableArray<DayClue> clues, DateOnly day)
    {
        double cost = 0;
        foreach (DayClue clue in clues)
            cost += clue.Cost(day);
        return cost;
    }

    private static double Apart(int days) => Math.Min(MostApart, Math.Abs(days) / DaysApart);
}
