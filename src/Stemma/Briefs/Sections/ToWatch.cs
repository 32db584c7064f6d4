using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Times;

namespace Stemma.Briefs.Sections;

/// <summary>What lies ahead: dates that are set, plans, expectations, warnings, promises.</summary>
internal static class ToWatch
{
    private const int Max = 10;
    private const double Shared = 0.45;
    private const int Considered = 200;
    private const int Foremost = 4;
    private const int Reserved = 4;
    private const double Strong = 1.5;

    // What the last report expects counts for more than what the first did.
    private const double Recent = 0.4;

    // Days for which an expectation without a date is still one.
    private const int Fresh = 4;

    /// <summary>Weight from which a sentence is worth watching.</summary>
    public const double Least = 0.6;

    private static readonly Phrases Lexicon = Phrases.Read("Briefs/Ahead.en.tsv");

    /// <summary>The few dated plans that an editor would look for here and not among the facts; what the whole story is about is both.</summary>
    public static ImmutableArray<Point> Reserve(StoryMaterial material, Salience salience, PointMaker maker)
    {
        HashSet<string> foremost = [.. material.Set.Claims.OrderByDescending(salience.Of).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Foremost).Select(c => c.Id)];
        return [.. material.Sentences
            .Where(s => !s.Assertions.Any(a => foremost.Contains(a.Claim)) && Weight(s, material) >= Strong)
            .OrderByDescending(s => salience.Centrality(s.Content))
            .ThenBy(s => s.ReportIndex)
            .ThenBy(s => s.Index)
            .Take(Reserved)
            .Select(s => maker.Of(s))
            .OfType<Point>()];
    }

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, Told told, ImmutableArray<Point> shown)
    {
        // What has come to pass is no longer to be watched for, however it was announced.
        FrozenSet<string> known = shown.SelectMany(p => p.Claims.Take(1)).Where(c => material.Claim(c)?.Status == ClaimStatus.Confirmed).ToFrozenSet(StringComparer.Ordinal);
        List<(StorySentence Sentence, double Score)> open = [.. material.Sentences
            .Select(s => (Sentence: s, Weight: Weight(s, material)))
            .Where(s => s.Weight >= Least && material.Stands(s.Sentence) && !s.Sentence.Assertions.Any(a => material.IsSuperseded(a.Claim)))
            .Select(s => (s.Sentence, Score: s.Weight + (0.4 * salience.Centrality(s.Sentence.Content)) + (0.2 * s.Sentence.Prominence)
                - (told.Has(s.Sentence.Content, 0.7) ? 0.4 : 0)
                - (material.Copies.Contains(s.Sentence.Report.Report.Id) ? 0.2 : 0)
                + (Recent * (s.Sentence.ReportIndex + 1) / material.Reports.Length)))
            .OrderByDescending(s => s.Score)
            .ThenByDescending(s => s.Sentence.ReportIndex)
            .ThenBy(s => s.Sentence.Index)
            .Take(Considered)];
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        Told here = new();
        foreach (Point point in shown)
            here.Keep(point.Text);
        while (points.Count < Max && open.Count > 0)
        {
            int next = here.Freshest(open, s => s.Score, s => s.Sentence.Content);
            StorySentence sentence = open[next].Sentence;
            open.RemoveAt(next);
            if (here.Has(sentence.Content, Shared) || maker.Of(sentence) is not { } point || here.Has(point.Text, Shared) || point.Claims.Take(1).Any(known.Contains))
                continue;
            points.Add(point);
            here.Add(point.Text);
        }

        return points.ToImmutable();
    }

    /// <summary>0 to about 3: by the words that point ahead, by a date after the last report, by plans and promises stated.</summary>
    public static double Weight(StorySentence sentence, StoryMaterial material)
    {
        ImmutableArray<double> found = [.. Lexicon.In(sentence.Words).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        double words = found.Any(v => v < 0) ? -1 : found.DefaultIfEmpty().Max();
        double weight = words switch { >= 3 => 0.9, >= 2 => 0.6, >= 1 => 0.3, _ => 0 };
        (bool ahead, bool stale) = Days(sentence, material);
        // What was to come has come by the time of the last report, or was said of a day that is over.
        if (words < 0 || (stale && !ahead))
            return 0;
        if (ahead)
            weight += weight > 0 || Future(sentence) ? 1 : 0.3;
        if (sentence.Assertions.Any(a => material.Claim(a.Claim)?.Kind == ClaimKind.Plan))
            weight += 0.5;
        bool vows = sentence.Assertions.Any(a => a.Stance is Stance.Promises or Stance.Threatens);
        if (words == 0 && !ahead && !vows)
            return 0;
        // In an affair of weeks, what was expected without a date on its first day has come or not.
        if (!ahead && sentence.Report.Report.Published?.Day is { } said && material.LastDay is { } last && last.DayNumber - said.DayNumber > Fresh)
            return 0;
        weight += vows ? 0.5 : 0;
        if (Future(sentence))
            weight += 0.25;
        bool opinion = !sentence.Assertions.IsEmpty && sentence.Assertions.All(a => material.Claim(a.Claim)?.Kind == ClaimKind.Opinion);
        if (KeyFacts.IsCourtesy(sentence))
            return 0;
        return opinion || NotKnown.Says(sentence) ? weight - 0.8 : weight;
    }

    private static bool Future(StorySentence sentence) =>
        sentence.Report.Annotation.Events.Any(e => e.Tense == EventTense.Future && sentence.Span.Contains(e.Span));

    /// <summary>Whether it names a day after the last report; and whether the only days that lay ahead of it have passed since.</summary>
    private static (bool Ahead, bool Stale) Days(StorySentence sentence, StoryMaterial material)
    {
        bool stale = false;
        foreach (ResolvedTime time in sentence.Report.Times)
        {
            // The first day decides; for a bound ("by 30 April") its end does.
            DateOnly? day = time.Bound == TimeBound.NotAfter ? time.To : time.From ?? time.To;
            if (time.Duration is not null || day is null || !sentence.Span.Contains(time.Span))
                continue;
            if (day > material.LastDay)
                return (true, false);
            DateOnly? published = sentence.Report.Report.Published?.Day;
            stale |= published < material.LastDay && day >= published;
        }

        return (false, stale);
    }
}
