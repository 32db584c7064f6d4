using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;

namespace Stemma.Briefs.Sections;

/// <summary>What the reports themselves say is not known, not confirmed or not said.</summary>
/// <remarks>Silence is a finding only where a report names it; questions that no report raises are not asked here.</remarks>
internal static class NotKnown
{
    private const int Max = 10;
    private const double Shared = 0.6;
    private const int Considered = 200;

    private static readonly Phrases Lexicon = Phrases.Read("Briefs/NotKnown.en.tsv");

    // What tests find is no silence: "the second sample did not confirm the first".
    private static readonly FrozenSet<string> Tests = new[]
    {
        "analysis", "sample", "test", "result", "examination", "scan", "autopsy", "study", "datum", "data", "finding", "count", "recount", "inspection", "measurement", "check", "review", "reading",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker, ImmutableArray<Point> shown)
    {
        List<(StorySentence Sentence, double Score)> open = [.. material.Sentences
            .Select(s => (Sentence: s, Weight: Weight(s)))
            .Where(s => s.Weight > 0 && material.Stands(s.Sentence))
            .Select(s => (s.Sentence, Score: s.Weight + salience.Centrality(s.Sentence.Content) + (0.3 * s.Sentence.Prominence)
                - (material.Copies.Contains(s.Sentence.Report.Report.Id) ? 0.2 : 0)))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Sentence.ReportIndex)
            .ThenBy(s => s.Sentence.Index)
            .Take(Considered)];
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        Answers answers = new(material, salience);
        Told here = new();
        foreach (Point point in shown)
            here.Keep(point.Text);
        while (points.Count < Max && open.Count > 0)
        {
            int next = here.Freshest(open, s => s.Score, s => s.Sentence.Content);
            StorySentence sentence = open[next].Sentence;
            open.RemoveAt(next);
            if (here.Has(sentence.Content, Shared) || maker.Of(sentence) is not { } point || here.Has(point.Text, Shared))
                continue;
            // What was cut off must not have been the very words that say so.
            if (!Says(Words.Of(point.Text)) && !Withholds(sentence))
                continue;
            if (answers.Close(sentence, point.Text))
                continue;
            points.Add(point);
            here.Add(point.Text);
        }

        return points.ToImmutable();
    }

    /// <summary>Whether words say that something is not known, not proven or not said.</summary>
    public static bool Says(ImmutableArray<string> words) => Lexicon.In(words).Any(kind => kind != "never");

    /// <summary>The same of a sentence, which is known to speak of nobody's silence where a test is its subject.</summary>
    public static bool Says(StorySentence sentence) => Says(sentence.Words) && !TellsFinding(sentence);

    /// <summary>"The official was not authorised to speak and asked not to be named": of the trade, not of the event.</summary>
    public static bool TellsOfAnonymity(StorySentence sentence)
    {
        if (!Lexicon.In(sentence.Words).Contains("never"))
            return false;
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
        {
            if (all[i].Deprel == "root")
                return all[i].Lemma is "ask" or "speak" or "decline" or "insist" or "request" or "authorise" or "authorize" or "refuse";
        }

        return false;
    }

    /// <summary>Whether what "did not confirm" is a test or a sample.</summary>
    private static bool TellsFinding(StorySentence sentence)
    {
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
        {
            if (all[i].Upos == Upos.Noun && Tests.Contains(all[i].Lemma) && (all[i].Deprel == "obl" || all[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                && all[i].Head > i && all[i].Head < all.Length && all[all[i].Head].Lemma is "confirm" or "show" or "support")
                return true;
        }

        return false;
    }

    /// <summary>0 where the sentence says nothing of the kind; an open question weighs more than a press office's silence.</summary>
    private static double Weight(StorySentence sentence)
    {
        if (KeyFacts.IsCourtesy(sentence) || TellsFinding(sentence) || TellsOfAnonymity(sentence))
            return 0;
        double weight = 0;
        bool trade = false;
        foreach (string kind in Lexicon.In(sentence.Words))
        {
            weight = Math.Max(weight, kind switch { "open" => 1, "unproven" => 0.9, "silent" => 0.6, _ => 0 });
            trade |= kind == "never";
        }

        return Withholds(sentence) && !trade ? Math.Max(weight, 0.7) : weight;
    }

    private static bool Withholds(StorySentence sentence) => sentence.Assertions.Any(a => a.Stance == Stance.Withholds);
}
