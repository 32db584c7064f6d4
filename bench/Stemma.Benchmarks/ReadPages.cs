using System.IO.Compression;
using System.Text;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Benchmarks;

/// <summary>Pages a second from HTML to report, on one thread: what stands in the page, and the same with cleaning behind it.</summary>
internal static class ReadPages
{
    public static void Run(string folder)
    {
        string[] pages = Load(folder);
        PageReader reader = new();
        ReportReader cleaner = new();
        double megabytes = pages.Sum(p => (double)p.Length) / 1e6;
        int median = pages.Select(p => p.Length).Order().ElementAt(pages.Length / 2);
        Console.WriteLine($"{pages.Length} pages, {megabytes:F1} million characters, median page {median / 1000} thousand");
        Timing[] timings = SteadyState.Measure(() => Read(pages, reader, null), () => Read(pages, reader, cleaner), () => Array.ForEach(pages, p => MarkupReader.Read(p)));
        Print("page to report", timings[0], pages.Length);
        Print("with cleaning", timings[1], pages.Length);
        Print("markup alone", timings[2], pages.Length);
        Console.WriteLine($"allocated: {timings[0].Bytes / 1e6 / megabytes:F1} bytes a character of page");
    }

    /// <summary>As <see cref="Rounds.Serve"/>, with pages: <c>ready PAGES CHARACTERS</c>, then <c>WALL PROCESSOR</c> a line.</summary>
    public static void Serve(string folder)
    {
        string[] pages = Load(folder);
        PageReader reader = new();
        ReportReader cleaner = new();
        Console.WriteLine($"ready {pages.Length} {Read(pages, reader, cleaner)}");
        while (Console.ReadLine() is not null)
        {
            Round round = SteadyState.Time(() => Read(pages, reader, cleaner));
            Console.WriteLine($"{round.Wall:F4} {round.Processor:F4}");
        }
    }

    private static string[] Load(string folder) =>
        [.. Directory.GetFiles(folder).Where(f => f.Contains(".htm", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Unpacked)];

    private static string Unpacked(string file)
    {
        using FileStream bytes = File.OpenRead(file);
        using Stream unpacked = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using StreamReader text = new(unpacked, Encoding.UTF8);
        return text.ReadToEnd();
    }

    private static int Read(string[] pages, PageReader reader, ReportReader? cleaner)
    {
        int characters = 0;
        foreach (string page in pages)
        {
            RawReport raw = reader.Read(page, new RawReport { Input = "page", Text = "" });
            characters += cleaner?.Read(raw).Body.Length ?? raw.Text.Length;
        }

        return characters;
    }

    private static void Print(string what, Timing timing, int pages) =>
        Console.WriteLine($"{what}: {pages / timing.Processor:F0} pages/s of processor time, {pages / timing.Wall:F0} by the clock (rounds from {pages / timing.Rounds.Max(r => r.Wall):F0} to {pages / timing.Rounds.Min(r => r.Wall):F0})");
}
