using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Networks;

/// <summary>A simple recurrent unit (Lei et al. 2018) without peepholes: half of its units read a sentence forward, half backward.</summary>
/// <remarks>
/// c[t] = f[t] c[t-1] + (1 - f[t]) z[t] and y = r c + (1 - r) x, with z a linear map of the normalised x, f and r the logistic function of two more. All matrix
/// work is done for many tokens at once; what must go word by word is a few additions.
/// </remarks>
internal sealed class RecurrentLayer(int size, LinearMap map)
{
    private const int Lanes = Arithmetic.Lanes;

    public int Size => size;

    /// <summary>Floats a row that <see cref="Run"/> needs as room.</summary>
    public int Room => map.Width;

    /// <param name="x">Rows of <see cref="Size"/>; replaced by the layer's output.</param>
    /// <param name="ends">One past the last row of each sentence, rising.</param>
    /// <param name="normal">Room for as many rows of <see cref="Size"/>.</param>
    /// <param name="gates">Room for as many rows of <see cref="Room"/>.</param>
    public void Run(Span<float> x, ReadOnlySpan<int> ends, Span<float> normal, Span<float> gates)
    {
        int rows = ends.IsEmpty ? 0 : ends[^1];
        Arithmetic.Normalise(x, size, rows, normal);
        map.Apply(normal, size, rows, gates);
        int width = size / Lanes, stride = map.Width / Lanes;
        Span<Vector512<float>> state = MemoryMarshal.Cast<float, Vector512<float>>(x);
        Span<Vector512<float>> u = MemoryMarshal.Cast<float, Vector512<float>>(gates);
        int start = 0;
        foreach (int end in ends)
        {
            for (int lane = 0; lane < width; lane++)
            {
                bool forward = lane < width / 2;
                Vector512<float> c = Vector512<float>.Zero;
                for (int step = 0; step < end - start; step++)
                {
                    int row = forward ? start + step : end - 1 - step;
                    Vector512<float> z = u[row * stride + lane];
                    Vector512<float> f = Arithmetic.Logistic(u[row * stride + width + lane]);
                    Vector512<float> r = Arithmetic.Logistic(u[row * stride + 2 * width + lane]);
                    c = Vector512.FusedMultiplyAdd(f, c, (Vector512<float>.One - f) * z);
                    ref Vector512<float> own = ref state[row * width + lane];
                    own = Vector512.FusedMultiplyAdd(r, c, (Vector512<float>.One - r) * own);
                }
            }

            start = end;
        }
    }
}
