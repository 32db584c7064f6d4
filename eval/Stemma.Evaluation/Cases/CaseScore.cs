using System.Globalization;

namespace Stemma.Evaluation.Cases;

/// <summary>How one picture answers the gold of one case.</summary>
/// <param name="Categories">In the order in which they were first asked.</param>
public sealed record CaseScore(IReadOnlyList<CategoryTally> Categories)
{
    /// <summary>The mean of the shares, each category weighing alike; 0 to 1.</summary>
    public double Mean => Categories.Count == 0 ? 0 : Categories.Average(c => c.Share);

    /// <summary>All questions of several stories as if they were one: each question weighs alike.</summary>
    public static CaseScore Together(IEnumerable<CaseScore> scores) => new([.. scores.SelectMany(s => s.Categories).GroupBy(c => c.Category, StringComparer.Ordinal)
        .Select(g => new CategoryTally(g.Key, g.Sum(c => c.Found), g.Sum(c => c.Asked), [.. g.SelectMany(c => c.Misses)]))]);

    /// <summary>Prints one line a category, then all items and the mean.</summary>
    public void WriteTo(TextWriter output, bool misses)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (CategoryTally c in Categories)
        {
            output.WriteLine(Line(c.Category, c.Found, c.Asked));
            foreach (string miss in misses ? c.Misses : [])
                output.WriteLine($"      - {miss}");
        }

        output.WriteLine(Line("all items", Categories.Sum(c => c.Found), Categories.Sum(c => c.Asked)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"mean of categories",-28}           {Percent(Mean),5:0.0} %"));
    }

    private static string Line(string name, int found, int asked) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-28} {found,4}/{asked,-4} {Percent((double)found / Math.Max(1, asked)),5:0.0} %");

    /// <summary>To one place; a half goes to the even digit, as the reference scorer prints it.</summary>
    private static double Percent(double share) => Math.Round(100 * share, 1, MidpointRounding.ToEven);
}
