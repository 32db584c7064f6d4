using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Language.Networks;

/// <summary>A linear map of many rows at once: y = W x + b.</summary>
/// <remarks>
/// Each lane of a vector holds one output and sums over the inputs in their order, with fused multiply-add. So a row's result is the same bits for any
/// vector width, on any machine, whatever rows are beside it. Weights lie in tiles of <see cref="Tile"/> outputs.
/// </remarks>
internal sealed class LinearMap
{
    /// <summary>Outputs computed together; rows of outputs are this many apart at least.</summary>
    public const int Tile = 32;

    /// <summary>Rows computed together: buffers hold a multiple of it, and what stands past the last row is not looked at.</summary>
    public const int RowTile = 8;

    private readonly float[] weights;
    private readonly float[] bias;

    /// <param name="weight">Output by output, each with its inputs.</param>
    /// <param name="bias">One an output, or empty for none.</param>
    public LinearMap(int inputs, int outputs, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
    {
        (Inputs, Outputs, Width) = (inputs, outputs, (outputs + Tile - 1) / Tile * Tile);
        weights = new float[Width * inputs];
        this.bias = new float[Width];
        bias.CopyTo(this.bias);
        for (int o = 0; o < outputs; o++)
        {
            int at = o / Tile * Tile * inputs + o % Tile;
            for (int i = 0; i < inputs; i++)
                weights[at + i * Tile] = weight[o * inputs + i];
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Floats from one row of outputs to the next; those past <see cref="Outputs"/> are zero.</summary>
    public int Width { get; }

    public static int Padded(int rows) => (rows + RowTile - 1) / RowTile * RowTile;

    /// <param name="input">Rows of <paramref name="stride"/> floats, the first <see cref="Inputs"/> of each are read; <see cref="Padded"/> rows.</param>
    /// <param name="output">Rows of <see cref="Width"/> floats; <see cref="Padded"/> rows.</param>
    public void Apply(ReadOnlySpan<float> input, int stride, int rows, Span<float> output) =>
        Multiply(input, stride, rows, weights, bias, Inputs, Width, output);

    /// <summary>The same with weights that were packed elsewhere.</summary>
    /// <param name="packed">Tiles of <see cref="Tile"/> outputs: input by input, the tile's weights.</param>
    internal static void Multiply(
        ReadOnlySpan<float> input, int stride, int rows, ReadOnlySpan<float> packed, ReadOnlySpan<float> bias, int inputs, int width, Span<float> output, bool narrow = false)
    {
        rows = Padded(rows);
        if (rows == 0)
            return;
        if (inputs > stride || input.Length < (rows - 1) * stride + inputs || output.Length < rows * width || packed.Length < width * inputs || bias.Length < width)
            throw new ArgumentException("A buffer is too short for its rows.", nameof(input));
        bool wide = Vector512.IsHardwareAccelerated && !narrow;
        for (int tile = 0; tile < width; tile += Tile)
        {
            ReadOnlySpan<float> own = packed.Slice(tile * inputs, inputs * Tile);
            for (int row = 0; row < rows; row += RowTile)
            {
                ref float x = ref Unsafe.AsRef(in input[row * stride]);
                ref float y = ref output[row * width + tile];
                if (wide)
                {
                    Wide(ref x, stride, ref MemoryMarshal.GetReference(own), ref Unsafe.AsRef(in bias[tile]), inputs, ref y, width);
                    continue;
                }

                for (int part = 0; part < Tile; part += 2 * Vector<float>.Count)
                {
                    for (int four = 0; four < RowTile; four += 4)
                    {
                        Narrow(
                            ref Unsafe.Add(ref x, four * stride), stride, ref Unsafe.AsRef(in own[part]), ref Unsafe.AsRef(in bias[tile + part]), inputs,
                            ref Unsafe.Add(ref y, four * width + part), width);
                    }
                }
            }
        }
    }

    /// <summary>Eight rows by 32 outputs in sixteen registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide(ref float x, int stride, ref float w, ref float b, int inputs, ref float y, int width)
    {
        Vector512<float> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, 16);
        Vector512<float> a0 = b0, a1 = b0, a2 = b0, a3 = b0, a4 = b0, a5 = b0, a6 = b0, a7 = b0;
        Vector512<float> c0 = b1, c1 = b1, c2 = b1, c3 = b1, c4 = b1, c5 = b1, c6 = b1, c7 = b1;
        ref float x1 = ref Unsafe.Add(ref x, stride);
        ref float x2 = ref Unsafe.Add(ref x1, stride);
        ref float x3 = ref Unsafe.Add(ref x2, stride);
        ref float x4 = ref Unsafe.Add(ref x3, stride);
        ref float x5 = ref Unsafe.Add(ref x4, stride);
        ref float x6 = ref Unsafe.Add(ref x5, stride);
        ref float x7 = ref Unsafe.Add(ref x6, stride);
        for (nint i = 0; i < inputs; i++)
        {
            Vector512<float> w0 = Vector512.LoadUnsafe(ref w), w1 = Vector512.LoadUnsafe(ref w, 16);
            w = ref Unsafe.Add(ref w, Tile);
            Vector512<float> v = Vector512.Create(Unsafe.Add(ref x, i));
            a0 = Vector512.FusedMultiplyAdd(v, w0, a0);
            c0 = Vector512.FusedMultiplyAdd(v, w1, c0);
            v = Vector512.Create(Unsafe.Add(ref x1, i));
            a1 = Vector512.FusedMultiplyAdd(v, w0, a1);
            c1 = Vector512.FusedMultiplyAdd(v, w1, c1);
            v = Vector512.Create(Unsafe.Add(ref x2, i));
            a2 = Vector512.FusedMultiplyAdd(v, w0, a2);
            c2 = Vector512.FusedMultiplyAdd(v, w1, c2);
            v = Vector512.Create(Unsafe.Add(ref x3, i));
            a3 = Vector512.FusedMultiplyAdd(v, w0, a3);
            c3 = Vector512.FusedMultiplyAdd(v, w1, c3);
            v = Vector512.Create(Unsafe.Add(ref x4, i));
            a4 = Vector512.FusedMultiplyAdd(v, w0, a4);
            c4 = Vector512.FusedMultiplyAdd(v, w1, c4);
            v = Vector512.Create(Unsafe.Add(ref x5, i));
            a5 = Vector512.FusedMultiplyAdd(v, w0, a5);
            c5 = Vector512.FusedMultiplyAdd(v, w1, c5);
            v = Vector512.Create(Unsafe.Add(ref x6, i));
            a6 = Vector512.FusedMultiplyAdd(v, w0, a6);
            c6 = Vector512.FusedMultiplyAdd(v, w1, c6);
            v = Vector512.Create(Unsafe.Add(ref x7, i));
            a7 = Vector512.FusedMultiplyAdd(v, w0, a7);
            c7 = Vector512.FusedMultiplyAdd(v, w1, c7);
        }

        Store(a0, c0, ref y);
        Store(a1, c1, ref y = ref Unsafe.Add(ref y, width));
        Store(a2, c2, ref y = ref Unsafe.Add(ref y, width));
        Store(a3, c3, ref y = ref Unsafe.Add(ref y, width));
        Store(a4, c4, ref y = ref Unsafe.Add(ref y, width));
        Store(a5, c5, ref y = ref Unsafe.Add(ref y, width));
        Store(a6, c6, ref y = ref Unsafe.Add(ref y, width));
        Store(a7, c7, ref y = ref Unsafe.Add(ref y, width));
    }

    private static void Store(Vector512<float> first, Vector512<float> second, ref float y)
    {
        first.StoreUnsafe(ref y);
        second.StoreUnsafe(ref y, 16);
    }

    /// <summary>Four rows by two vectors of whatever width the machine has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ref float x, int stride, ref float w, ref float b, int inputs, ref float y, int width)
    {
        nuint second = (nuint)Vector<float>.Count;
        Vector<float> b0 = Vector.LoadUnsafe(ref b), b1 = Vector.LoadUnsafe(ref b, second);
        Vector<float> a0 = b0, a1 = b0, a2 = b0, a3 = b0, c0 = b1, c1 = b1, c2 = b1, c3 = b1;
        ref float x1 = ref Unsafe.Add(ref x, stride);
        ref float x2 = ref Unsafe.Add(ref x1, stride);
        ref float x3 = ref Unsafe.Add(ref x2, stride);
        for (nint i = 0; i < inputs; i++)
        {
            Vector<float> w0 = Vector.LoadUnsafe(ref w), w1 = Vector.LoadUnsafe(ref w, second);
            w = ref Unsafe.Add(ref w, Tile);
            Vector<float> v = new(Unsafe.Add(ref x, i));
            a0 = Vector.FusedMultiplyAdd(v, w0, a0);
            c0 = Vector.FusedMultiplyAdd(v, w1, c0);
            v = new(Unsafe.Add(ref x1, i));
            a1 = Vector.FusedMultiplyAdd(v, w0, a1);
            c1 = Vector.FusedMultiplyAdd(v, w1, c1);
            v = new(Unsafe.Add(ref x2, i));
            a2 = Vector.FusedMultiplyAdd(v, w0, a2);
            c2 = Vector.FusedMultiplyAdd(v, w1, c2);
            v = new(Unsafe.Add(ref x3, i));
            a3 = Vector.FusedMultiplyAdd(v, w0, a3);
            c3 = Vector.FusedMultiplyAdd(v, w1, c3);
        }

        Store(a0, c0, ref y);
        Store(a1, c1, ref y = ref Unsafe.Add(ref y, width));
        Store(a2, c2, ref y = ref Unsafe.Add(ref y, width));
        Store(a3, c3, ref y = ref Unsafe.Add(ref y, width));
    }

    private static void Store(Vector<float> first, Vector<float> second, ref float y)
    {
        first.StoreUnsafe(ref y);
        second.StoreUnsafe(ref y, (nuint)Vector<float>.Count);
    }
}
