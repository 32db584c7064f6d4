using System.Collections.Immutable;
using Stemma.Attributions;

namespace Stemma.Briefs.Sections;

/// <summary>What the reports themselves say is not known, not confirmed or not said.</summary>
/// <remarks>Silence is a finding only where a report names it; questions that no report raises are not asked here.</remarks>
internal static class NotKnown
{
    private const int Max = 10;
    private const double Shared = 0.6;

    private static readonly Phrases Lexicon = Phrases.Read("Briefs/NotKnown.en.tsv");

    public static ImmutableArray<Point> Write(StoryMaterial material, Salience salience, PointMaker maker)
    {
        var ranked = material.Sentences
            .Select(s => (Sentence: s, Weight: Weight(s)))
            .Where(s => s.Weight > 0)
            .Select(s => (s.Sentence, Score: s.Weight + salience.Centrality(s.Sentence.Content) + (0.3 * s.Sentence.Prominence)
                - (material.Copies.Contains(s.Sentence.Report.Report.Id) ? 0.2 : 0)))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Sentence.ReportIndex)
            .ThenBy(s => s.Sentence.Index);
        ImmutableArray<Point>.Builder points = ImmutableArray.CreateBuilder<Point>();
        Told here = new();
        foreach ((StorySentence sentence, double _) in ranked)
        {
            if (points.Count == Max)
                break;
            if (here.Has(sentence.Content, Shared) || maker.Of(sentence) is not { } point || here.Has(point.Text, Shared))
                continue;
            // What was cut off must not have been the very words that say so.
            if (!Lexicon.In(Words.Of(point.Text)).Any() && !Withholds(sentence))
                continue;
            points.Add(point);
            here.Add(point.Text);
        }

        return points.ToImmutable();
    }

    /// <summary>0 where the sentence says nothing of the kind; an open question weighs more than a press office's silence.</summary>
    private static double Weight(StorySentence sentence)
    {
        if (KeyFacts.IsCourtesy(sentence))
            return 0;
        double weight = 0;
        foreach (string kind in Lexicon.In(sentence.Words))
            weight = Math.Max(weight, kind switch { "open" => 1, "unproven" => 0.9, _ => 0.6 });
        return Withholds(sentence) ? Math.Max(weight, 0.7) : weight;
    }

    private static bool Withholds(StorySentence sentence) => sentence.Assertions.Any(a => a.Stance == Stance.Withholds);
}
