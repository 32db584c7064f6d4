using System.Collections.Immutable;
using System.Globalization;

namespace Stemma.Evaluation.Lineage;

/// <summary>Edges found against edges of families whose lineage is known.</summary>
/// <param name="Tallies">By making.</param>
/// <param name="Found">Edges found between reports at hand, citations left out.</param>
/// <param name="FoundRight">Of those, right: from a child to its parent, or to another report that holds the parent's text as well.</param>
/// <param name="IndependentPairs">Pairs of real reports, neither of which was made from the other.</param>
/// <param name="FalseCopies">Of those, linked as a copy or rewrite.</param>
public sealed record LineageScore(int Families, int Reports, ImmutableArray<LineageTally> Tallies, int Found, int FoundRight, int IndependentPairs, int FalseCopies)
{
    public int Gold => Tallies.Sum(t => t.Gold);

    public double Precision => Found == 0 ? 0 : (double)FoundRight / Found;

    public double Recall => Gold == 0 ? 0 : (double)Tallies.Sum(t => t.Right) / Gold;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Of the edges found in either direction, the part that runs from child to parent.</summary>
    public double Direction => Tallies.Sum(t => t.Linked) is var linked and > 0 ? (double)Tallies.Sum(t => t.Right) / linked : 0;

    public void WriteTo(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{Families} families, {Reports} reports, {Gold} edges\n"));
        output.Write("made by         edges   kept  recall  direction  as text\n");
        foreach (LineageTally t in Tallies)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{t.Making,-14} {t.Gold,6} {Percent(t.Kept),6} {Percent(t.Right, t.Gold),7} {Percent(t.Right, t.Linked),10} {Percent(t.AsText, t.Gold),8}\n"));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"edges     P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}\n"));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"direction right {Percent(Tallies.Sum(t => t.Right), Tallies.Sum(t => t.Linked))} % of the edges found\n"));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"independent pairs linked as copies {FalseCopies} of {IndependentPairs}\n"));
    }

    private static string Percent(double part) => (100 * part).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);
}
