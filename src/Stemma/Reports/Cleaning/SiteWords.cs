using System.Collections.Frozen;

namespace Stemma.Reports;

/// <summary>Words that newspapers, stations and sites have in their names.</summary>
internal static class SiteWords
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        [
            "daily", "times", "post", "news", "herald", "tribune", "gazette", "chronicle", "journal", "courier", "echo", "mail", "press", "standard", "observer", "guardian",
            "telegraph", "examiner", "advertiser", "inquirer", "dispatch", "mirror", "express", "star", "sun", "globe", "record", "review", "monitor", "sentinel", "register",
            "bulletin", "digest", "weekly", "magazine", "radio", "tv", "fm", "television", "broadcasting", "broadcast", "channel", "network", "media", "online", "live", "today",
            "wire", "newswire", "feed", "report", "reporter", "leader", "argus", "argosy", "ledger", "citizen", "independent", "world", "watch", "insider", "business",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether the name ends, or begins, as such a name does.</summary>
    public static bool IsSiteName(string name)
    {
        string[] words = name.ToLowerInvariant().Split(' ');
        // One such word alone is a section ("News", "Business"), not a name.
        return words.Length > 1 && (All.Contains(words[^1]) || All.Contains(words[^2]) || words[0] is "radio" or "channel" or "daily");
    }
}
