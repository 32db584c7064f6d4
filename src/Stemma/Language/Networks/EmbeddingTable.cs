using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Stemma.Language.Networks;

/// <summary>Rows of 8-bit numbers, each row with its own scale.</summary>
/// <remarks>Quantised by the trainer (round to nearest, symmetric); a quarter of the size of floats, at no loss that the dev figures show.</remarks>
internal sealed class EmbeddingTable
{
    private readonly sbyte[] values;
    private readonly float[] scales;

    private EmbeddingTable(int size, sbyte[] values, float[] scales) => (Size, this.values, this.scales) = (size, values, scales);

    /// <summary>Numbers in a row.</summary>
    public int Size { get; }

    public int Rows => scales.Length;

    /// <param name="reader">At counts of rows and of numbers a row; then the scales, then the numbers.</param>
    public static EmbeddingTable Read(BinaryReader reader)
    {
        int rows = reader.ReadInt32(), size = reader.ReadInt32();
        float[] scales = new float[rows];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(scales.AsSpan()));
        sbyte[] values = new sbyte[checked(rows * size)];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return new EmbeddingTable(size, values, scales);
    }

    /// <summary>Adds a row to <paramref name="sum"/>, which holds <see cref="Size"/> numbers, a multiple of 16.</summary>
    public void AddTo(Span<float> sum, int row)
    {
        ReadOnlySpan<sbyte> from = values.AsSpan(row * Size, Size);
        Vector512<float> scale = Vector512.Create(scales[row]);
        Span<Vector512<float>> to = System.Runtime.InteropServices.MemoryMarshal.Cast<float, Vector512<float>>(sum);
        for (int i = 0; i < to.Length; i++)
            to[i] = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(Widened(Vector128.Create(from.Slice(i * 16, 16)))), scale, to[i]);
    }

    private static Vector512<int> Widened(Vector128<sbyte> bytes)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Int32(bytes);
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(bytes);
        return Vector512.Create(
            Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low)), Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high)));
    }

    /// <summary>Writes a row as floats.</summary>
    /// <param name="target">At least <see cref="Size"/>.</param>
    public void Write(Span<float> target, int row)
    {
        ReadOnlySpan<sbyte> from = values.AsSpan(row * Size, Size);
        float scale = scales[row];
        int i = 0;
        for (; i + 16 <= from.Length; i += 16)
            (Vector512.ConvertToSingle(Widened(Vector128.Create(from.Slice(i, 16)))) * scale).CopyTo(target[i..]);
        for (; i < from.Length; i++)
            target[i] = from[i] * scale;
    }
}
