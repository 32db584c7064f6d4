using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Networks;

/// <summary>The few functions that the networks need, in operations whose results the IEEE standard fixes: the same bits on every machine.</summary>
/// <remarks>The library's own exponential may differ from one processor to the next, and so may sums whose order follows the vector width.</remarks>
internal static class Arithmetic
{
    /// <summary>Floats in the vectors used here; buffers hold multiples of it.</summary>
    public const int Lanes = 16;

    /// <summary>e to the x, for x from -80 to 80 (clamped); relative error below 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-80f)), Vector512.Create(80f));
        Vector512<float> n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);

        // Polynomial of the Cephes library (Moshier 1989) on [-ln 2 / 2, ln 2 / 2].
        Vector512<float> p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r + Vector512<float>.One);
        Vector512<int> power = Vector512.ConvertToInt32(n) + Vector512.Create(127);
        return p * (power << 23).AsSingle();
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Logistic(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>Negative values become 0.</summary>
    public static void Rectify(Span<float> values)
    {
        Span<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(values);
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] = Vector512.Max(vectors[i], Vector512<float>.Zero);
    }

    /// <summary>Each row less its mean, over its standard deviation.</summary>
    /// <param name="input">Rows of <paramref name="size"/> floats, a multiple of <see cref="Lanes"/>.</param>
    public static void Normalise(ReadOnlySpan<float> input, int size, int rows, Span<float> output)
    {
        ReadOnlySpan<Vector512<float>> from = MemoryMarshal.Cast<float, Vector512<float>>(input);
        Span<Vector512<float>> to = MemoryMarshal.Cast<float, Vector512<float>>(output);
        int width = size / Lanes;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<Vector512<float>> x = from.Slice(row * width, width);
            Span<Vector512<float>> y = to.Slice(row * width, width);
            Vector512<float> sum = Vector512<float>.Zero;
            foreach (Vector512<float> v in x)
                sum += v;
            Vector512<float> mean = Vector512.Create(Total(sum) / size);
            sum = Vector512<float>.Zero;
            foreach (Vector512<float> v in x)
            {
                Vector512<float> off = v - mean;
                sum = Vector512.FusedMultiplyAdd(off, off, sum);
            }

            Vector512<float> scale = Vector512.Create(1f / MathF.Sqrt(Total(sum) / size + 1e-5f));
            for (int i = 0; i < width; i++)
                y[i] = (x[i] - mean) * scale;
        }
    }

    /// <summary>The first <paramref name="count"/> values of a row become probabilities, the rest 0.</summary>
    /// <param name="row">A multiple of <see cref="Lanes"/>.</param>
    public static void Softmax(Span<float> row, int count)
    {
        float most = float.NegativeInfinity;
        foreach (float value in row[..count])
            most = Math.Max(most, value);
        row[count..].Fill(-1000f);
        Span<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(row);
        Vector512<float> sum = Vector512<float>.Zero;
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Exp(vectors[i] - Vector512.Create(most));
            sum += vectors[i];
        }

        Vector512<float> scale = Vector512.Create(1f / Total(sum));
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] *= scale;
        row[count..].Clear();
    }

    /// <returns>Where the greatest stands; of equals, the first.</returns>
    public static int Best(ReadOnlySpan<float> scores)
    {
        if (scores.Length < 2 * Lanes)
        {
            int best = 0;
            for (int i = 1; i < scores.Length; i++)
            {
                if (scores[i] > scores[best])
                    best = i;
            }

            return best;
        }

        // The greatest first, lane by lane; then where it stands.
        Vector512<float> most = Vector512.Create(scores);
        for (int i = Lanes; i < scores.Length; i += Lanes)
            most = Vector512.Max(most, Vector512.Create(scores[Math.Min(i, scores.Length - Lanes)..]));
        float top = float.NegativeInfinity;
        for (int lane = 0; lane < Lanes; lane++)
            top = Math.Max(top, most[lane]);
        return Math.Max(0, scores.IndexOf(top));
    }

    /// <summary>The lanes' sum, in an order that does not depend on the machine.</summary>
    private static float Total(Vector512<float> lanes)
    {
        Vector256<float> eight = lanes.GetLower() + lanes.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
