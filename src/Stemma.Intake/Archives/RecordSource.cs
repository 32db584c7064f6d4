using System.Text;
using Stemma.Intake.Packing;

namespace Stemma.Intake.Archives;

/// <summary>The unpacked bytes of an archive, read line by line or in bulk, with their position.</summary>
internal sealed class RecordSource(Stream stream, CancellationToken cancellation) : ReadOnlyStream
{
    private readonly byte[] buffer = new byte[IntakeLimits.SniffBytes];
    private int at;
    private int end;

    /// <summary>How many bytes have been read from the source.</summary>
    public new long Position { get; private set; }

    public override int Read(Span<byte> into)
    {
        if (at == end && !Fill())
            return 0;
        int count = Math.Min(into.Length, end - at);
        buffer.AsSpan(at, count).CopyTo(into);
        at += count;
        Position += count;
        return count;
    }

    /// <summary>A line in Latin-1, without its end; null at the end of the source. One longer than <paramref name="limit"/> bytes is cut.</summary>
    public string? Line(int limit)
    {
        StringBuilder line = new();
        bool any = false;
        while (at < end || Fill())
        {
            any = true;
            int newLine = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            int count = newLine < 0 ? end - at : newLine;
            if (line.Length < limit)
                line.Append(Encoding.Latin1.GetString(buffer, at, Math.Min(count, limit - line.Length)));
            int passed = newLine < 0 ? count : count + 1;
            at += passed;
            Position += passed;
            if (newLine >= 0)
                break;
        }

        return any ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>Passes over bytes.</summary>
    /// <returns>How many there were.</returns>
    public long Skip(long count)
    {
        long left = count;
        while (left > 0 && (at < end || Fill()))
        {
            int step = (int)Math.Min(left, end - at);
            at += step;
            Position += step;
            left -= step;
        }

        return count - left;
    }

    /// <summary>Whether another byte follows; it is then at hand, and its place in a packed file known.</summary>
    public bool HasMore() => at < end || Fill();

    private bool Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        (at, end) = (0, stream.Read(buffer));
        return end > 0;
    }
}
