using System.Collections.Frozen;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What each number of <see cref="EventLikeness"/> counts, trained on the train topics of ECB+ (Cybulska and Vossen 2014) by tools/Stemma.Training.</summary>
/// <param name="Threshold">Mean likeness, 0 to 1, from which two groups of mentions are one event.</param>
internal sealed record EventWeights(double[] Weights, double Threshold)
{
    public const string File = "Claims/Events/EventWeights.en.tsv";

    /// <exception cref="InvalidDataException">A row is missing or is no number.</exception>
    public static EventWeights Load()
    {
        FrozenDictionary<string, double> rows = Resources.Table(File).ToFrozenDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new EventWeights([.. EventLikeness.Names.Select(Row)], Row("threshold"));

        double Row(string name) => rows.TryGetValue(name, out double value) ? value : throw new InvalidDataException($"{File} has no row '{name}'. Train it again: train-events.");
    }

    /// <returns>How likely it is, 0 to 1, that both mean the same event.</returns>
    public double Of(double[] likeness)
    {
        double sum = 0;
        for (int k = 0; k < likeness.Length; k++)
            sum += Weights[k] * likeness[k];
        return 1 / (1 + Math.Exp(-sum));
    }
}
