using System.Globalization;

namespace Stemma.Evaluation.Times;

/// <summary>Counts of TempEval-3's task A: relaxed, strict, type and value.</summary>
/// <param name="Gold">Expressions in the gold.</param>
/// <param name="Found">Expressions found.</param>
/// <param name="Missing">Gold documents of which no text was read.</param>
/// <param name="Relaxed">Gold expressions that one found overlaps.</param>
/// <param name="Strict">Of these, with the same span.</param>
/// <param name="Type">Of these, with the same TIMEX3 type.</param>
/// <param name="Value">Of these, with the same TIMEX3 value.</param>
public sealed record TimesScore(int Gold, int Found, int Missing, int Relaxed, int Strict, int Type, int Value)
{
    /// <summary>Precision, recall and F1 of one of the counts, in percent; 0 where nothing was found or asked.</summary>
    public (double Precision, double Recall, double F1) Rates(int right)
    {
        double precision = Found == 0 ? 0 : (double)right / Found, recall = Gold == 0 ? 0 : (double)right / Gold;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return (100 * precision, 100 * recall, 100 * f1);
    }

    /// <summary>Prints the table as <c>gold/times_score.py</c> does.</summary>
    public void WriteTo(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{Gold} gold, {Found} found, {Missing} documents missing\n"));
        foreach ((string name, int right) in (ReadOnlySpan<(string, int)>)[("relaxed", Relaxed), ("strict", Strict), ("type", Type), ("value", Value)])
        {
            (double precision, double recall, double f1) = Rates(right);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-8} P {precision,5:0.0}  R {recall,5:0.0}  F1 {f1,5:0.0}\n"));
        }
    }
}
