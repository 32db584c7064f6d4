using System.Collections.Concurrent;

namespace Stemma.Intake.Web;

/// <summary>Keeps the robots.txt of each host for a day (RFC 9309, 2.4); one that could not be fetched for a minute only.</summary>
internal sealed class RobotsCache(TimeProvider time, Func<Uri, CancellationToken, Task<RobotsFile>> fetch)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan FailureKept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (RobotsFile File, DateTimeOffset Until)> files = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FetchFailedException">The host cannot be reached, or may not be.</exception>
    public async Task<RobotsFile> OfAsync(Uri address, CancellationToken cancellation)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);
        DateTimeOffset now = time.GetUtcNow();
        if (files.TryGetValue(origin, out (RobotsFile File, DateTimeOffset Until) kept) && kept.Until > now)
            return kept.File;
        RobotsFile file = await fetch(new Uri(origin + "/robots.txt"), cancellation).ConfigureAwait(false);
        files[origin] = (file, now + (file == RobotsFile.Closed ? FailureKept : Kept));
        return file;
    }
}
