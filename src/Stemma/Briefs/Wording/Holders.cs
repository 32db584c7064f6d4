using System.Collections.Immutable;
using Stemma.Claims;

namespace Stemma.Briefs;

/// <summary>Words for whose word something is: "YTN, citing an unnamed South Korean government official".</summary>
internal static class Holders
{
    /// <summary>The chain in words, outermost first; empty for the report's own voice.</summary>
    public static string Of(ImmutableArray<Source> chain)
    {
        if (chain.IsEmpty)
            return "";
        // A chain longer than two is told by its ends: who brought it, and whose word it is.
        string last = Name(chain[^1]);
        return chain.Length == 1 || chain[0].Name == chain[^1].Name ? last : $"{Name(chain[0])}, citing {last}";
    }

    /// <summary>The source's name; one that is not named is said to be so.</summary>
    public static string Name(Source source)
    {
        string name = Trim(source.Name);
        if (!source.Anonymous || name.Length == 0)
            return name;
        ImmutableArray<string> words = Words.Of(name);
        if (words.IsEmpty || words.Any(w => w is "unnamed" or "anonymous" or "unidentified" or "undisclosed"))
            return name;
        string first = words[0];
        if (first is "a" or "an" or "the" or "one" or "some" or "several" or "two" or "three" or "four" or "five" or "many" || char.IsAsciiDigit(first[0]))
            return name;
        return IsPlural(words) ? "unnamed " + name : "an unnamed " + name;
    }

    /// <summary>Plural by its head: the last word before "of", "with", "in", "familiar", "who" and their like.</summary>
    private static bool IsPlural(ImmutableArray<string> words)
    {
        int end = 1;
        while (end < words.Length && words[end] is not ("of" or "with" or "in" or "at" or "from" or "on" or "close" or "familiar" or "briefed" or "who" or "and" or "to" or "inside" or "near"))
            end++;
        string head = words[end - 1];
        return head is "people" or "media" or "police" || (head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal));
    }

    private static string Trim(string name) => PlainText.OneLine(name).Trim(' ', ',', '.', ';', ':');
}
