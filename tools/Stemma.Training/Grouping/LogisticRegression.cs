namespace Stemma.Training.Grouping;

/// <summary>Logistic regression by Newton's method with a quadratic penalty; where the first feature is constant it is not penalised.</summary>
internal static class LogisticRegression
{
    private const int Rounds = 30;

    /// <param name="penalty">Of a squared weight of a feature scaled to unit variance.</param>
    public static double[] Fit(IReadOnlyList<(double[] X, bool Y, double Weight)> examples, double penalty) =>
        FitOnTop([.. examples.Select(e => (e.X, 0.0, e.Y, e.Weight))], penalty);

    /// <param name="examples">Features; log-odds that are known already, to which the fit adds; the answer; what it counts.</param>
    /// <param name="penalty">Of a squared weight of a feature scaled to unit variance.</param>
    public static double[] FitOnTop(IReadOnlyList<(double[] X, double Known, bool Y, double Weight)> examples, double penalty)
    {
        int n = examples[0].X.Length;
        bool hasConstant = examples.All(e => e.X[0] == 1);
        double[] scale = [.. Enumerable.Range(0, n).Select(k => Scale(examples.Select(e => e.X[k])))];
        double[] w = new double[n];
        for (int round = 0; round < Rounds; round++)
        {
            double[,] hessian = new double[n, n];
            double[] gradient = new double[n];
            foreach ((double[] x, double known, bool y, double weight) in examples)
            {
                double z = known;
                for (int k = 0; k < n; k++)
                    z += w[k] * x[k] / scale[k];
                double p = 1 / (1 + Math.Exp(-z)), g = weight * ((y ? 1 : 0) - p), h = weight * Math.Max(1e-6, p * (1 - p));
                for (int k = 0; k < n; k++)
                {
                    double xk = x[k] / scale[k];
                    gradient[k] += g * xk;
                    for (int l = 0; l <= k; l++)
                        hessian[k, l] += h * xk * x[l] / scale[l];
                }
            }

            for (int k = 0; k < n; k++)
            {
                double own = k == 0 && hasConstant ? 1e-6 : penalty;
                gradient[k] -= own * w[k];
                hessian[k, k] += own;
                for (int l = 0; l < k; l++)
                    hessian[l, k] = hessian[k, l];
            }

            double[] step = Solve(hessian, gradient);
            double largest = step.Max(Math.Abs);
            for (int k = 0; k < n; k++)
                w[k] += step[k] * Math.Min(1, 2 / largest);
            if (largest < 1e-6)
                break;
        }

        return [.. w.Select((v, k) => v / scale[k])];
    }

    private static double Scale(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average(), variance = all.Average(v => (v - mean) * (v - mean));
        return variance > 1e-12 ? Math.Sqrt(variance) : 1;
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        double[] x = [.. b];
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
            for (int l = 0; l < n; l++)
                (a[k, l], a[pivot, l]) = (a[pivot, l], a[k, l]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (int i = k + 1; i < n; i++)
            {
                double f = a[i, k] / a[k, k];
                for (int l = k; l < n; l++)
                    a[i, l] -= f * a[k, l];
                x[i] -= f * x[k];
            }
        }

        for (int k = n - 1; k >= 0; k--)
        {
            for (int l = k + 1; l < n; l++)
                x[k] -= a[k, l] * x[l];
            x[k] /= a[k, k];
        }

        return x;
    }
}
