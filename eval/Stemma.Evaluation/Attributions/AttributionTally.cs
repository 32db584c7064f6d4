namespace Stemma.Evaluation.Attributions;

/// <summary>Precision, recall and F1 of one part of an attribution, in per cent.</summary>
/// <param name="Part">"cue", "source", "content" or "all".</param>
/// <param name="How">"exact" or "overlap".</param>
public sealed record AttributionTally(string Part, string How, int Right, int Gold, int Found)
{
    public double Precision => Found == 0 ? 0 : 100.0 * Right / Found;

    public double Recall => Gold == 0 ? 0 : 100.0 * Right / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public override string ToString() => FormattableString.Invariant($"{Part,-8} {How,-8} P {Precision,5:F1}  R {Recall,5:F1}  F1 {F1,5:F1}");
}
