using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Intake;

namespace Stemma.Benchmarks;

/// <summary>Makes a large web archive out of a folder of pages, and reads one as a stream.</summary>
internal static class WebArchive
{
    /// <summary>Repeats the pages, each time under other addresses, until the file is as large as asked for.</summary>
    /// <param name="megabytes">Of the file as it lies on the disk; packed a record at a time where its name ends in .gz.</param>
    public static void Make(string path, int megabytes, string folder)
    {
        (string Name, byte[] Html)[] pages = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), Unpacked(f)))];
        bool packed = path.EndsWith(".gz", StringComparison.Ordinal);
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        long records = 0, bytes = 0;
        for (int round = 0; file.Position < (long)megabytes << 20; round++)
        {
            foreach ((string name, byte[] html) in pages)
            {
                byte[] record = Record($"https://pages.example/{round}/{name}", html);
                (records, bytes) = (records + 1, bytes + record.Length);
                if (packed)
                {
                    using GZipStream member = new(file, CompressionLevel.Fastest, leaveOpen: true);
                    member.Write(record);
                }
                else
                    file.Write(record);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {file.Position / 1048576.0:F0} MiB, {records} records of {pages.Length} pages, {bytes / 1048576.0:F0} MiB unpacked"));
    }

    /// <summary>Reads it record by record and keeps nothing.</summary>
    public static void Read(string path)
    {
        long reports = 0, rejected = 0, characters = 0, length = new FileInfo(path).Length;
        string? last = null;
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        new InputReader(Stream.Null).Read([path], item =>
        {
            reports += item.Report is null ? 0 : 1;
            rejected += item.Rejected is null ? 0 : 1;
            characters += item.Report?.Text.Length ?? 0;
            last = item.Next ?? last;
        }, CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        double busy = (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{length / 1048576.0:F0} MiB, {reports} reports ({characters} characters), {rejected} rejected; {seconds:F0} s, {busy:F0} s of processor time, {(reports + rejected) / busy:F0} pages/s of it"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most at any time: {process.PeakWorkingSet64 / 1048576.0:F0} MiB working set; allocated in all {GC.GetTotalAllocatedBytes() / 1048576.0:F0} MiB; goes on at {last}"));
    }

    private static byte[] Record(string address, byte[] html)
    {
        byte[] head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        byte[] warc = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{Guid.Empty}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {head.Length + html.Length}\r\n\r\n"));
        return [.. warc, .. head, .. html, .. "\r\n\r\n"u8];
    }

    private static byte[] Unpacked(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes is not [0x1F, 0x8B, ..])
            return bytes;
        using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using MemoryStream html = new();
        gzip.CopyTo(html);
        return html.ToArray();
    }
}
