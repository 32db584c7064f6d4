using System.Collections.Immutable;
using Stemma.Intake.Conllu;
using Stemma.Intake.Files;
using Stemma.Reports;
using Stemma.Weighing;

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
    /// <summary>Reads all inputs and keeps what they hold.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public IntakeResult Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        ImmutableArray<RawReport>.Builder reports = ImmutableArray.CreateBuilder<RawReport>();
        ImmutableArray<Rejection>.Builder rejected = ImmutableArray.CreateBuilder<Rejection>();
        ImmutableArray<ConlluDocument>.Builder conllu = ImmutableArray.CreateBuilder<ConlluDocument>();
        Read(paths, item =>
        {
            if (item.Report is { } report)
                reports.Add(report);
            else if (item.Conllu is { } document)
                conllu.Add(document);
            else
                rejected.Add(item.Rejected!);
        }, cancellation);
        return new IntakeResult(reports.ToImmutable(), rejected.ToImmutable()) { Conllu = conllu.ToImmutable() };
    }

    /// <summary>Reads the inputs one after another and hands on each report as soon as its last byte is there: JSON Lines line by line, all else file by file.</summary>
    /// <remarks>
    /// Nothing is kept, so that an endless stream may be read; only the ids of one JSON Lines input are, to tell doubles. What is found does not depend on
    /// the pieces in which a stream delivers its bytes.
    /// </remarks>
    /// <param name="found">Called in order of input, on the caller's thread; reading goes on when it returns.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public void Read(IEnumerable<string> paths, Action<IntakeItem> found, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(found);
        IntakeSink sink = new(found);
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
