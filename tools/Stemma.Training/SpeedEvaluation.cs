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

        Time("all", new LanguageOptions());
        Time("no trees", new LanguageOptions { Trees = false });
        Time("no trees, names by rule", new LanguageOptions { Trees = false, NameModel = false });

        void Time(string what, LanguageOptions options)
        {
            LanguageEngine engine = new(options);
            for (int round = 0; round < 4; round++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                long tokens = texts.Sum(t => (long)engine.Analyse(t).Tokens.Length);
                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                double bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
                if (round > 1)
                    Console.WriteLine(FormattableString.Invariant($"{what}: {tokens} tokens, {tokens / seconds:F0} tokens/s, {bytes / tokens:F0} bytes allocated a token"));
            }
        }
    }
}
