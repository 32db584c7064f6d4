using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>What kind of medium an outlet's name tells: "Bay Radio" is radio, "The Harbour Post" a newspaper.</summary>
internal static class MediaKinds
{
    /// <param name="outlet">A name.</param>
    /// <param name="kind">As a report writes it: "radio", "TV", "newspaper", "website".</param>
    public static bool Is(string outlet, string kind)
    {
        HashSet<string> words = new(WordScanner.Scan(outlet).Select(w => w.Folded), StringComparer.Ordinal);
        bool radio = words.Overlaps(["radio", "fm", "am"]), screen = words.Overlaps(["tv", "television", "channel"]), wire = words.Overlaps(["agency", "wire", "newswire", "press"]);
        return kind.ToLowerInvariant() switch
        {
            "radio" => radio,
            "television" or "tv" => screen,
            "broadcaster" => radio || screen || words.Overlaps(["broadcasting"]),
            "news agency" => wire,
            "website" => words.Overlaps(["online", "live", "digital", "com", "now", "watch"]),
            _ => !radio && !screen && words.Any(OutletName.IsMediaWord),
        };
    }
}
