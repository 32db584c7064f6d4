using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Lists of people in bylines and credits.</summary>
internal static partial class PersonNames
{
    /// <summary>Words with a capital that no person is called by: days, months, and what sentences after "By" begin with.</summary>
    private static readonly FrozenSet<string> Never = FrozenSet.ToFrozenSet(
        [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
            "october", "november", "december", "the", "this", "that", "these", "then", "now", "noon", "midnight", "dawn", "contrast", "comparison", "law", "then", "day", "night",
            "year", "week", "morning", "evening", "afternoon", "way", "far", "most", "all", "any", "our", "their", "his", "her", "its", "about", "around", "early", "late", "end",
        ],
        StringComparer.Ordinal);

    /// <summary>What people in newsrooms are, and what newsrooms are called: a capitalised last word of these makes no person.</summary>
    private static readonly FrozenSet<string> Posts = FrozenSet.ToFrozenSet(
        ["writer", "writers", "editor", "editors", "reporter", "reporters", "correspondent", "correspondents", "staff", "desk", "team", "bureau", "news", "newsroom", "weekly", "magazine", "agency", "agencies", "press", "service", "online", "columnist"],
        StringComparer.Ordinal);

    /// <summary>The people among the names of a list.</summary>
    public static List<string> Split(string list) => [.. Parts(list).Where(IsPerson).Select(Display)];

    /// <summary>"Jane Roe, John Doe and Ann Other in Karsk" in three, each without its place.</summary>
    public static IEnumerable<string> Parts(string list) =>
        Breaks().Split(list).Select(p => Place().Replace(p, "").Trim().TrimEnd('.', ',', ';', ')')).Where(p => p.Length > 0);

    /// <summary>Two to five words, each a name, an initial or a particle.</summary>
    public static bool IsPerson(string name)
    {
        name = PersonTitles.Strip(name);
        string[] words = name.Split(' ');
        if (words.Length is < 2 or > 5 || name.Length > 60 || name.Any(char.IsDigit) || !Words.IsName(name, 5))
            return false;
        // "April Roe" and "June Doe" are people, "Monday Evening" is nobody; a post is no name.
        return !words.Skip(words[0] is "April" or "June" or "August" ? 1 : 0).Any(w => Never.Contains(w.ToLowerInvariant())) && !Posts.Contains(words[^1].ToLowerInvariant())
            && words.All(w => w.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’'));
    }

    /// <summary>"Dr. JANE ROE" as "Jane Roe".</summary>
    public static string Display(string name) => PersonTitles.Strip(name) is var bare && bare.Any(char.IsLower) ? bare : Words.TitleCase(bare);

    [GeneratedRegex(@"\s*[,;]\s*(?:and\s+)?|\s+(?:and|with|&|AND)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\s+(?:in|from|at|near|aboard|reporting from)\s+(?:the )?\p{Lu}.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
