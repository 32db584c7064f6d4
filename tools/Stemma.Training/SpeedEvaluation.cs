using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Stemma.Language;

namespace Stemma.Training;

/// <summary>Words a second of the whole language stage over the texts of a JSON Lines file, on one core, after a warm-up.</summary>
internal static class SpeedEvaluation
{
    public static void Run(string path)
    {
        List<string> texts = [];
        using (Stream file = File.OpenRead(path))
        using (StreamReader reader = new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file))
        {
            while (reader.ReadLine() is { } line)
                texts.Add(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
        }

        LanguageEngine engine = new();
        for (int round = 0; round < 4; round++)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            long tokens = texts.Sum(t => (long)engine.Analyse(t).Tokens.Length);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            double bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Console.WriteLine(FormattableString.Invariant($"round {round}: {tokens} tokens, {tokens / seconds:F0} tokens/s, {bytes / tokens:F0} bytes allocated a token"));
        }

        GC.Collect();
        Console.WriteLine(FormattableString.Invariant($"heap with the engine loaded: {GC.GetTotalMemory(true) / 1048576} MiB"));
        GC.KeepAlive(engine);
    }
}
