using System.Collections.Immutable;

namespace Stemma.Store;

/// <summary>What the pictures of all stories add up to for one person, body, origin or outlet.</summary>
/// <remarks>An index that is written anew with every picture; nothing here reads pictures. Names are compared as <see cref="SearchWords.Fold"/> has them.</remarks>
public interface IStoryRecords
{
    /// <summary>What somebody said, latest first.</summary>
    Task<ImmutableArray<Utterance>> UtterancesAsync(UtteranceQuery query, CancellationToken cancellation);

    /// <summary>How much of it there is; null where nothing is known from that name.</summary>
    /// <param name="kind">"person", "organisation" or another kind of source; null: any.</param>
    Task<UtteranceCounts?> CountUtterancesAsync(string? kind, string name, CancellationToken cancellation);

    /// <summary>What became of what an origin or an outlet stated; null where no picture has it.</summary>
    Task<TrackRecord?> TrackAsync(HolderKind holder, string name, CancellationToken cancellation);

    /// <summary>The claims behind <see cref="TrackAsync"/>, latest first.</summary>
    Task<ImmutableArray<RecordedClaim>> ClaimsAsync(RecordQuery query, CancellationToken cancellation);

    /// <summary>Who is met most in the latest rows of the records: at most <see cref="RecordedName.Window"/> of them are looked at, however large the store is.</summary>
    /// <param name="part">Only names that have these letters in them; null: all.</param>
    /// <param name="limit">1 to 1,000.</param>
    Task<ImmutableArray<RecordedName>> NamesAsync(NameKind kind, string? part, int limit, CancellationToken cancellation);

    /// <summary>On whom the reports of an outlet rest; null where the store has no report of it.</summary>
    /// <param name="most">Names listed on either side.</param>
    Task<Dependence?> DependenceAsync(string outlet, int most, CancellationToken cancellation);

    /// <summary>Titles of stories by id; those that are not there are left out.</summary>
    Task<ImmutableDictionary<string, string>> TitlesAsync(IEnumerable<string> stories, CancellationToken cancellation);

    /// <summary>The report that an id means by now: itself, or the later version that replaced it; null where nothing is known of it.</summary>
    Task<string?> CurrentReportAsync(string report, CancellationToken cancellation);
}
