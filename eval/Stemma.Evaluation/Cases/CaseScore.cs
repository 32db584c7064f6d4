using System.Globalization;

namespace Stemma.Evaluation.Cases;

/// <summary>How one picture answers the gold of one case.</summary>
/// <param name="Categories">In the order in which they were first asked.</param>
public sealed record CaseScore(IReadOnlyList<CategoryTally> Categories)
{
    /// <summary>The mean of the shares, each category weighing alike; 0 to 1.</summary>
    public double Mean => Categories.Count == 0 ? 0 : Categories.Average(c => c.Share);

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
