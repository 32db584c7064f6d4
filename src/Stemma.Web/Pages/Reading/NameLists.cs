using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Pages.Reading;

/// <summary>The lists of people, bodies, origins and outlets: read once for all who ask for the same one at once.</summary>
/// <remarks>
/// Reading one groups the latest statements of the whole store, up to <see cref="RecordedName.Window"/> of them: twenty who read for themselves all wait for the last. Nothing is kept, so what is
/// told is at most as old as one reading takes. Safe to call from many threads; who goes away does not stop what the others wait for.
/// </remarks>
internal sealed class NameLists(IStoryStore store)
{
    /// <summary>Names of a list, at most.</summary>
    private const int Listed = 200;

    private readonly ConcurrentDictionary<(NameKind Kind, string? Part), Lazy<Task<ImmutableArray<RecordedName>>>> underway = new();

    /// <param name="part">Of a name; null or blank: all.</param>
    public Task<ImmutableArray<RecordedName>> OfAsync(NameKind kind, string? part, CancellationToken cancellation) => underway
        .GetOrAdd((kind, part), key => new Lazy<Task<ImmutableArray<RecordedName>>>(() => Task.Run(() => ReadAsync(key), CancellationToken.None)))
        .Value.WaitAsync(cancellation);

    private async Task<ImmutableArray<RecordedName>> ReadAsync((NameKind Kind, string? Part) asked)
    {
        try
        {
            return await store.Records.NamesAsync(asked.Kind, asked.Part, Listed, CancellationToken.None);
        }
        finally
        {
            underway.TryRemove(asked, out _);
        }
    }
}
