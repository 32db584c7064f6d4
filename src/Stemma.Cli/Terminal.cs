using System.Text;

namespace Stemma.Cli;

/// <summary>Where a call reads from and prints to, and what the other end can show.</summary>
/// <remarks>Made by the process for itself, and by tests for theirs: no command touches <see cref="Console"/>.</remarks>
internal sealed class Terminal : IDisposable
{
    public required Stream Input { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether results go to a person's screen rather than into a pipe or file.</summary>
    public required bool IsScreen { get; init; }

    /// <summary>Whether colours may be used: a screen, and <c>NO_COLOR</c> (no-color.org) not set.</summary>
    public required bool Color { get; init; }

    /// <summary>Characters in a line, 40 to 160; 100 in a pipe.</summary>
    public required int Width { get; init; }

    public static Terminal OfProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        bool screen = !Console.IsOutputRedirected;
        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { AutoFlush = false, NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" },
            IsScreen = screen,
            Color = screen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = screen ? Math.Clamp(WindowWidth(), 40, 160) : 100,
        };
    }

    public void Dispose()
    {
        Output.Flush();
        Error.Flush();
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 100; // a screen without a size, as some build servers offer
        }
    }
}
