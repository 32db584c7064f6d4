using System.Buffers.Binary;

namespace Stemma.Intake.Packing;

/// <summary>The packed bytes of a gzip file, handed to the inflater in small pieces, so that the end of a member can be found again.</summary>
/// <remarks>
/// The inflater of .NET does not tell how many of the bytes it was given lie behind the end of its data. They are all in the last piece, and the member's
/// trailer (checksum and length of what came out) tells where: eight known bytes in at most <see cref="Piece"/> places.
/// </remarks>
internal sealed class PackedWindow(Stream packed, long offset) : ReadOnlyStream
{
    private const int Piece = 4096;

    public const int TrailerBytes = 8;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int pieceStart;
    private int at;
    private int end;
    private bool ended;

    /// <summary>Where in the packed file the next byte stands.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Hands out the next piece.</summary>
    public override int Read(Span<byte> into)
    {
        Fill(1);
        int count = Math.Min(Math.Min(into.Length, Piece), end - at);
        pieceStart = at;
        buffer.AsSpan(at, count).CopyTo(into);
        at += count;
        Offset += count;
        return count;
    }

    /// <returns>-1 at the end.</returns>
    public int Next()
    {
        Fill(1);
        pieceStart = at;
        if (at == end)
            return -1;
        Offset++;
        return buffer[at++];
    }

    /// <summary>Steps back behind the trailer that stands somewhere in the last piece or right after it.</summary>
    /// <returns>False if it does not: the data is damaged, or ends before it.</returns>
    public bool SkipTrailer(uint checksum, long length)
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], unchecked((uint)length));
        Fill(TrailerBytes);
        int found = buffer.AsSpan(pieceStart, Math.Min(end, at + TrailerBytes) - pieceStart).IndexOf(trailer);
        if (found < 0)
            return false;
        int next = pieceStart + found + TrailerBytes;
        Offset += next - at;
        pieceStart = at = next;
        return true;
    }

    /// <summary>Holds at least so many bytes ahead, where there are so many; the last piece stays.</summary>
    private void Fill(int ahead)
    {
        if (end - at >= ahead || ended)
            return;
        if (buffer.Length - end < Piece + ahead)
        {
            int kept = Math.Min(pieceStart, at);
            buffer.AsSpan(kept, end - kept).CopyTo(buffer);
            (pieceStart, at, end) = (pieceStart - kept, at - kept, end - kept);
        }

        while (end - at < ahead && !ended)
        {
            int count = packed.Read(buffer.AsSpan(end));
            end += count;
            ended = count == 0;
        }
    }
}
