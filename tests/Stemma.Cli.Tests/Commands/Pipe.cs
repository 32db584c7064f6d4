using System.Text;

namespace Stemma.Cli.Tests.Commands;

/// <summary>Both ends of a command that answers as it goes: a line of input is delivered only when so many lines of output are there.</summary>
internal sealed class Pipe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // only a failing test waits so long

    private readonly SemaphoreSlim printed = new(0);
    private readonly StringBuilder output = new();

    /// <param name="input">Lines of input, each with the number of lines of output that it waits for.</param>
    public Pipe(params (string Line, int After)[] input) => (Input, Output) = (new Lines(this, input), new Flushed(this));

    /// <summary>What was printed when each line was asked for; shorter than the input where the command never answered.</summary>
    public List<string> OutputBefore { get; } = [];

    public Stream Input { get; }

    public TextWriter Output { get; }

    public void Dispose()
    {
        printed.Dispose();
        Input.Dispose();
        Output.Dispose();
    }

    private string Seen()
    {
        lock (output)
            return output.ToString();
    }

    private sealed class Flushed(Pipe pipe) : TextWriter(null)
    {
        private readonly StringBuilder waiting = new();

        public override string NewLine => "\n";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => waiting.Append(value);

        /// <summary>What is not flushed does not reach the other end.</summary>
        public override void Flush()
        {
            lock (pipe.output)
                pipe.output.Append(waiting);
            int lines = waiting.ToString().Count(c => c == '\n');
            waiting.Clear();
            if (lines > 0)
                pipe.printed.Release(lines);
        }
    }

    private sealed class Lines(Pipe pipe, (string Line, int After)[] input) : Stream
    {
        private int next;
        private int awaited;

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
            if (next == input.Length)
                return 0;
            (string line, int after) = input[next++];
            for (; awaited < after; awaited++)
            {
                if (!pipe.printed.Wait(Patience))
                    return 0; // the command waits for more input first
            }

            pipe.OutputBefore.Add(pipe.Seen());
            return Encoding.UTF8.GetBytes(line + "\n", buffer.AsSpan(offset, count));
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
