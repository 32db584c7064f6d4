using System.IO.Compression;

namespace Stemma.Intake.Files;

/// <summary>Unpacks gzip and stops at a bomb: output far beyond what text ever packs to.</summary>
/// <remarks>Several members one after another are read as one, as gzip has it.</remarks>
internal sealed class InflatingStream(Stream packed) : Stream
{
    private readonly CountingStream counted = new(packed);
    private GZipStream? inflater;
    private long produced;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InputRejectedException">The data is broken, or a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        inflater ??= new GZipStream(counted, CompressionMode.Decompress, leaveOpen: true);
        int count;
        try
        {
            count = inflater.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new InputRejectedException("a broken gzip file, damaged or cut short");
        }

        produced += count;
        if (produced > IntakeLimits.InflationGrace && produced / IntakeLimits.MaxInflation > counted.Count)
            throw new InputRejectedException("a gzip file that unpacks to more than any text does: taken for a bomb");
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflater?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Knows how many packed bytes were asked for.</summary>
    private sealed class CountingStream(Stream stream) : Stream
    {
        public long Count { get; private set; }

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
            int count = stream.Read(buffer);
            Count += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
