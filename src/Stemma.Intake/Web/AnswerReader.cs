using System.Collections.Immutable;
using Stemma.Intake.Archives;
using Stemma.Intake.Carriers;
using Stemma.Intake.Feeds;
using Stemma.Intake.Files;
using Stemma.Intake.Markup;
using Stemma.Intake.Pages;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake.Web;

/// <summary>What an address answered, read.</summary>
/// <param name="Schedule">What a feed says of itself; null: the answer is no feed.</param>
/// <param name="Reports">Those of a feed without a sentence too, where they have an address: <see cref="AnsweredReport.HasText"/> tells.</param>
/// <param name="Links">A list of feeds or pages; null: it is none.</param>
public sealed record ReadAnswer(FeedSchedule? Schedule, ImmutableArray<AnsweredReport> Reports, ImmutableArray<Rejection> Rejected, ImmutableArray<Remark> Remarks, LinkList? Links);

/// <param name="Bytes">What it was read from; empty where there is nothing better than its text.</param>
/// <param name="HasText">Whether there is a sentence in it.</param>
public sealed record AnsweredReport(RawReport Report, ReadOnlyMemory<byte> Bytes, bool HasText);

/// <summary>Reads what an address answered: for hosts that fetch by themselves and want to know a feed from a page.</summary>
/// <remarks>Safe to call from many threads at once; make one and keep it.</remarks>
public sealed class AnswerReader
{
    private readonly PageReader pages = new();

    /// <param name="input">What the address is called.</param>
    /// <exception cref="FetchFailedException">It cannot be unpacked or read, with its reason.</exception>
    public ReadAnswer Read(string input, WebAnswer answer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ReadOnlyMemory<byte> content = answer.Content(IntakeLimits.MaxReportBytes);
        Carrier carrier = new()
        {
            Url = answer.Address.AbsoluteUri,
            Charset = MediaType.Parse(answer.ContentType).Charset,
            Received = answer.Received,
            Evidence = answer.Digest,
        };
        List<IntakeItem> items = [];
        IntakeSink sink = new(items.Add) { KeepsTeasers = true };
        try
        {
            new FormReader(sink, pages, cancellation).Read(input, () => new MemoryStream(content.ToArray(), writable: false), carrier, null);
            return Result(items, Schedule(content, carrier));
        }
        catch (InputRejectedException e)
        {
            throw new FetchFailedException(e.Message, FetchFailure.Final, e);
        }
    }

    private static ReadAnswer Result(List<IntakeItem> items, FeedSchedule? schedule) =>
        new ReadAnswer(
            schedule,
            [.. items.Where(i => i.Report is not null).Select(i => new AnsweredReport(i.Report!, i.Bytes.ToArray(), i.Report!.Status is ReportStatus.Withdrawn || SentenceTest.HasSentence(i.Report.Text)))],
            [.. items.Select(i => i.Rejected).OfType<Rejection>()],
            [.. items.Select(i => i.Remark).OfType<Remark>()],
            items.Select(i => i.Links).FirstOrDefault(l => l is not null));

    /// <summary>Null for what is no feed; a feed in JSON says nothing of when to come.</summary>
    private static FeedSchedule? Schedule(ReadOnlyMemory<byte> content, Carrier carrier)
    {
        ReadOnlySpan<byte> head = content.Span[..Math.Min(content.Length, IntakeLimits.SniffBytes)];
        if (TextDecoder.SniffWide(head, out _) is not null)
            return FeedSchedule.None; // rare and read all the same; only its wishes are not
        return FormSniffer.Sniff(head) switch
        {
            Form.Feed => FeedSchedule.Read(SafeXml.Decode(content.Span, carrier)),
            Form.JsonLines when head.IndexOf("jsonfeed.org/version"u8) >= 0 || head.IndexOf("jsonfeed.org\\/version"u8) >= 0 => FeedSchedule.None,
            _ => null,
        };
    }
}
