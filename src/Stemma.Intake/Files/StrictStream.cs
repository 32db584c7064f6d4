using System.Text;

namespace Stemma.Intake.Files;

/// <summary>A stream that is being transcoded, whose broken characters are a rejection instead of a crash.</summary>
internal sealed class StrictStream(Stream transcoding) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InputRejectedException">The text is broken.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return transcoding.Read(buffer);
        }
        catch (DecoderFallbackException)
        {
            throw new InputRejectedException("broken UTF-16");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
