using System.Collections.Immutable;

namespace Stemma.Exports;

/// <summary>From offsets in UTF-16 code units, as Stemma counts, to offsets in code points, as the Web Annotation model does.</summary>
internal sealed class CodePoints
{
    /// <summary>Of each pair of surrogates the place of its second half, ascending: every offset behind it counts one less.</summary>
    private readonly ImmutableArray<int> seconds;

    public CodePoints(string text)
    {
        ImmutableArray<int>.Builder found = ImmutableArray.CreateBuilder<int>();
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                found.Add(i);
        }

        seconds = found.ToImmutable();
    }

    public int At(int offset)
    {
        int i = seconds.AsSpan().BinarySearch(offset);
        return offset - (i < 0 ? ~i : i);
    }
}
