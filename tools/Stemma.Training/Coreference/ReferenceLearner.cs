using Stemma.Language.Coreference;

namespace Stemma.Training.Coreference;

/// <summary>Fits the log-linear ranker: stochastic gradients with AdaGrad, weights drawn towards zero, the same result in every run.</summary>
internal static class ReferenceLearner
{
    private const int Epochs = 4;

    private const double Rate = 0.1;

    public static double[] Fit(IReadOnlyList<ReferenceExample> examples, double decay)
    {
        double[] weights = new double[ReferenceModel.Size];
        double[] mean = new double[ReferenceModel.Size];
        double[] squares = new double[ReferenceModel.Size];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        Random random = new(1994);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int at in order)
                Step(examples[at], weights, squares, decay);
            if (epoch == 0)
                continue;
            for (int w = 0; w < mean.Length; w++)
                mean[w] += weights[w] / (Epochs - 1);
        }

        return mean;
    }

    public static short[] Rounded(double[] weights) =>
        [.. weights.Select(w => (short)Math.Clamp(Math.Round(w * ReferenceModel.Unit), short.MinValue, short.MaxValue))];

    private static void Step(ReferenceExample example, double[] weights, double[] squares, double decay)
    {
        double[] shares = Shares(example, weights);
        double right = 0;
        for (int c = 0; c < shares.Length; c++)
            right += example.Right[c] ? shares[c] : 0;
        for (int c = 0; c < shares.Length; c++)
        {
            double error = shares[c] - (example.Right[c] ? shares[c] / Math.Max(right, 1e-12) : 0);
            foreach (uint key in example.Keys[c])
            {
                int w = (int)(key & (ReferenceModel.Size - 1));
                double gradient = error + (decay * weights[w]);
                squares[w] += gradient * gradient;
                weights[w] -= Rate * gradient / Math.Sqrt(squares[w] + 1e-8);
            }
        }
    }

    private static double[] Shares(ReferenceExample example, double[] weights)
    {
        double[] scores = [.. example.Keys.Select(keys => keys.Sum(k => weights[k & (ReferenceModel.Size - 1)]))];
        double most = scores.Max();
        double[] powers = [.. scores.Select(s => Math.Exp(s - most))];
        double total = powers.Sum();
        return [.. powers.Select(p => p / total)];
    }
}
