using System.Buffers;

namespace Stemma.Intake.Files;

/// <summary>Parts a stream into lines without ever holding more than one, and no line beyond the limit of a report.</summary>
internal sealed class ByteLines(Stream stream, CancellationToken cancellation)
{
    private readonly byte[] buffer = new byte[IntakeLimits.SniffBytes];
    private readonly ArrayBufferWriter<byte> line = new();
    private int at;
    private int end;

    /// <summary>Its number in the file, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line was longer than <see cref="IntakeLimits.MaxReportBytes"/>; its text is then dropped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line without its end.</summary>
    public ReadOnlyMemory<byte> Current => line.WrittenMemory;

    /// <returns>False at the end of the stream.</returns>
    public bool Next()
    {
        // A writer that once held a long line would keep its memory for good.
        line.ResetWrittenCount();
        IsTooLong = false;
        bool any = false;
        while (true)
        {
            if (at == end)
            {
                cancellation.ThrowIfCancellationRequested();
                (at, end) = (0, stream.Read(buffer));
                if (end == 0)
                    break;
            }

            any = true;
            ReadOnlySpan<byte> rest = buffer.AsSpan(at, end - at);
            int newLine = rest.IndexOf((byte)'\n');
            Append(newLine < 0 ? rest : rest[..newLine]);
            at = newLine < 0 ? end : at + newLine + 1;
            if (newLine >= 0)
                break;
        }

        Number += any ? 1 : 0;
        return any;
    }

    /// <summary>The line and all that follows, for a stream that turned out to be no lines at all.</summary>
    /// <exception cref="InputRejectedException">Longer than <see cref="IntakeLimits.MaxListBytes"/>.</exception>
    public ReadOnlyMemory<byte> CurrentAndRest()
    {
        line.Write("\n"u8);
        ReadOnlySpan<byte> part = buffer.AsSpan(at, end - at);
        while (true)
        {
            line.Write(part);
            if (line.WrittenCount > IntakeLimits.MaxListBytes)
                throw new InputRejectedException("JSON that is one value longer than 64 MB");
            cancellation.ThrowIfCancellationRequested();
            (at, end) = (0, stream.Read(buffer));
            if (end == 0)
                return line.WrittenMemory;
            part = buffer.AsSpan(0, end);
        }
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        if (IsTooLong || line.WrittenCount + part.Length > IntakeLimits.MaxReportBytes)
        {
            IsTooLong = true;
            line.ResetWrittenCount();
            return;
        }

        line.Write(part);
    }
}
