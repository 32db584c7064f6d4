using System.Buffers;

namespace Stemma.Intake.Files;

/// <summary>Reads a stream whole, or refuses it where it is longer than one report may be.</summary>
internal static class BoundedBytes
{
    /// <exception cref="InputRejectedException">It is longer than <see cref="IntakeLimits.MaxReportBytes"/>.</exception>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> bytes = new(IntakeLimits.SniffBytes);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = stream.Read(bytes.GetSpan(IntakeLimits.SniffBytes));
            if (count == 0)
                return bytes.WrittenMemory;
            bytes.Advance(count);
            if (bytes.WrittenCount > IntakeLimits.MaxReportBytes)
                throw new InputRejectedException("longer than 16 MB, the most that is read as one report");
        }
    }
}
