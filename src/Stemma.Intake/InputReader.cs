using Stemma.Intake.Files;

namespace Stemma.Intake;

/// <summary>Reads files, folders, globs and standard input; tells forms apart by content.</summary>
/// <remarks>
/// Forms: plain text, HTML, JSON Lines, CoNLL-U, each also packed with gzip. Whatever cannot be read stands under
/// <see cref="IntakeResult.Rejected"/> with one clear reason, and never stops the rest. A file that several paths lead to is read
/// once, where it is met first. Folders are walked in ordinal order of names, entries that begin with a dot left out.
/// </remarks>
/// <param name="standardInput">What <c>-</c> reads; null: the process's own.</param>
public sealed class InputReader(Stream? standardInput = null)
{
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public IntakeResult Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        IntakeSink sink = new();
        FormReader forms = new(sink, cancellation);
        bool standardInputRead = false;
        foreach (InputFile file in new InputPaths(cancellation).Expand(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Problem is { } problem)
                sink.Reject(file.Input, problem);
            else if (file.Path is { } path)
                ReadFile(forms, sink, file.Input, path);
            else if (!standardInputRead)
            {
                standardInputRead = true;
                using Stream input = standardInput ?? Console.OpenStandardInput();
                ReadStream(forms, sink, file.Input, () => input);
            }
        }

        return sink.ToResult();
    }

    private static void ReadFile(FormReader forms, IntakeSink sink, string input, string path) =>
        ReadStream(forms, sink, input, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan));

    private static void ReadStream(FormReader forms, IntakeSink sink, string input, Func<Stream> open)
    {
        try
        {
            using Stream stream = open();
            forms.Read(input, stream);
        }
        catch (InputRejectedException e)
        {
            sink.Reject(input, e.Message);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            sink.Reject(input, "no such file or folder");
        }
        catch (UnauthorizedAccessException)
        {
            sink.Reject(input, "may not be read: permission denied");
        }
        catch (IOException e)
        {
            sink.Reject(input, $"could not be read: {e.Message}");
        }
    }
}
