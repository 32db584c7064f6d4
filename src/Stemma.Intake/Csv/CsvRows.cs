using System.Buffers;
using Stemma.Intake.Files;

namespace Stemma.Intake.Csv;

/// <summary>Parts a stream into the rows of a table as RFC 4180 has it: quotes around fields, doubled inside; line ends inside quotes are text.</summary>
/// <remarks>Works on bytes, whose marks are ASCII in every encoding read here. Never holds more than one row.</remarks>
internal sealed class CsvRows(Stream stream, byte delimiter, CancellationToken cancellation)
{
    /// <summary>Most fields of a row.</summary>
    private const int MaxFields = 1024;

    private readonly byte[] buffer = new byte[IntakeLimits.SniffBytes];
    private readonly ArrayBufferWriter<byte> row = new();
    private readonly List<int> ends = [];
    private int at;
    private int end;

    /// <summary>The line of the file that the row begins in, from 1.</summary>
    public int Line { get; private set; }

    private int lines = 1;

    /// <summary>Why the row cannot be used, or null.</summary>
    public string? Problem { get; private set; }

    public int Count => ends.Count;

    /// <exception cref="InputRejectedException">The bytes are no text.</exception>
    public string Field(int index) => TextDecoder.Decode(row.WrittenSpan[(index == 0 ? 0 : ends[index - 1])..ends[index]]);

    /// <returns>False at the end of the stream. Blank lines are passed over.</returns>
    public bool Next()
    {
        while (ReadRow())
        {
            if (Problem is not null || ends.Count > 1 || ends is [> 0])
                return true;
        }

        return false;
    }

    private bool ReadRow()
    {
        row.ResetWrittenCount();
        ends.Clear();
        (Problem, Line) = (null, lines);
        bool any = false, quoted = false, start = true, wasQuoted = false;
        while (true)
        {
            int next = Byte();
            if (next < 0)
            {
                Problem ??= quoted ? "a quote that is never closed" : null;
                break;
            }

            any = true;
            lines += next == '\n' ? 1 : 0;
            if (quoted)
            {
                if (next != '"')
                    Append((byte)next);
                else if (Peek() == '"')
                    Append((byte)Byte());
                else
                    (quoted, wasQuoted) = (false, true);
                continue;
            }

            if (next == '"' && start)
                (quoted, start) = (true, false);
            else if (next == delimiter)
            {
                EndField();
                (start, wasQuoted) = (true, false);
            }
            else if (next == '\n' || (next == '\r' && Peek() is '\n' or -1))
            {
                if (next == '\n')
                    break;
            }
            else
            {
                // Words behind a closed quote are a slip of the writer; they are kept.
                Append((byte)next);
                start = wasQuoted && start;
            }
        }

        if (any)
            EndField();
        return any;
    }

    private void EndField()
    {
        if (ends.Count < MaxFields)
            ends.Add(row.WrittenCount);
        else
            Problem ??= $"a row of more than {MaxFields} fields";
    }

    private void Append(byte value)
    {
        if (row.WrittenCount >= IntakeLimits.MaxReportBytes)
        {
            Problem ??= "a row longer than 16 MB, the most that is read as one report";
            return;
        }

        row.GetSpan(1)[0] = value;
        row.Advance(1);
    }

    private int Peek()
    {
        if (at == end)
            Fill();
        return at < end ? buffer[at] : -1;
    }

    private int Byte()
    {
        if (at == end)
            Fill();
        return at < end ? buffer[at++] : -1;
    }

    private void Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        (at, end) = (0, stream.Read(buffer));
    }
}
