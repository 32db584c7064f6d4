using System.Collections.Immutable;
using Stemma.Store;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>The log of corrections as pages read it: taken from the store where it has grown, else as it was read last.</summary>
/// <remarks>One entry may point at a thousand reports, and most pages ask for the log. Safe to call from many threads.</remarks>
internal sealed class CorrectionLog(IStoryStore store)
{
    private volatile Read read = new(-1, []);

    /// <summary>Oldest first.</summary>
    public async Task<ImmutableArray<Correction>> AllAsync(CancellationToken cancellation)
    {
        // The mark is asked for first: what comes between is read again at the next look, rather than missed.
        long mark = (await store.MarksAsync(cancellation)).Corrections;
        Read last = read;
        if (last.Mark != mark)
            read = last = new Read(mark, await store.CorrectionsAsync(cancellation));
        return last.Log;
    }

    private sealed record Read(long Mark, ImmutableArray<Correction> Log);
}
