using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Text;

namespace Stemma.Briefs.Sections;

/// <summary>Where reports or the people in them contradict each other: both sides, each with its holder; nothing is averaged.</summary>
internal static class Disputed
{
    private const int Max = 12;
    private const int SideLength = 148;
    private const double Shared = 0.7;
    private const int Enough = 8;
    private const int Considered = 100;

    private static readonly Phrases Lexicon = Phrases.Read("Briefs/Denials.en.tsv");

    /// <param name="unknown">Told as not known: who will not say contradicts nobody.</param>
    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, ImmutableArray<Point> unknown)
    {
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        Told here = new();
        HashSet<string> covered = new(StringComparer.Ordinal);
        List<Difference> laid = [];
        foreach (Difference difference in material.Differences.Where(d => d.Verdict == Verdict.Conflict))
        {
            if (points.Count == Max)
                break;
            var sides = difference.Positions
                .Select(p => Side(material, maker, [.. p.Assertions.Select(material.Assertion).OfType<Assertion>()]))
                .OfType<Point>()
                .DistinctBy(p => p.Text)
                .Take(2)
                .ToList();
            if (sides.Count < 2 || SayTheSame(sides[0].Evidence[0].Quote, sides[1].Evidence[0].Quote))
                continue;
            Point point = Join(sides);
            covered.UnionWith(point.Claims);
            // Three figures of one thing may make two differences; laid out side by side they are one.
            if (here.Has(point.Text, Shared) || laid.Exists(d => d.Kind == difference.Kind && Tells(material, point, d)))
                continue;
            points.Add(point);
            laid.Add(difference);
            here.Add(point.Text);
        }

        IEnumerable<Claim> rest = material.Set.Claims
            .Where(c => c.Status == ClaimStatus.Disputed && !covered.Contains(c.Id))
            .OrderByDescending(salience.Of)
            .ThenBy(c => c.Id, StringComparer.Ordinal);
        foreach (Claim claim in rest)
        {
            if (points.Count == Max)
                break;
            ImmutableArray<Assertion> all = [.. material.AssertionsOf(claim)];
            Point? holds = Side(material, maker, [.. all.Where(a => !Denies(a))]);
            Point? denies = Side(material, maker, [.. all.Where(Denies)]);
            // One side alone is no dispute; a denial names what it denies, and one sentence is told once.
            Point? point = holds is null || denies is null || denies.Text == holds.Text || denies.Evidence[0] == holds.Evidence[0] ? denies : Join([holds, denies]);
            if (point is null || here.Has(point.Text, Shared))
                continue;
            points.Add(point with { Support = claim.Support });
            here.Add(point.Text);
        }

        foreach (Point point in unknown)
            here.Keep(point.Text);
        Contradictions(material, salience, maker, points, here);
        return points.ToImmutable();
    }

    private static bool Tells(StoryMaterial material, Point point, Difference difference) => difference.Positions.Count(p => p.Assertions.Select(material.Assertion).OfType<Assertion>()
        .Any(a => point.Evidence.Any(e => e.Report == a.Report && e.Span.Contains(a.At.Start)))) > 1;

    /// <summary>Sentences in which a report itself says that somebody contradicts another; enough of them, where few differences were found.</summary>
    private static void Contradictions(StoryMaterial material, Salience salience, PointMaker maker, ImmutableArray<Point>.Builder points, Told here)
    {
        List<(StorySentence Sentence, double Score)> open = [.. material.Sentences
            .Select(s => (Sentence: s, Weight: Contradicts(s)))
            .Where(s => s.Weight > 0)
            .Select(s => (s.Sentence, Score: s.Weight + salience.Centrality(s.Sentence.Content) - (material.Copies.Contains(s.Sentence.Report.Report.Id) ? 0.2 : 0)))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Sentence.ReportIndex)
            .ThenBy(s => s.Sentence.Index)
            .Take(Considered)];
        while (points.Count < Enough && open.Count > 0)
        {
            int next = here.Freshest(open, s => s.Score, s => s.Sentence.Content);
            StorySentence sentence = open[next].Sentence;
            open.RemoveAt(next);
            if (here.Has(sentence.Content, 0.6) || maker.Of(sentence) is not { } point || here.Has(point.Text, 0.6))
                continue;
            points.Add(point);
            here.Add(point.Text);
        }
    }

    private static double Contradicts(StorySentence sentence)
    {
        double words = Lexicon.In(sentence.Words).Select(v => double.Parse(v, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        // Who does not know contradicts nobody.
        bool stance = sentence.Assertions.Any(a => a.Stance is Stance.Denies || (a.Stance is Stance.Doubts && a.Cue?.Quote.Contains("know", StringComparison.OrdinalIgnoreCase) != true));
        return words >= 2 ? 1 : stance ? 0.9 : 0;
    }

    /// <summary>The same quotation in two reports is no dispute, whatever was made of its speakers; a changed figure is.</summary>
    private static bool SayTheSame(string a, string b) =>
        Words.Overlap(Words.Content(a), Words.Content(b)) > 0.8
        && Words.Of(a).Where(w => char.IsAsciiDigit(w[0])).ToHashSet().SetEquals(Words.Of(b).Where(w => char.IsAsciiDigit(w[0])));

    private static bool Denies(Assertion assertion) => assertion.Stance is Stance.Denies or Stance.Doubts || assertion.Polarity == Polarity.Negative;

    private static Point? Side(StoryMaterial material, PointMaker maker, ImmutableArray<Assertion> assertions)
    {
        foreach (string id in assertions.Select(a => a.Claim).Distinct(StringComparer.Ordinal))
        {
            if (material.Claim(id) is not { } claim)
                continue;
            if (maker.Of(claim, maxLength: SideLength, which: assertions.Contains) is { } point)
                return WithHolder(material, assertions, point);
        }

        return null;
    }

    /// <summary>A report's own voice is held by its outlet.</summary>
    private static Point WithHolder(StoryMaterial material, ImmutableArray<Assertion> assertions, Point point)
    {
        Assertion? said = assertions.FirstOrDefault(a => point.Evidence[0].Report == a.Report && point.Evidence[0].Span.Contains(a.At.Start));
        if (said is null || !said.Attribution.IsEmpty || material.SentenceOf(said) is not { Report.Report.Outlet: { Length: > 0 } outlet })
            return point;
        if (point.Text.StartsWith(PlainText.OneLine(outlet), StringComparison.Ordinal))
            return point;
        string text = $"{PlainText.OneLine(outlet)}: {point.Text}";
        return text.Length > SideLength + 30 ? point : point with { Text = text };
    }

    private static Point Join(List<Point> sides) => new(
        string.Join(" ", sides.Select(s => s.Text)),
        [.. sides.SelectMany(s => s.Claims).Distinct(StringComparer.Ordinal)],
        null,
        [.. sides.SelectMany(s => s.Evidence).DistinctBy(e => (e.Report, e.Start, e.End)).OrderBy(e => SideOf(sides, e))]);

    private static int SideOf(List<Point> sides, ReportSpan evidence) => sides.FindIndex(s => s.Evidence.Contains(evidence));
}
