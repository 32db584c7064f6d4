using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Stemma.Language;

namespace Stemma.Benchmarks;

/// <summary>Memory of a process before and after the engine is loaded, and after it has read.</summary>
/// <remarks>
/// After a full, compacting collection each time. The working set is what the machine must hold, code of the runtime and of the engine
/// included; private memory leaves out what other processes share; the managed heap is the models' tables themselves.
/// </remarks>
internal static class LoadedEngineMemory
{
    public static void Run(Texts texts)
    {
        Console.WriteLine($"{"MiB",-28}{"working set",12}{"private",10}{"managed",10}");
        Memory before = Memory.Now();
        Print("before", before);
        long start = Stopwatch.GetTimestamp();
        LanguageEngine engine = Engines.Make(trees: true);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Memory loaded = Memory.Now();
        Print("engine loaded", loaded);
        Print("  the engine's part", new Memory(loaded.WorkingSet - before.WorkingSet, loaded.Private - before.Private, loaded.Managed - before.Managed));
        foreach (string text in texts.All)
            engine.Analyse(text);
        Print("after reading", Memory.Now());
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"most at any time: {process.PeakWorkingSet64 / 1048576.0:F1} MiB working set; loading took {1000 * seconds:F0} ms; read: {texts.Name}");
        GC.KeepAlive(engine);
    }

    private static void Print(string when, Memory memory) =>
        Console.WriteLine($"{when,-28}{memory.WorkingSet / 1048576.0,12:F1}{memory.Private / 1048576.0,10:F1}{memory.Managed / 1048576.0,10:F1}");

    /// <summary>In bytes.</summary>
    private readonly record struct Memory(long WorkingSet, long Private, long Managed)
    {
        public static Memory Now()
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using Process process = Process.GetCurrentProcess();
            return new Memory(process.WorkingSet64, PrivateResident() ?? process.PrivateMemorySize64, GC.GetTotalMemory(forceFullCollection: false));
        }

        /// <summary>Resident memory that no other process shares; Linux alone tells it, and counts what is only reserved as private elsewhere.</summary>
        private static long? PrivateResident() => !File.Exists("/proc/self/smaps_rollup") ? null : File.ReadLines("/proc/self/smaps_rollup")
            .Where(l => l.StartsWith("Private_", StringComparison.Ordinal))
            .Sum(l => 1024 * long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
    }
}
