using System.Collections.Immutable;
using System.Globalization;
using Stemma.Annotations;
using Stemma.Claims;
using Stemma.Evaluation.Coreference;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Times;
using Stemma.Training.Grouping;
using Stemma.Weighing;

namespace Stemma.Training.Statements;

/// <summary>Trains <see cref="StatementLikeness"/>'s weights on the train stories of ECB+: two statements are of the same thing where what they hang on is marked as one event.</summary>
internal static class StatementTrainer
{
    private const int Folds = 5;

    private sealed record Pair(string Topic, bool Other, double[] X, bool Y, double Score, string A, string B);

    public static void Train(string output, double penalty, string corpus, int show)
    {
        List<Pair> train = [.. Pairs(corpus, "train")], dev = [.. Pairs(corpus, "dev")];
        Console.WriteLine($"others {train.Count(p => p.Other)}");
        string[] topics = [.. train.Select(p => p.Topic).Distinct().Order(StringComparer.Ordinal)];
        Console.WriteLine($"train {train.Count} pairs, {train.Count(p => p.Y)} same; dev {dev.Count}, {dev.Count(p => p.Y)} same");
        double[][] without = new double[Folds][];
        Parallel.For(0, Folds, f => without[f] = Fit(train.Where(p => Array.IndexOf(topics, p.Topic) % Folds != f), penalty));
        Print("train, left out: score", train.Where(p => !p.Other).Select(p => (p.Score, p.Y)));
        Print("train, left out: learned", train.Where(p => !p.Other).Select(p => (Of(without[Array.IndexOf(topics, p.Topic) % Folds], p.X), p.Y)));
        double[] weights = Fit(train, penalty);
        Print("dev with others: score", dev.Select(p => (p.Score, p.Y)));
        Print("dev with others: learned", dev.Select(p => (Of(weights, p.X), p.Y)));
        Print("dev: score", dev.Where(p => !p.Other).Select(p => (p.Score, p.Y)));
        Print("dev: learned", dev.Where(p => !p.Other).Select(p => (Of(weights, p.X), p.Y)));
        for (int k = 0; k < weights.Length; k++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{StatementLikeness.Names[k]}\t{weights[k]:0.0000}"));
        foreach (Pair p in dev.Where(p => p.Y).OrderBy(p => Of(weights, p.X)).Take(show))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- {Of(weights, p.X):0.00} {p.Score:0.00} {p.A}\n       {p.B}"));
        foreach (Pair p in dev.Where(p => !p.Y).OrderByDescending(p => Of(weights, p.X)).Take(show))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"+ {Of(weights, p.X):0.00} {p.Score:0.00} {p.A}\n       {p.B}"));
        using StreamWriter writer = new(output) { NewLine = "\n" };
        writer.WriteLine("# What each sign that two statements tell of the same thing counts. Trained on the train stories of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) by tools/Stemma.Training train-statements.");
        for (int k = 0; k < weights.Length; k++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{StatementLikeness.Names[k]}\t{weights[k]:0.0000}"));
    }

    private static void Print(string name, IEnumerable<(double Score, bool Y)> pairs)
    {
        (double Score, bool Y)[] sorted = [.. pairs.OrderByDescending(p => p.Score)];
        int all = sorted.Count(p => p.Y), found = 0;
        double best = 0, at = 0, average = 0;
        Dictionary<double, double> recallAt = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Y)
            {
                found++;
                average += (double)found / (i + 1);
            }

            double p = (double)found / (i + 1), r = (double)found / all, f = p + r > 0 ? 2 * p * r / (p + r) : 0;
            if (f > best)
                (best, at) = (f, sorted[i].Score);
            foreach (double least in new[] { 0.9, 0.8, 0.7 })
            {
                if (p >= least)
                    recallAt[least] = r;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: average precision {100 * average / all:0.0}, best F1 {100 * best:0.0} at {at:0.00}, recall at precision 90/80/70: {100 * recallAt.GetValueOrDefault(.9):0.0} {100 * recallAt.GetValueOrDefault(.8):0.0} {100 * recallAt.GetValueOrDefault(.7):0.0}"));
    }

    private static double Of(double[] w, double[] x)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
            sum += w[k] * x[k];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double[] Fit(IEnumerable<Pair> pairs, double penalty)
    {
        Pair[] all = [.. pairs];
        Dictionary<(string, bool), int> sizes = all.CountBy(p => (p.Topic, p.Other)).ToDictionary();
        return LogisticRegression.Fit([.. all.Select(p => (p.X, p.Y, 10 / Math.Sqrt(sizes[(p.Topic, p.Other)])))], penalty);
    }

