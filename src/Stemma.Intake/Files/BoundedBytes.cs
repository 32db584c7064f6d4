using System.Buffers;

namespace Stemma.Intake.Files;

/// <summary>Reads a stream whole, or refuses it where it is longer than it may be.</summary>
internal static class BoundedBytes
{
    /// <exception cref="InputRejectedException">It is longer than <paramref name="limit"/> bytes.</exception>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, CancellationToken cancellation, int limit = IntakeLimits.MaxReportBytes)
    {
        ArrayBufferWriter<byte> bytes = new(IntakeLimits.SniffBytes);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = stream.Read(bytes.GetSpan(IntakeLimits.SniffBytes));
            if (count == 0)
                return bytes.WrittenMemory;
            bytes.Advance(count);
            if (bytes.WrittenCount > limit)
                throw new InputRejectedException($"longer than {limit >> 20} MB, the most that is read as one {(limit == IntakeLimits.MaxReportBytes ? "report" : "list or message")}");
        }
    }
}
