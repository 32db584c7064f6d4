namespace Stemma.Evaluation.Attributions;

/// <summary>What <see cref="CertaintyEvaluation"/> measures. Shares and F1 in per cent, 0 to 100.</summary>
/// <param name="Printed">All events ours printed, found or not.</param>
public sealed record CertaintyScore(int Gold, int Found, int Printed, double CertaintyAccuracy, double CertaintyMacroF1, double PolarityAccuracy, double PolarityMacroF1)
{
    public override string ToString() => FormattableString.Invariant(
        $"""
        {Gold} gold events, {Found} found ({(Gold == 0 ? 0 : 100.0 * Found / Gold):F1} %), {Printed} printed by ours
        certainty accuracy {CertaintyAccuracy:F1}
            macro F1 {CertaintyMacroF1:F1}
        polarity  accuracy {PolarityAccuracy:F1}
            macro F1 {PolarityMacroF1:F1}
        """);
}
