using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Stories;
using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>Keeps reports, what was found in them, stories, pictures and corrections.</summary>
/// <remarks>
/// When a call that changes something returns, the change is kept, whatever becomes of the process; where it throws, nothing has changed, except that a lost connection may hide
/// a change that was kept. Safe to call from many threads and, on one file or server, from many processes.
/// Every call may throw <see cref="StoreException"/>.
/// </remarks>
public interface IStoryStore : IAsyncDisposable
{
    /// <summary>File or server, for messages; never with a password.</summary>
    string Name { get; }

    /// <summary>What the store knows of a report.</summary>
    /// <param name="digest">As <see cref="ReportForm.Digest"/> gives it.</param>
    Task<Standing> StandingAsync(string report, string digest, string? item, string? outlet, CancellationToken cancellation);

    /// <summary>Where grouping was left: a count that rises with every change of it, and the reports of the open stories in order of arrival.</summary>
    Task<(long Epoch, ImmutableArray<PlacedReport> Open)> GroupingAsync(CancellationToken cancellation);

    /// <summary>Keeps reports with their places in one step: all of them or none.</summary>
    /// <param name="epoch">As grouping was when the places were worked out.</param>
    /// <returns>The epoch that follows; null where grouping has changed meanwhile, so that nothing was kept and the places have to be worked out anew.</returns>
    Task<long?> AddAsync(IReadOnlyList<GroupedReport> reports, long epoch, CancellationToken cancellation);

    /// <summary>Keeps that the bytes of a report, in the store already, came once more.</summary>
    Task AddReceiptAsync(string report, ReadOnlyMemory<byte> bytes, string input, DateTimeOffset received, CancellationToken cancellation);

    Task<StoredReport?> ReportAsync(string id, CancellationToken cancellation);

    /// <summary>Earlier versions of a report, oldest first.</summary>
    Task<ImmutableArray<StoredReport>> RevisionsAsync(string id, CancellationToken cancellation);

    /// <summary>Oldest first.</summary>
    Task<ImmutableArray<Receipt>> ReceiptsAsync(string report, CancellationToken cancellation);

    /// <summary>Bytes as they came; null where there are none of that digest.</summary>
    Task<byte[]?> BytesAsync(string digest, CancellationToken cancellation);

    Task<ImmutableArray<ReportHit>> SearchAsync(ReportQuery query, CancellationToken cancellation);

    /// <summary>Names by which reports are found, folded, in order.</summary>
    /// <param name="kind">"person", "organisation", "place", "other", "origin" or "outlet".</param>
    /// <param name="prefix">What they begin with; null: all.</param>
    /// <param name="after">The last of the page before.</param>
    /// <param name="limit">1 to 1,000.</param>
    Task<ImmutableArray<NameCount>> NamesAsync(string kind, string? prefix, string? after, int limit, CancellationToken cancellation);

    Task<ImmutableArray<StorySummary>> StoriesAsync(StoryQuery query, CancellationToken cancellation);

    /// <summary>Ids of stories that have changed since they were weighed, in order of arrival.</summary>
    Task<ImmutableArray<string>> StaleAsync(CancellationToken cancellation);

    /// <summary>The id under which a story goes by now: that of the story it was merged into; null where nothing is known of it.</summary>
    Task<string?> ResolveStoryAsync(string id, CancellationToken cancellation);

    /// <summary>Which state of a story stands by now, without reading it; null where nothing is known of it. A story that was merged into another is that other.</summary>
    Task<StoryVersion?> VersionAsync(string story, CancellationToken cancellation);

    Task<StoryMembers?> MembersAsync(string story, CancellationToken cancellation);

    /// <summary>Replaces what an older engine read.</summary>
    Task UpdateReadingAsync(string report, Annotation annotation, string stages, CancellationToken cancellation);

    /// <summary>Keeps a picture.</summary>
    /// <param name="version">Of the members that it was made of.</param>
    /// <param name="origins">For each report, by id, the names of the origins of what it states.</param>
    /// <returns>Whether the picture is that of the story as it stands; if not, it is to be weighed again.</returns>
    Task<bool> SavePictureAsync(Story story, long version, string stages, IReadOnlyDictionary<string, ImmutableArray<string>> origins, CancellationToken cancellation);

    Task<StoredPicture?> PictureAsync(string story, CancellationToken cancellation);

    /// <summary>Adds to the log of corrections and marks the stories concerned as stale.</summary>
    /// <returns>How many were not in the log yet.</returns>
    Task<int> AddCorrectionsAsync(IReadOnlyList<Correction> corrections, CancellationToken cancellation);

    /// <summary>The whole log, as written.</summary>
    Task<ImmutableArray<Correction>> CorrectionsAsync(CancellationToken cancellation);

    /// <summary>Removes reports with everything drawn from them.</summary>
    /// <returns>Ids of the reports removed.</returns>
    Task<ImmutableArray<string>> ForgetAsync(ForgetRequest request, CancellationToken cancellation);

    /// <summary>Oldest first.</summary>
    Task<ImmutableArray<Tombstone>> TombstonesAsync(CancellationToken cancellation);

    /// <summary>Counts that rise with every change; cheap enough to be asked every second.</summary>
    Task<StoreMarks> MarksAsync(CancellationToken cancellation);

    Task<StoreCounts> CountsAsync(CancellationToken cancellation);

    /// <summary>Reads everything and tells what does not fit; nothing where all is well.</summary>
    IAsyncEnumerable<StoreFault> VerifyAsync(CancellationToken cancellation);

    /// <summary>Gives back the space of what was removed.</summary>
    Task CompactAsync(CancellationToken cancellation);

    /// <summary>Copies the store as it stands at one moment, while others use it.</summary>
    /// <param name="path">A file that does not exist yet.</param>
    Task BackupAsync(string path, CancellationToken cancellation);

    /// <summary>What pictures add up to for those who speak in them.</summary>
    IStoryRecords Records { get; }

    /// <summary>What watching keeps.</summary>
    IWatchMemory Watch { get; }
}
