using System.Collections.Immutable;
using Stemma.Intake.Archives;
using Stemma.Intake.Carriers;
using Stemma.Intake.Conllu;
using Stemma.Intake.Files;
using Stemma.Intake.Web;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>Reads files, folders, globs and standard input; tells forms apart by content.</summary>
/// <remarks>
/// Forms: plain text, HTML, JSON Lines, CSV, RSS, Atom, JSON Feed, WARC, ninjs, NewsML-G2, NITF, CoNLL-U, each also packed with gzip; OPML and sitemaps as lists of
/// addresses. <c>docs/guide/inputs.md</c> tells what is taken from each. Whatever cannot be read stands under
/// <see cref="IntakeResult.Rejected"/> with one clear reason, and never stops the rest. A file that several paths lead to is read
/// once, where it is met first. Folders are walked in ordinal order of names, entries that begin with a dot left out.
/// </remarks>
/// <param name="standardInput">What <c>-</c> reads; null: the process's own.</param>
public sealed class InputReader(Stream? standardInput = null)
{
    /// <summary>Reads addresses; null: they are rejected.</summary>
    public WebInputs? Web { get; init; }

    /// <summary>Whether the versions of a wire item (ninjs, NewsML-G2) are held until all inputs are read, so that the last is the only one. Else each is handed on as it
    /// comes, for callers that must not wait: the last with an <see cref="RawReport.ItemId"/> stands.</summary>
    public bool HoldsVersions { get; init; }

    /// <summary>Reads all inputs and keeps what they hold; of an item that comes in several versions the last.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public IntakeResult Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        Revisions reports = new();
        ImmutableArray<Rejection>.Builder rejected = ImmutableArray.CreateBuilder<Rejection>();
        ImmutableArray<ConlluDocument>.Builder conllu = ImmutableArray.CreateBuilder<ConlluDocument>();
        ImmutableArray<Remark>.Builder remarks = ImmutableArray.CreateBuilder<Remark>();
        Read(paths, item =>
        {
            if (item.Report is { } report)
                reports.Add(report);
            else if (item.Conllu is { } document)
                conllu.Add(document);
            else if (item.Remark is { } remark)
                remarks.Add(remark);
            else
                rejected.Add(item.Rejected ?? item.Links!.AsRejection());
        }, cancellation);
        return new IntakeResult(reports.Take(), rejected.ToImmutable()) { Conllu = conllu.ToImmutable(), Remarks = remarks.ToImmutable() };
    }

    /// <summary>Reads the inputs one after another and hands on each report as soon as its last byte is there: JSON Lines, tables and archives as they come, all else file by file.</summary>
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
        IntakeSink sink = new(found, HoldsVersions ? new Revisions() : null);
        FormReader forms = new(sink, cancellation);
        bool standardInputRead = false;
        foreach (InputFile file in new InputPaths(cancellation).Expand(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Problem is { } problem)
                sink.Reject(file.Input, problem);
            else if (file.Path is { } path)
                ReadStream(sink, file.Input, () => forms.Read(file.Input, () => OpenFile(path, file.Start), Carrier.File, file.Start));
            else if (file.Address is { } address)
                ReadStream(sink, file.Input, () => ReadAddress(forms, file.Input, address, cancellation));
            else if (!standardInputRead)
            {
                standardInputRead = true;
                ReadStream(sink, file.Input, () => forms.Read(file.Input, () => standardInput ?? Console.OpenStandardInput(), Carrier.File, null));
            }

            sink.Next = null;
        }

        sink.Release();
    }

    private static FileStream OpenFile(string path, ArchiveOffset? start)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        if (start is { } offset)
            file.Position = offset.Byte;
        return file;
    }

    private void ReadAddress(FormReader forms, string input, Uri address, CancellationToken cancellation)
    {
        if (Web is null)
            throw new InputRejectedException("an address, and this call reads files only");
        (Stream bytes, Carrier carrier) = Web.Open(address, cancellation);
        forms.Read(input, () => bytes, carrier, null);
    }

    private static void ReadStream(IntakeSink sink, string input, Action read)
    {
        try
        {
            read();
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
