using System.Collections.Frozen;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What each number of <see cref="StatementLikeness"/> counts, trained on the train stories of ECB+ (Cybulska and Vossen 2014) by tools/Stemma.Training.</summary>
internal sealed record StatementWeights(double[] Weights)
{
    public const string File = "Claims/Alignment/Likeness/StatementWeights.en.tsv";

    /// <exception cref="InvalidDataException">A row is missing or is no number.</exception>
    public static StatementWeights Load()
    {
        FrozenDictionary<string, double> rows = Resources.Table(File).ToFrozenDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new StatementWeights([.. StatementLikeness.Names.Select(n => rows.TryGetValue(n, out double value) ? value : throw new InvalidDataException($"{File} has no row '{n}'. Train it again: train-statements."))]);
    }

    /// <returns>How likely it is, 0 to 1, that both statements tell of the same thing.</returns>
    public double Of(double[] likeness)
    {
        double sum = 0;
        for (int k = 0; k < likeness.Length; k++)
            sum += Weights[k] * likeness[k];
        return 1 / (1 + Math.Exp(-sum));
    }
}
