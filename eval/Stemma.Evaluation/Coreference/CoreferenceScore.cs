using System.Globalization;

namespace Stemma.Evaluation.Coreference;

/// <summary>Recall, precision and F1 of one measure, each 0 to 1.</summary>
public readonly record struct CoreferenceMeasure(double Recall, double Precision)
{
    public double F1 => Recall + Precision > 0 ? 2 * Recall * Precision / (Recall + Precision) : 0;
}

/// <summary>How well clusters found agree with the key's.</summary>
/// <param name="Muc">Links (Vilain et al. 1995); a mention alone has none.</param>
/// <param name="BCubed">Mentions (Bagga and Baldwin 1998).</param>
/// <param name="CeafE">Clusters, best matched one to one by their Dice coefficient (Luo 2005).</param>
public sealed record CoreferenceScore(CoreferenceMeasure Muc, CoreferenceMeasure BCubed, CoreferenceMeasure CeafE)
{
    /// <summary>Mean F1 of the three, as the CoNLL-2012 task has it.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;

    /// <summary>In percent: recall, precision, F1 of each, then CoNLL F1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"MUC {Of(Muc)}  B3 {Of(BCubed)}  CEAFe {Of(CeafE)}  CoNLL {100 * Conll:0.0}");

    private static string Of(CoreferenceMeasure measure) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * measure.Recall,5:0.0} {100 * measure.Precision,5:0.0} {100 * measure.F1,5:0.0}");
}
