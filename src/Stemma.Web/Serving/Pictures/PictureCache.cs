using System.Collections.Concurrent;
using System.Globalization;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Web.Serving;

/// <summary>Pictures that were asked for lately, weighed once however many ask, and never shown when the story has changed since.</summary>
/// <param name="stopping">Ends what is being weighed; nothing else does.</param>
/// <remarks>Safe to call from many threads. Holds at most as much as it was allowed; what was asked for longest ago goes first.</remarks>
internal sealed class PictureCache(IStoryStore store, StoryWeigher weigher, ServeOptions options, CancellationToken stopping) : IDisposable
{
    private readonly Lock door = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, CachedPicture Picture)>> held = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, CachedPicture Picture)> latest = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<CachedPicture?>>> underway = new(StringComparer.Ordinal);

    /// <summary>Weighing takes a core each; what waits here waits without one.</summary>
    private readonly SemaphoreSlim cores = new(Math.Max(1, Environment.ProcessorCount));
    private long size;

    /// <summary>How many pictures were drawn or read, rather than found here.</summary>
    internal long Drawn { get; private set; }

    /// <summary>The picture of a story as it stands.</summary>
    /// <returns>Null where there is no such story.</returns>
    public Task<CachedPicture?> FindAsync(string story, CancellationToken cancellation) => FindAsync(story, null, null, cancellation);

    /// <param name="asOf">Leaves out what was published later.</param>
    /// <param name="since">Adds what changed since then.</param>
    /// <returns>Null where there is no such story, or there was none then.</returns>
    public async Task<CachedPicture?> FindAsync(string story, ReportTime? asOf, ReportTime? since, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (await store.VersionAsync(story, cancellation) is not { } version)
            return null;
        string key = string.Create(CultureInfo.InvariantCulture, $"{version.Id}\n{version.Version}\n{asOf}\n{since}");
        if (Held(key) is { } found)
            return found;

        // One draws, the others wait for it; who goes away does not stop it.
        Lazy<Task<CachedPicture?>> drawing = underway.GetOrAdd(key, _ => new Lazy<Task<CachedPicture?>>(() => Task.Run(() => DrawAsync(key, version, asOf, since), CancellationToken.None)));
        try
        {
            return await drawing.Value.WaitAsync(cancellation);
        }
        finally
        {
            if (drawing.Value.IsCompleted)
                underway.TryRemove(new KeyValuePair<string, Lazy<Task<CachedPicture?>>>(key, drawing));
        }
    }

    /// <summary>The tag of a story's picture without drawing it; null where there is no such story.</summary>
    public async Task<string?> TagAsync(string story, ReportTime? asOf, ReportTime? since, CancellationToken cancellation) =>
        await store.VersionAsync(story, cancellation) is { } version ? TagOf(version, asOf, since) : null;

    public void Dispose() => cores.Dispose();

    private string TagOf(StoryVersion version, ReportTime? asOf, ReportTime? since) =>
        StableHash.Digest(string.Create(CultureInfo.InvariantCulture, $"{version.Id}\n{version.Version}\n{asOf}\n{since}\n{weigher.Stages}"), 16);

    private async Task<CachedPicture?> DrawAsync(string key, StoryVersion version, ReportTime? asOf, ReportTime? since)
    {
        await cores.WaitAsync(stopping);
        try
        {
            Story? story = asOf is null && since is null
                ? await weigher.PictureAsync(version.Id, stopping)
                : await weigher.DrawAsync(version.Id, new AnalysisOptions { AsOf = asOf, Since = since }, stopping);
            if (story is null)
                return null;
            CachedPicture picture = new(story, TagOf(version, asOf, since));

            // What grew while it was weighed would be told under the tag of before.
            bool same = await store.VersionAsync(version.Id, stopping) is { } now && now.Version == version.Version;
            if (same)
                Hold(key, picture);
            return same ? picture : picture with { Tag = picture.Tag + "x" };
        }
        finally
        {
            cores.Release();
            underway.TryRemove(key, out _);
        }
    }

    private CachedPicture? Held(string key)
    {
        lock (door)
        {
            if (!held.TryGetValue(key, out LinkedListNode<(string, CachedPicture Picture)>? node))
                return null;
            latest.Remove(node);
            latest.AddFirst(node);
            return node.Value.Picture;
        }
    }

    private void Hold(string key, CachedPicture picture)
    {
        lock (door)
        {
            Drawn++;
            if (held.ContainsKey(key))
                return;
            held.Add(key, latest.AddFirst((key, picture)));
            size += picture.Size;
            while (size > options.Limits.PictureBytes && latest.Count > 1)
            {
                (string last, CachedPicture gone) = latest.Last!.Value;
                held.Remove(last);
                latest.RemoveLast();
                size -= gone.Size;
            }
        }
    }
}