    private static IEnumerable<Pair> Pairs(string corpus, string split)
    {
        IReadOnlyList<(EcbReport Report, Annotation Annotation)> reports = new CoreferenceEvaluation { Split = split }.Read(corpus, default);
        AssertionExtractor extractor = new();
        ContentReader contents = new();
        TimeResolver resolver = new();
        foreach (var story in reports.GroupBy(r => r.Report.Story, StringComparer.Ordinal))
        {
            ImmutableArray<DatedReport> dated = [.. story.Select(r => new DatedReport(Report(r.Report), r.Annotation, resolver.Resolve(r.Annotation.Times, null)))];
            EcbReport[] gold = [.. story.Select(r => r.Report)];
            StoryNames names = new(dated);
            Draft[] drafts = [.. dated.SelectMany((r, i) => extractor.Extract(i, r))];
            foreach (Draft draft in drafts)
                draft.Content = contents.Read(draft, dated[draft.Report], names);
            FeatureWeights weights = new([.. drafts.Where(d => d.TakesStand).DistinctBy(d => d.Content.Fingerprint).Select(d => d.Content)]);
            ContentComparer comparer = new(weights);
            StatementLikeness likeness = new(contents.Vectors, weights);
            // What no annotator looked at mostly says something else: pairs with it stand for the many that a story holds.
            HashSet<Draft> known = [];
            (Draft Draft, HashSet<string> Main, HashSet<string> All)[] marked = [.. drafts.Where(d => d.TakesStand).Select(d => Marked(d, dated[d.Report].Annotation.Language, gold[d.Report])).Where(m => m.Main.Count > 0)];
            known.UnionWith(marked.Select(m => m.Draft));
            Draft[] others = [.. drafts.Where(d => d.TakesStand && !known.Contains(d) && !gold[d.Report].Mentions.Any(m => m.Words.Any(w => d.Span.Contains(w))))];
            foreach (Draft a in others)
            {
                foreach (Draft b in others.Concat(marked.Select(m => m.Draft)))
                {
                    if (a.Report >= b.Report || !a.Content.Features.Intersect(b.Content.Features, StringComparer.Ordinal).Any() || a.Content.Fingerprint == b.Content.Fingerprint)
                        continue;
                    if (StableHash.Combine(a.Content.Fingerprint, b.Content.Fingerprint) % 8 != 0)
                        continue;
                    Comparison comparison = comparer.Compare(a.Content, b.Content);
                    if (comparison.Score < 0.45)
                        yield return new Pair(gold[a.Report].Topic, true, likeness.Of(a.Content, b.Content, comparison.Score), false, comparison.Score, a.Span.In(gold[a.Report].Text).ToString(), b.Span.In(gold[b.Report].Text).ToString());
                }
            }

            for (int i = 0; i < marked.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    (Draft a, HashSet<string> mainA, HashSet<string> allA) = marked[i];
                    (Draft b, HashSet<string> mainB, HashSet<string> allB) = marked[j];
                    if (a.Report == b.Report || !a.Content.Features.Intersect(b.Content.Features, StringComparer.Ordinal).Any())
                        continue;
                    bool same = mainA.Overlaps(mainB);
                    if (!same && allA.Overlaps(allB))
                        continue;
                    Comparison comparison = comparer.Compare(a.Content, b.Content);
                    yield return new Pair(gold[a.Report].Topic, false, likeness.Of(a.Content, b.Content, comparison.Score), same, comparison.Score, a.Span.In(gold[a.Report].Text).ToString(), b.Span.In(gold[b.Report].Text).ToString());
                }
            }
        }
    }

    /// <summary>The events that the statement's main words are marked as, and all that are marked in it.</summary>
    private static (Draft Draft, HashSet<string> Main, HashSet<string> All) Marked(Draft draft, LinguisticText text, EcbReport gold)
    {
        List<int> heads = HeadReader.Tokens(text, draft);
        HashSet<string> all = [.. gold.Mentions.Where(m => m.Words.Any(w => draft.Span.Contains(w))).Select(m => m.Event)];
        HashSet<string> main = [];
        foreach (int head in heads)
        {
            main.UnionWith(gold.Mentions.Where(m => m.Words.Any(w => w.Overlaps(text.Tokens[head].Span))).Select(m => m.Event));
            if (main.Count > 0)
                break;
        }

        return (draft, main, all);
    }

    private static Report Report(EcbReport report) => new()
    {
        Id = report.Id,
        Input = report.Id,
        Url = null,
        Outlet = null,
        Agencies = [],
        Authors = [],
        Dateline = null,
        Published = null,
        PublishedBasis = null,
        Updated = null,
        Notes = [],
        Headline = null,
        Body = report.Text,
        Links = [],
        Language = "en",
    };
}
