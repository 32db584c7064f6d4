using Stemma.Intake.Packing;

namespace Stemma.Intake.Files;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PrefixedStream : ReadOnlyStream
{
    private readonly Stream rest;
    private readonly byte[] head;
    private readonly int length;
    private readonly int shown;
    private readonly InputRejectedException? fault;
    private int at;

    /// <param name="size">How many bytes to look ahead; fewer where the stream is shorter.</param>
    /// <param name="enough">How many of the bytes read so far suffice as head, or -1 if they do not: a stream that pauses is then not waited for.</param>
    public PrefixedStream(Stream stream, int size, Func<ReadOnlySpan<byte>, int> enough)
    {
        rest = stream;
        head = new byte[size];
        shown = -1;
        try
        {
            while (shown < 0 && length < size)
            {
                int count = stream.Read(head.AsSpan(length));
                length += count;
                IsWhole = count == 0;
                if (IsWhole)
                    break;
                shown = enough(head.AsSpan(0, length));
            }
        }
        catch (InputRejectedException e) when (length > 0)
        {
            (fault, IsWhole) = (e, true); // told where it stands, behind what could still be read: the lines before a cut are good reports
        }

        shown = shown < 0 ? length : shown;
    }

    /// <summary>The first bytes, whether read since or not; the same however many bytes the stream delivers at once.</summary>
    public ReadOnlySpan<byte> Head => head.AsSpan(0, shown);

    /// <summary>Whether <see cref="Head"/> is known to be all that can be read.</summary>
    public bool IsWhole { get; }

    public override int Read(Span<byte> buffer)
    {
        if (at >= length)
            return fault is null ? rest.Read(buffer) : throw fault;
        int count = Math.Min(buffer.Length, length - at);
        head.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }
}
