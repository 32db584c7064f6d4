using System.Collections.Immutable;
using Stemma.Store;
using Stemma.Watch;

namespace Stemma.Cli.Watching;

/// <summary>The latest alerts in a file, as an Atom feed; replaced as a whole, so that a reader never sees half of it.</summary>
internal sealed class AtomFile(string path, IWatchMemory memory, int entries)
{
    private long written = -1;

    /// <summary>Writes where there is something new, and once in the beginning.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        ImmutableArray<LoggedAlert> latest = await new AlertLog(memory).LatestAsync(entries, cancellation);
        long last = latest.IsEmpty ? 0 : latest[^1].Number;
        if (last == written)
            return;
        string full = Path.GetFullPath(path), half = full + ".new";
        await File.WriteAllTextAsync(half, AlertAtom.Write(latest, "urn:stemma:alerts", null, TimeProvider.System.GetUtcNow()), cancellation);
        File.Move(half, full, overwrite: true);
        written = last;
    }
}
