using Stemma.Store;
using Stemma.Text;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>Adds corrections to the log, for whatever door they come in by.</summary>
internal sealed class CorrectionDesk(IStoryStore store, TimeProvider time) : IDisposable
{
    /// <summary>One change of the log at a time, so that a check before it means what it says; other processes still may be faster.</summary>
    private readonly SemaphoreSlim turn = new(1);

    /// <param name="correction">Without id or time where the server is to give them: then it is named by its content and moment.</param>
    /// <param name="check">Told how long the log is; throws where that is not as the caller believes.</param>
    /// <returns>As kept.</returns>
    /// <exception cref="ProblemException">It says nothing that can be done.</exception>
    public async Task<Correction> KeepAsync(Correction correction, Action<long>? check, CancellationToken cancellation)
    {
        if (correction.When == default)
        {
            DateTimeOffset now = time.GetUtcNow();
            correction = correction with { When = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero) };
        }

        if (correction.Id.Length == 0)
            correction = correction with { Id = "k" + StableHash.Digest(CorrectionJson.Line(correction), 10) };
        if (CorrectionRules.Fault(correction) is { } fault)
            throw new ProblemException(Problem.Unprocessable, char.ToUpperInvariant(fault[0]) + fault[1..] + ".");
        await turn.WaitAsync(cancellation);
        try
        {
            check?.Invoke((await store.MarksAsync(cancellation)).Corrections);
            await store.AddCorrectionsAsync([correction], cancellation);
        }
        finally
        {
            turn.Release();
        }

        return correction;
    }

    public void Dispose() => turn.Dispose();
}
