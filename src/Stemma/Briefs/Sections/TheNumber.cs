using System.Globalization;
using Stemma.Claims;
using Stemma.Quantities;

namespace Stemma.Briefs.Sections;

/// <summary>The figure that tells most: the one that stands in most reports and highest in them.</summary>
internal static class TheNumber
{
    private sealed record Candidate(StorySentence Sentence, QuantityMention Quantity, double Score);

    public static Point? Write(StoryMaterial material, Salience salience, PointMaker maker)
    {
        var groups = material.Sentences
            .SelectMany(s => Candidates(material, salience, s))
            .GroupBy(c => Key(c.Quantity), StringComparer.Ordinal)
            .Select(g => (g.Key, Members: g.ToList()))
            .Select(g => (g.Key, g.Members, Score: Score(material, g.Members)))
            .OrderByDescending(g => g.Score)
            .ThenBy(g => g.Key, StringComparer.Ordinal);
        // The best figures may stand only in sentences that cannot be told alone; a few tries are enough.
        foreach (var group in groups.Take(12))
        {
            foreach (Candidate candidate in group.Members.OrderByDescending(InDigits).ThenByDescending(c => c.Score).Take(6))
            {
                Assertion? focus = candidate.Sentence.Assertions.FirstOrDefault(a => a.At.Span.Overlaps(candidate.Quantity.NumberSpan));
                Point? point = focus is not null && material.Claim(focus.Claim) is { } claim
                    ? maker.Of(claim, which: a => a.Id == focus.Id)
                    : maker.Of(candidate.Sentence);
                string number = PlainText.OneLine(candidate.Quantity.NumberSpan.In(candidate.Sentence.Report.Report.Body));
                if (point is not null && point.Text.Contains(number, StringComparison.OrdinalIgnoreCase))
                    return point;
            }
        }

        return null;
    }

    /// <summary>"15" is seen at a glance where "fifteen" is read.</summary>
    private static bool InDigits(Candidate candidate) => candidate.Quantity.NumberSpan.In(candidate.Sentence.Report.Report.Body).ContainsAnyInRange('0', '9');

    private static IEnumerable<Candidate> Candidates(StoryMaterial material, Salience salience, StorySentence sentence)
    {
        if (!material.Stands(sentence))
            yield break;
        foreach (QuantityMention quantity in sentence.Report.Annotation.Quantities)
        {
            if (!sentence.Span.Contains(quantity.Span) || Weight(quantity) is not (> 0 and var weight))
                continue;
            bool old = sentence.Assertions.Any(a => a.At.Span.Overlaps(quantity.NumberSpan) && material.IsSuperseded(a.Claim));
            double score = weight * (0.3 + sentence.Prominence) * (0.4 + salience.Centrality(sentence.Content)) * (old ? 0.25 : 1)
                * (sentence.Assertions.Any(a => a.At.Span.Overlaps(quantity.NumberSpan) && material.IsContested(a.Claim)) ? 0.7 : 1);
            if (sentence.Report.Report.Headline is { } headline && Words.Of(headline).Contains(Number(sentence, quantity)))
                score *= 1.8;
            yield return new Candidate(sentence, quantity, score);
        }
    }

    private static string Number(StorySentence sentence, QuantityMention quantity) =>
        Words.Of(quantity.NumberSpan.In(sentence.Report.Report.Body)).FirstOrDefault() ?? "";

    /// <summary>The best mention of each report, added up; less for a figure that later reports no longer give.</summary>
    private static double Score(StoryMaterial material, List<Candidate> group)
    {
        double sum = group.GroupBy(c => c.Sentence.ReportIndex).Sum(report =>
            report.Max(c => c.Score) * (material.Copies.Contains(report.First().Sentence.Report.Report.Id) ? 0.3 : 1));
        double recency = (double)(group.Max(c => c.Sentence.ReportIndex) + 1) / material.Reports.Length;
        return sum * (0.25 + (0.75 * recency));
    }

    /// <summary>"The toll rose to 15" counts people too.</summary>
    private static string Key(QuantityMention q) => string.Create(CultureInfo.InvariantCulture, $"{q.Low}|{q.High}|{(q.Unit is "person" ? null : q.Unit)}");

    /// <summary>0 for what tells nothing (ages, "one"); less for spans of time and distances than for people, money and shares.</summary>
    private static double Weight(QuantityMention quantity)
    {
        double? value = quantity.Low ?? quantity.High;
        double weight = quantity.Unit switch
        {
            null => 0.5,
            "a" or "mo" or "wk" or "d" or "h" or "min" or "s" => 0.35,
            "km" or "m" or "cm" or "mm" or "[mi_i]" or "[ft_i]" or "[in_i]" or "Cel" or "[degF]" => 0.6,
            _ => 1,
        };
        return value switch { null => weight * 0.7, < 2 => weight * 0.2, < 4 => weight * 0.35, _ => weight };
    }
}
