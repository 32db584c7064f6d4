namespace Stemma.Intake.Files;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PrefixedStream : Stream
{
    private readonly Stream rest;
    private readonly byte[] head;
    private readonly int length;
    private readonly InputRejectedException? fault;
    private int at;

    /// <param name="size">How many bytes to look ahead; fewer where the stream is shorter.</param>
    public PrefixedStream(Stream stream, int size)
    {
        rest = stream;
        head = new byte[size];
        try
        {
            int count;
            while (length < size && (count = stream.Read(head.AsSpan(length))) > 0)
                length += count;
        }
        catch (InputRejectedException e) when (length > 0)
        {
            fault = e; // told where it stands, behind what could still be read: the lines before a cut are good reports
        }
    }

    /// <summary>The first bytes, whether read since or not.</summary>
    public ReadOnlySpan<byte> Head => head.AsSpan(0, length);

    /// <summary>Whether <see cref="Head"/> is all there is.</summary>
    public bool IsWhole => length < head.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (at >= length)
            return fault is null ? rest.Read(buffer) : throw fault;
        int count = Math.Min(buffer.Length, length - at);
        head.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
