using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Stemma.Intake;
using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Cli.Commands;

/// <summary>The inputs of a call as they come in: each is worked on as soon as it is there, on several threads, and handed on in order of input.</summary>
/// <remarks>For commands that can print one report before they have seen the next. What is printed is the same for any number of threads.</remarks>
internal sealed class Arrivals(Terminal terminal, InputReader inputs, string[] paths, int threads)
{
    /// <summary>Inputs read ahead of the one that is printed: many enough that no thread idles behind a long report, few enough that memory stays flat.</summary>
    private const int LookAhead = 64;

    /// <summary>What the call ends with; final when all results have been handed on.</summary>
    public int Status { get; private set; } = ExitStatus.Done;

    /// <summary>Yields what was made of each input, when it and all before it are done; rejected inputs are told on standard error instead.</summary>
    /// <param name="report">A pure function.</param>
    /// <param name="conllu">Parts a treebank file into such functions, whose results follow one another; null leaves such files out.</param>
    /// <param name="links">What a file of addresses is to the call; null rejects such files.</param>
    public IAsyncEnumerable<TResult> InOrderAsync<TResult>(
        Func<RawReport, TResult> report, Func<ConlluDocument, IEnumerable<Func<TResult>>>? conllu, Func<LinkList, TResult>? links, CancellationToken cancellation) =>
        InOrderAsync(item => item.Report!, report, conllu, links, cancellation);

    /// <summary>As the other, for those who need more of an input than its report.</summary>
    /// <param name="take">Takes it out of the item, on the reader's thread: what is lent has to be copied here.</param>
    public async IAsyncEnumerable<TResult> InOrderAsync<TTaken, TResult>(
        Func<IntakeItem, TTaken> take, Func<TTaken, TResult> report, Func<ConlluDocument, IEnumerable<Func<TResult>>>? conllu, Func<LinkList, TResult>? links, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Full: the reader waits, so that a fast disk does not fill memory with reports that nobody has looked at.
        Channel<Arrival<TResult>> queue = Channel.CreateBounded<Arrival<TResult>>(
            new BoundedChannelOptions(LookAhead) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

        // A thread of its own: it may wait for standard input for hours.
        Task reading = Task.Factory.StartNew(
            () => Read(take, report, conllu, links, queue.Writer, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await foreach (Arrival<TResult> arrival in queue.Reader.ReadAllAsync(cancellation))
            {
                if (arrival.Work is { } work)
                {
                    yield return await work;
                    continue;
                }

                if (arrival.Remark is { } remark)
                {
                    Inputs.TellRemark(terminal, remark);
                    continue;
                }

                Status = ExitStatus.SomeRejected;
                Inputs.TellRejected(terminal, arrival.Rejected!);
            }

            await reading; // it has ended: only its failure, if any, is still to be heard of
        }
        finally
        {
            // Left early: the reader stops at its next input. It is not waited for, as it may hang on a pipe that stays silent.
            await stop.CancelAsync();
        }
    }

    private void Read<TTaken, TResult>(
        Func<IntakeItem, TTaken> take, Func<TTaken, TResult> report, Func<ConlluDocument, IEnumerable<Func<TResult>>>? conllu, Func<LinkList, TResult>? links, ChannelWriter<Arrival<TResult>> queue, CancellationToken stop)
    {
        SemaphoreSlim free = new(threads);
        try
        {
            inputs.Read(paths, item =>
            {
                if (item.Rejected is { } rejected)
                    Add(new Arrival<TResult>(null, rejected, null));
                else if (item.Remark is { } remark)
                    Add(new Arrival<TResult>(null, null, remark));
                else if (item.Links is { } listed)
                    AddList(listed);
                else if (item.Report is not null)
                {
                    TTaken taken = take(item);
                    Start(() => report(taken));
                }

                foreach (Func<TResult> part in item.Conllu is { } document ? conllu?.Invoke(document) ?? [] : [])
                    Start(part);
            }, stop);
        }
        finally
        {
            queue.Complete();
        }

        void Start(Func<TResult> work)
        {
            free.Wait(stop);
            Add(new Arrival<TResult>(Task.Run(() =>
            {
                try
                {
                    return work();
                }
                finally
                {
                    free.Release();
                }
            }, CancellationToken.None), null, null));
        }

        void AddList(LinkList listed)
        {
            if (links is null)
                Add(new Arrival<TResult>(null, listed.AsRejection(), null));
            else
                Start(() => links(listed));
        }

        void Add(Arrival<TResult> arrival) => queue.WriteAsync(arrival, stop).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>An input in the queue: either work that is under way or done, or the reason why there is none.</summary>
    private sealed record Arrival<TResult>(Task<TResult>? Work, Rejection? Rejected, Remark? Remark);
}
