using System.Collections.Immutable;
using Stemma.Intake.Feeds;
using Stemma.Intake.Web;

namespace Stemma.Watch;

/// <summary>Polls one feed once, politely: asks only for what is new, and comes again when it may.</summary>
/// <remarks>
/// Safe to call from many threads at once, for different feeds. That no host gets two requests at once, that its robots.txt is kept and no private address reached, is the fetcher's part.
/// </remarks>
/// <param name="fetcher">Made with a <see cref="WebOptions.MaxWait"/> of zero, so that a server that asks to come later is not waited for but remembered.</param>
/// <param name="interval">Shortest time between two polls of a feed.</param>
/// <param name="followLinks">Whether the page is read where the feed carries a teaser only.</param>
public sealed class FeedPoller(WebFetcher fetcher, AnswerReader reader, TimeProvider time, TimeSpan interval, bool followLinks)
{
    public async Task<PollResult> PollAsync(FeedState state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(state);
        try
        {
            Validators? known = state.ValidatorAddress is { } from ? new Validators(new Uri(from), state.ETag, state.LastModified) : null;
            WebAnswer answer = await fetcher.FetchAsync(new Uri(state.Address), known, cancellation).ConfigureAwait(false);
            return await ReadAsync(state, answer, cancellation).ConfigureAwait(false);
        }
        catch (FetchFailedException e) when (e.Status == 410)
        {
            string reason = "gone for good, says the server (410)";
            return new PollResult(
                state with { Ended = reason, Trouble = reason, LastPolled = time.GetUtcNow() }, DateTimeOffset.MaxValue, [], [$"{state.Url}: {reason}: it is polled no more"], []);
        }
        catch (FetchFailedException e)
        {
            return Failed(state, e.Message, e.RetryAt);
        }
    }

    private async Task<PollResult> ReadAsync(FeedState state, WebAnswer answer, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        ImmutableArray<string>.Builder told = ImmutableArray.CreateBuilder<string>();
        if (answer.MovedTo is { } moved && moved.AbsoluteUri != state.Address)
        {
            told.Add($"{state.Url}: has moved for good to {moved.AbsoluteUri}");
            state = state with { Address = moved.AbsoluteUri };
        }

        int failures = state.Failures;
        state = state with { LastPolled = now, Failures = 0, Trouble = null };
        if (answer.IsNotModified)
            return new PollResult(state, PollingRules.AfterSuccess(state.Url, now, interval, state.Schedule ?? FeedSchedule.None, answer.MaxAge), [], told.ToImmutable(), []);
        ReadAnswer read = reader.Read(state.Url, answer, cancellation);
        if (read.Links is { } list)
        {
            // Its feeds are polled; the list itself is asked again each day.
            return new PollResult(state with { Title = list.Kind }, PollingRules.AfterSuccess(state.Url, now, PollingRules.Longest, FeedSchedule.None, null), [], told.ToImmutable(), [.. list.Links.Select(l => l.Url)]);
        }

        if (read.Schedule is not { } schedule)
            return Failed(state with { Failures = failures }, "no feed: neither RSS nor Atom nor JSON Feed", null);
        told.AddRange(read.Rejected.Select(r => $"{r.Input}: {r.Reason}"));
        told.AddRange(read.Remarks.Select(r => $"{r.Input}: {r.Text}"));
        (ImmutableArray<PolledReport> reports, FeedState taken, bool all) = await new FeedTaking(fetcher, reader, followLinks, told).TakeAsync(state, read.Reports, cancellation).ConfigureAwait(false);
        taken = taken with
        {
            Title = schedule.Title ?? state.Title,
            Schedule = schedule,
            // Where something was left for the next poll, that poll needs the whole feed again.
            ETag = all ? answer.Validators?.ETag : null,
            LastModified = all ? answer.Validators?.LastModified : null,
            ValidatorAddress = all && answer.Validators is { } v && (v.ETag is not null || v.LastModified is not null) ? v.Address.AbsoluteUri : null,
        };
        return new PollResult(taken, PollingRules.AfterSuccess(state.Url, time.GetUtcNow(), interval, schedule, answer.MaxAge), reports, told.ToImmutable(), []);
    }

    private PollResult Failed(FeedState state, string reason, DateTimeOffset? retryAt)
    {
        DateTimeOffset now = time.GetUtcNow();
        int failures = state.Failures + 1;
        DateTimeOffset due = PollingRules.AfterFailure(state.Url, now, interval, failures, retryAt);
        string again = FormattableString.Invariant($"asked again after {due.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        return new PollResult(state with { Failures = failures, Trouble = reason, LastPolled = now }, due, [], [$"{state.Url}: {reason}; {again}"], []);
    }
}
