using System.Collections.Immutable;
using System.Text;

namespace Stemma.Web.Pages.Delivery;

/// <summary>A page as it goes out, in pieces.</summary>
/// <remarks>Arrays of more than 85 kB are collected only with everything else, engine and pictures: with one for each drawing, collecting took longer than drawing.</remarks>
/// <param name="Head">What stands before <see cref="KeptPages.Gap"/>; the whole page where it has none.</param>
internal sealed record DrawnPage(ImmutableArray<byte[]> Head, ImmutableArray<byte[]> Tail, bool HasGap)
{
    private const int PieceBytes = 64 * 1024;

    private static readonly byte[] Gap = Encoding.UTF8.GetBytes(KeptPages.Gap);

    /// <summary>In bytes.</summary>
    public int Length { get; } = Head.Sum(p => p.Length) + Tail.Sum(p => p.Length);

    /// <param name="drawn">As it was drawn. Changed: the indentation of its markup, a thirtieth of a story's page, is taken out. What a reader sees does not have it, as no kept page shows text with its own spaces.</param>
    public static DrawnPage Of(Span<byte> drawn)
    {
        ReadOnlySpan<byte> page = Tightened(drawn);
        int gap = page.IndexOf(Gap);
        return gap < 0 ? new DrawnPage(Pieces(page), [], false) : new DrawnPage(Pieces(page[..gap]), Pieces(page[(gap + Gap.Length)..]), true);
    }

    /// <summary>The same with no blanks after a line's end.</summary>
    private static Span<byte> Tightened(Span<byte> text)
    {
        int end = 0;
        bool begins = false;
        foreach (byte b in text)
        {
            if (begins && (b is (byte)' ' or (byte)'\r' or (byte)'\n'))
                continue;
            begins = b == '\n';
            text[end++] = b;
        }

        return text[..end];
    }

    private static ImmutableArray<byte[]> Pieces(ReadOnlySpan<byte> bytes)
    {
        ImmutableArray<byte[]>.Builder pieces = ImmutableArray.CreateBuilder<byte[]>((bytes.Length / PieceBytes) + 1);
        for (int at = 0; at < bytes.Length; at += PieceBytes)
            pieces.Add(bytes.Slice(at, Math.Min(PieceBytes, bytes.Length - at)).ToArray());
        return pieces.ToImmutable();
    }
}
