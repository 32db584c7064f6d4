using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Pages.Reading;

/// <summary>The lists of people, bodies, origins and outlets: read once for all who ask for the same one at once, and shown for a few seconds.</summary>
/// <remarks>
/// Reading one groups the latest statements of the whole store, up to <see cref="RecordedName.Window"/> of them, and twenty who read for themselves all wait for the last. So what was read stands
/// for <see cref="Fresh"/>; for <see cref="Stale"/> it is shown while one reading goes on behind it; later it is waited for. A correction or a new report ends it at once. Safe to call from many
/// threads; who goes away does not stop what the others wait for.
/// </remarks>
internal sealed class NameLists(IStoryStore store, TimeProvider clock)
{
    /// <summary>How long a list is shown as it was read.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>How long it is shown while it is read anew.</summary>
    internal static readonly TimeSpan Stale = TimeSpan.FromSeconds(10);

    /// <summary>Names of a list, at most.</summary>
    private const int Listed = 200;

    /// <summary>Lists that are held: those of all names, and of the parts of names that were asked for last.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<(NameKind Kind, string? Part), Lazy<Task<ImmutableArray<RecordedName>>>> underway = new();
    private readonly ConcurrentDictionary<(NameKind Kind, string? Part), Read> held = new();

    /// <param name="part">Of a name; null or blank: all.</param>
    public async Task<ImmutableArray<RecordedName>> OfAsync(NameKind kind, string? part, CancellationToken cancellation)
    {
        (NameKind, string?) asked = (kind, string.IsNullOrWhiteSpace(part) ? null : part);
        StoreMarks marks = await store.MarksAsync(cancellation);
        if (held.TryGetValue(asked, out Read? read) && read.Marks == marks)
        {
            TimeSpan age = clock.GetUtcNow() - read.When;
            if (age <= Stale)
            {
                if (age > Fresh)
                    _ = ShareAsync(asked, marks);
                return read.Names;
            }
        }

        return await ShareAsync(asked, marks).WaitAsync(cancellation);
    }

    private Task<ImmutableArray<RecordedName>> ShareAsync((NameKind, string?) asked, StoreMarks marks) => underway
        .GetOrAdd(asked, key => new Lazy<Task<ImmutableArray<RecordedName>>>(() => Task.Run(() => ReadAsync(key, marks), CancellationToken.None)))
        .Value;

    private async Task<ImmutableArray<RecordedName>> ReadAsync((NameKind Kind, string? Part) asked, StoreMarks marks)
    {
        try
        {
            DateTimeOffset when = clock.GetUtcNow();
            ImmutableArray<RecordedName> names = await store.Records.NamesAsync(asked.Kind, asked.Part, Listed, CancellationToken.None);
            if (held.Count >= Most)
                held.Clear();
            held[asked] = new Read(names, marks, when);
            return names;
        }
        finally
        {
            underway.TryRemove(asked, out _);
        }
    }

    private sealed record Read(ImmutableArray<RecordedName> Names, StoreMarks Marks, DateTimeOffset When);
}
