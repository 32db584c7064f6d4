using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Reports;

namespace Stemma.Claims;

/// <summary>Which outlets are one publisher's editions, and which outlet of the story a name in a text means.</summary>
/// <remarks>
/// One family: the same name without edition words ("Channel Four World", "Channel Four Europe"), or the same registrable host. Without
/// a table of owners it misses sister papers of different names; that is accepted, since a false merger would hide an origin.
/// Remembers what it was asked: not safe from many threads.
/// </remarks>
internal sealed class OutletFamilies
{
    private static readonly FrozenSet<string> Editions = WordList.Set("EditionWords.en.tsv");
    private static readonly FrozenSet<string> SecondLevel = FrozenSet.Create(StringComparer.Ordinal, "co", "com", "org", "net", "gov", "ac", "edu", "or", "go");

    private readonly ImmutableArray<string> families;
    private readonly ImmutableArray<Report> reports;
    private readonly Dictionary<string, ImmutableArray<int>> named = new(StringComparer.Ordinal);

    public OutletFamilies(ImmutableArray<Report> reports)
    {
        this.reports = reports;
        string[] family = [.. reports.Select(r => NameKey(r.Outlet) ?? HostKey(r.Url) ?? "report " + r.Id)];
        // Two names under one host are one family; the smaller name stands for it. Hosts of portals that carry many outlets would join them,
        // so a host counts only where one name starts with the other's first word.
        foreach (IGrouping<string?, int> host in Enumerable.Range(0, reports.Length).GroupBy(i => HostKey(reports[i].Url)).Where(g => g.Key is not null))
        {
            string least = host.Select(i => family[i]).Min(StringComparer.Ordinal)!;
            foreach (int i in host)
            {
                if (reports[i].Outlet is null || FirstWord(family[i]) == FirstWord(least))
                    family[i] = least;
            }
        }

        families = [.. family];
    }

    /// <summary>Equal for reports of one publisher.</summary>
    public string Of(int report) => families[report];

    /// <summary>Reports of the outlet or agency that the words name, in the story's order.</summary>
    public ImmutableArray<int> Named(string name)
    {
        // A large story asks for the same few names thousands of times.
        if (!named.TryGetValue(name, out ImmutableArray<int> found))
        {
            HashSet<string> outlets = [.. reports.Select(r => r.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Where(o => NameMeans(name, o))];
            string? key = NameKey(name);
            named.Add(name, found = [.. Enumerable.Range(0, reports.Length).Where(i => reports[i].Outlet is { } outlet && (outlets.Contains(outlet) || key == families[i]))]);
        }

        return found;
    }

    /// <summary>Whether the words name the report's own outlet or an agency that it is written by.</summary>
    public bool Means(string name, int report) =>
        reports[report].Outlet is { } outlet && (NameMeans(name, outlet) || NameKey(name) == families[report]);

    /// <summary>"BNA" and "the Echo" for "Baltic News Agency" and "Harbour Echo": initials, or words of it.</summary>
    internal static bool NameMeans(string name, string outlet)
    {
        string[] words = Words(name);
        string[] full = Words(outlet);
        if (words.Length == 0 || full.Length == 0)
            return false;
        if (words.Length == 1 && full.Length > 1 && words[0].Length >= 2 && words[0] == string.Concat(full.Select(w => w[0])))
            return true;
        if (full.Length == 1 && words.Length > 1 && full[0] == string.Concat(words.Select(w => w[0])))
            return true;
        string[] less = [.. words.Except(Generic, StringComparer.Ordinal)];
        string[] more = [.. full.Except(Generic, StringComparer.Ordinal)];
        return less.Length > 0 && (less.All(full.Contains) || (more.Length > 0 && (more.Length > 1 || full.Length == 1) && more.All(words.Contains)));
    }

    internal static string? NameKey(string? outlet)
    {
        if (string.IsNullOrWhiteSpace(outlet))
            return null;
        List<string> words = [.. Words(outlet)];
        while (words.Count > 1 && Editions.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        while (words.Count > 1 && words[0] == "the")
            words.RemoveAt(0);
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    internal static string? HostKey(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
            return null;
        string[] labels = uri.Host.ToLowerInvariant().Split('.');
        int keep = labels.Length > 2 && SecondLevel.Contains(labels[^2]) && labels[^1].Length == 2 ? 3 : 2;
        return string.Join('.', labels.TakeLast(keep));
    }

    private static readonly FrozenSet<string> Generic = FrozenSet.Create(StringComparer.Ordinal, "the", "of", "news", "agency", "newspaper", "daily", "cable", "tv", "website", "press", "media", "a", "and");

    private static string FirstWord(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? text[..at] : text;

    private static string[] Words(string name) =>
        [.. name.Replace('’', '\'').ToLowerInvariant().Split([' ', '.', ',', '-', '/', '(', ')', '|'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w)];
}
