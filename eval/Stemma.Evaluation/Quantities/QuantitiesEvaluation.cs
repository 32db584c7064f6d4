using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Quantities.Numerals;
using Stemma.Times;

namespace Stemma.Evaluation.Quantities;

/// <summary>Measures numbers, money, measures, ages and percentages against the cases of Recognizers-Text: exact span and value.</summary>
/// <remarks>
/// A case is right when every amount that it asks for was found with the same span and value and nothing else of its kind was. Numbers are asked of
/// <see cref="NumberExtractor"/>, which reads them whether or not they count anything; the rest of <see cref="QuantityExtractor"/>, whose
/// <see cref="QuantityMention.MeasureSpan"/> leaves out comparators as the cases do. Units are not compared: the cases name them by words of their own.
/// </remarks>
public sealed class QuantitiesEvaluation
{
    public static readonly EvaluationTask Task = new("quantities", "Numbers, money, measures, ages, percentages: cases answered with exact span and value.");

    private readonly LanguageEngine language = new();
    private readonly TimeExtractor times = new();
    private readonly QuantityExtractor quantities = new();

    /// <param name="paths">Files of cases, whose names tell the model.</param>
    /// <param name="misses">Where cases that were read otherwise or left out are listed, or null.</param>
    /// <exception cref="InvalidDataException">A file's name is none of the models'.</exception>
    /// <exception cref="System.Text.Json.JsonException">A file is no JSON.</exception>
    public QuantitiesScore Run(IEnumerable<string> paths, TextWriter? misses, CancellationToken cancellation)
    {
        ImmutableArray<QuantitiesScore.Row>.Builder rows = ImmutableArray.CreateBuilder<QuantitiesScore.Row>();
        foreach (string path in paths)
        {
            foreach (IGrouping<RecognizerModel, RecognizerCase> model in RecognizerCase.Read(path).GroupBy(c => c.Model))
                rows.Add(Score(model.Key, model, misses, cancellation));
        }

        return new QuantitiesScore(rows.ToImmutable());
    }

    private QuantitiesScore.Row Score(RecognizerModel model, IEnumerable<RecognizerCase> cases, TextWriter? misses, CancellationToken cancellation)
    {
        QuantitiesScore.Row row = new(model.ToString().ToLowerInvariant(), 0, 0, 0, 0, 0, 0);
        foreach (RecognizerCase one in cases)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RecognizerConventions.LeftOut(one) is { } reason)
            {
                row = row with { LeftOut = row.LeftOut + 1 };
                misses?.WriteLine($"{row.Model}: left out, {reason}: {one.Input}");
                continue;
            }

            List<Answer> found = [.. Answers(one)];
            int exact = one.Results.Count(r => found.Any(f => f.Start == r.Start && f.End == r.End && Equal(f.Value, r.Value)));
            bool right = exact == one.Results.Length && found.Count == exact;
            row = row with
            {
                Cases = row.Cases + 1,
                Right = row.Right + (right ? 1 : 0),
                Gold = row.Gold + one.Results.Length,
                Found = row.Found + found.Count,
                Exact = row.Exact + exact,
            };
            if (!right)
                misses?.WriteLine($"{row.Model}: '{one.Input}' is [{string.Join("; ", one.Results.Select(r => $"{r.Text} = {r.Value}"))}], got [{string.Join("; ", found.Select(f => $"{one.Input[f.Start..f.End]} = {f.Value}"))}]");
        }

        return row;
    }

    private readonly record struct Answer(int Start, int End, double? Value);

    private IEnumerable<Answer> Answers(RecognizerCase one)
    {
        LinguisticText text = language.Analyse(one.Input);
        if (one.Model == RecognizerModel.Number)
            return NumberExtractor.Extract(text).Where(n => n.High == n.Low).Select(n => new Answer(n.Span.Start, n.Span.End, n.Low));
        return quantities.Extract(text, times.Extract(text))
            .Where(q => IsOf(one.Model, q))
            .Select(q => new Answer(q.MeasureSpan.Start, q.MeasureSpan.End, q.Low));
    }

    private static bool IsOf(RecognizerModel model, QuantityMention quantity) => model switch
    {
        RecognizerModel.Currency => quantity.Dimension == "money",
        RecognizerModel.Percent => quantity.Dimension == "share",
        RecognizerModel.Age => quantity.IsAge,
        // Temperatures and lengths of time have models of their own there; percentage points have none.
        _ => quantity.Dimension is not (null or "money" or "share" or "points" or "time" or "temperature" or "fahrenheit" or "kelvin"),
    };

    private static bool Equal(double? a, double? b) =>
        a is { } x && b is { } y && Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), Math.Abs(y));
}
