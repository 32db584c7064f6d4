using System.Collections.Immutable;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Api;

/// <summary>Analyses reports that are handed over, some at a time, and keeps nothing of them.</summary>
/// <remarks>Safe to call from many threads. A place is given back when the work has really ended, not when its caller has lost patience.</remarks>
internal sealed class AnalysisDesk(ServeOptions options) : IDisposable
{
    private readonly Lazy<Analyst> analyst = new(() => new Analyst());
    private readonly SemaphoreSlim places = new(options.Limits.AnalysesAtOnce);
    private int asking;

    /// <param name="body">Reports in any form that is read from a file: told apart by content.</param>
    /// <returns>The picture, with what could not be read under <c>rejected</c>.</returns>
    /// <exception cref="ProblemException">Too many at once, too many reports, or it took too long.</exception>
    public async Task<Picture> AnalyseAsync(ReadOnlyMemory<byte> body, AnalysisOptions asked, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref asking) > options.Limits.AnalysesAtOnce * 2)
        {
            Interlocked.Decrement(ref asking);
            throw new ProblemException(Problem.TooMany, "As many analyses are under way as this server takes; try again in a moment.");
        }

        try
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(options.Limits.AnalysisPatience);
            await places.WaitAsync(patience.Token);
            Task<Picture> work = Task.Run(
                () =>
                {
                    try
                    {
                        return Analyse(body, asked, patience.Token);
                    }
                    finally
                    {
                        places.Release();
                    }
                }, CancellationToken.None);
            try
            {
                return await work.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new ProblemException(Problem.TooSlow, FormattableString.Invariant($"It took longer than {options.Limits.AnalysisPatience.TotalSeconds:F0} seconds; send fewer or shorter reports."));
            }
        }
        finally
        {
            Interlocked.Decrement(ref asking);
        }
    }

    public void Dispose() => places.Dispose();

    private Picture Analyse(ReadOnlyMemory<byte> body, AnalysisOptions asked, CancellationToken cancellation)
    {
        // "-" is what it reads: no path and no address can come in this way.
        IntakeResult intake = new InputReader(new MemoryStream(body.ToArray(), writable: false)) { Threads = 1 }.Read(["-"], cancellation);
        if (intake.Reports.Length > options.Limits.AnalysisReports)
            throw new ProblemException(Problem.TooLarge, FormattableString.Invariant($"{intake.Reports.Length} reports; at most {options.Limits.AnalysisReports} are analysed at once."));
        ImmutableArray<RawReport> reports = [.. intake.Reports.Select(r => r with { Input = Named(r.Input) })];
        return analyst.Value.Analyse(reports, [.. intake.Rejected.Select(r => r with { Input = Named(r.Input) })], asked, cancellation);
    }

    /// <summary>What was posted has no path.</summary>
    private static string Named(string input) => input.StartsWith('-') ? "body" + input[1..] : input;
}
