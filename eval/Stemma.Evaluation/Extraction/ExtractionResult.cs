using System.Globalization;

namespace Stemma.Evaluation.Extraction;

/// <summary>What was found out about a set of pages.</summary>
/// <param name="Facts">Null where no gold for headlines and dates was given.</param>
public sealed record ExtractionResult(ExtractionFigures Bodies, PageFactsScore? Facts)
{
    /// <summary>The first two lines are those of the reference script.</summary>
    /// <param name="misses">How many of the worst pages are listed.</param>
    public void WriteTo(TextWriter output, int misses)
    {
        output.WriteLine($"{Bodies.Pages} pages, {Bodies.Read} read");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"F1 {Bodies.F1:0.0000}  P {Bodies.Precision:0.0000}  R {Bodies.Recall:0.0000}  exact {Bodies.Exact:0.000}"));
        if (Facts is { } facts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"title {facts.TitlesRight} of {facts.Titles} ({Share(facts.TitlesRight, facts.Titles):0.0} %)  date {facts.DatesRight} of {facts.Dates} ({Share(facts.DatesRight, facts.Dates):0.0} %)"));
        foreach ((double f1, string page) in Bodies.Misses.Take(misses))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {f1:0.000} {page}"));
        foreach (string miss in misses > 0 ? Facts?.Misses ?? [] : [])
            output.WriteLine("  " + miss);
    }

    private static double Share(int right, int all) => 100.0 * right / Math.Max(1, all);
}
