using System.Collections.Immutable;
using Stemma.Weighing;

namespace Stemma.Cli.Storing;

/// <summary>A log of corrections as a file of JSON Lines; lines that are empty or begin with # are left out.</summary>
internal static class CorrectionFile
{
    /// <returns>Null where it cannot be read or a line is no correction; standard error then tells which and why.</returns>
    public static ImmutableArray<Correction>? Read(Terminal terminal, string path)
    {
        ImmutableArray<Correction>.Builder log = ImmutableArray.CreateBuilder<Correction>();
        int number = 0;
        try
        {
            using StreamReader reader = path == "-" ? new StreamReader(terminal.Input, leaveOpen: true) : new StreamReader(path);
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (line.AsSpan().Trim() is { IsEmpty: false } text && text[0] != '#')
                    log.Add(CorrectionJson.Read(line));
            }

            return log.ToImmutable();
        }
        catch (FormatException e)
        {
            terminal.Error.WriteLine($"stemma: {path}, line {number}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"stemma: {path}: {e.Message}");
        }

        return null;
    }
}
