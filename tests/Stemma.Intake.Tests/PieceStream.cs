namespace Stemma.Intake.Tests;

/// <summary>Delivers its pieces one a read, as a pipe does; tells before each which one is asked for.</summary>
internal sealed class PieceStream(IReadOnlyList<byte[]> pieces, Action<int>? asked = null) : Stream
{
    private int next;

    /// <summary>The same bytes in pieces of one length.</summary>
    public static PieceStream Cut(byte[] bytes, int length) => new([.. bytes.Chunk(length)]);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        asked?.Invoke(next);
        if (next == pieces.Count)
            return 0;
        byte[] piece = pieces[next++];
        Assert.True(piece.Length <= count, "the pieces of these tests fit into what is asked for");
        piece.CopyTo(buffer, offset);
        return piece.Length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
