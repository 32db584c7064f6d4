using System.Collections.Immutable;
using Stemma.Intake.Archives;
using Stemma.Intake.Carriers;
using Stemma.Intake.Conllu;
using Stemma.Intake.Files;
using Stemma.Intake.Pages;
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

    /// <summary>Files of at most so many bytes are read ahead, several at once: a folder of pages keeps all cores busy, a large file streams.</summary>
    private const int LargestAhead = 2 << 20;

    /// <summary>Small files read ahead of the one that is handed on, for each thread.</summary>
    private const int FilesEach = 8;

    /// <summary>How many small files are read at once; at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

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
        PageReader pages = new();
        FormReader forms = new(sink, pages, cancellation);
        Queue<Task<List<IntakeItem>>> ahead = new();
        bool standardInputRead = false;
        foreach (InputFile file in new InputPaths(cancellation).Expand(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file is { Path: { } small, Problem: null, Start: null } && IsSmall(small))
            {
                if (ahead.Count >= Threads * FilesEach)
                    Hand(ahead.Dequeue());
                ahead.Enqueue(Task.Run(() => ReadAlone(file.Input, small, pages, cancellation), CancellationToken.None));
                continue;
            }

            while (ahead.Count > 0)
                Hand(ahead.Dequeue());
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

        while (ahead.Count > 0)
            Hand(ahead.Dequeue());
        sink.Release();

        void Hand(Task<List<IntakeItem>> file)
        {
            foreach (IntakeItem item in file.GetAwaiter().GetResult())
                sink.HandOn(item);
        }
    }

    /// <summary>One small file, read ahead on a thread of the pool; what is in it is handed on later, in order of input.</summary>
    private static List<IntakeItem> ReadAlone(string input, string path, PageReader pages, CancellationToken cancellation)
    {
        List<IntakeItem> items = [];
        // The reader uses its memory again: what is handed on later is copied.
        IntakeSink alone = new(item => items.Add(item.Bytes.IsEmpty ? item : item with { Bytes = item.Bytes.ToArray() })) { MarksVersions = true };
        ReadStream(alone, input, () => new FormReader(alone, pages, cancellation).Read(input, () => OpenFile(path, null), Carrier.File, null));
        return items;
    }

    private static bool IsSmall(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestAhead };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
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
