using System.Collections.Frozen;
using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>Finds where a report names one of the story's outlets and agencies beside a word of reporting.</summary>
/// <remarks>
/// Works on the words, beside the attributions: "Two rates, the Harrier reports, ..." and "told the Unity agency" name a medium in places that are no
/// source of a statement. A medium that is only an actor in the news (it was sold, it was raided) has no such word near it, most of the time.
/// </remarks>
internal static class MentionFinder
{
    /// <summary>How many words before and after the name are looked at, within its sentence.</summary>
    private const int Reach = 7;

    private static readonly FrozenSet<string> Telling = FrozenSet.Create(
        StringComparer.Ordinal,
        "said", "says", "say", "saying", "report", "reports", "reported", "reporting", "according", "told", "tells", "quote", "quotes", "quoted", "quoting", "cite", "cites",
        "cited", "citing", "wrote", "writes", "written", "published", "publishes", "claim", "claims", "claimed", "learned", "learnt", "heard", "revealed", "reveals", "carried",
        "interview", "statement", "story", "article", "account", "broke", "headlined", "understands", "exclusive", "agency", "newspaper", "paper", "broadcaster", "website", "monitored",
        "per", "via", "read", "right", "found", "spoke", "scoop", "broadcast", "aired", "printed");

    private static readonly FrozenSet<string> Item = FrozenSet.Create(
        StringComparer.Ordinal, "report", "reported", "story", "article", "earlier", "told", "withdrawn", "first", "version", "headlined", "exclusive", "interview");

    public static List<Mention> Find(LineageText text, IReadOnlyList<OutletName> names)
    {
        Dictionary<string, List<(OutletName Name, int Alias)>> byFirstWord = new(StringComparer.Ordinal);
        foreach (OutletName name in names)
        {
            for (int a = 0; a < name.Aliases.Length; a++)
            {
                if (!byFirstWord.TryGetValue(name.Aliases[a][0], out List<(OutletName, int)>? with))
                    byFirstWord.Add(name.Aliases[a][0], with = []);
                with.Add((name, a));
            }
        }

        List<Mention> mentions = [];
        int i = 0;
        while (i < text.Words.Length)
        {
            (OutletName? name, int length) = At(text, i, byFirstWord);
            if (name is null)
            {
                i++;
                continue;
            }

            if (Near(text, i, i + length, Telling) || HasIt(text, i + length))
                mentions.Add(new Mention(name.Name, i, Near(text, i, i + length, Item)));
            i += length;
        }

        return mentions;
    }

    private static (OutletName? Name, int Length) At(LineageText text, int at, Dictionary<string, List<(OutletName Name, int Alias)>> byFirstWord)
    {
        if (!byFirstWord.TryGetValue(text.Words[at].Folded, out List<(OutletName Name, int Alias)>? candidates))
            return (null, 0);
        OutletName? best = null;
        int length = 0;
        bool shared = false;
        foreach ((OutletName name, int alias) in candidates)
        {
            if (name.Aliases[alias].Length < length || !Matches(text, at, name.Aliases[alias]))
                continue;
            shared = name.Aliases[alias].Length == length && best != name;
            (best, length) = (name, name.Aliases[alias].Length);
        }

        // "the Post" where the story has two Posts names neither.
        return shared ? (null, 0) : (best, length);
    }

    private static bool Matches(LineageText text, int at, System.Collections.Immutable.ImmutableArray<string> alias)
    {
        if (at + alias.Length > text.Words.Length)
            return false;
        for (int k = 0; k < alias.Length; k++)
        {
            Word word = text.Words[at + k];
            if (word.Folded != alias[k] || (word.Shape == WordShape.Lower && word.Folded is not ("the" or "of" or "for" or "and" or "de" or "del")))
                return false;
        }

        // An acronym is written in capitals; the name must not go on ("Santa Brisa" is no "Santa").
        Word first = text.Words[at], last = text.Words[at + alias.Length - 1];
        string written = text.Body.Substring(first.Span.Start, first.Span.Length);
        if (alias.Length == 1 && alias[0].Length <= 4 && written.Any(char.IsLower) && !written.Contains('\'', StringComparison.Ordinal) && !written.Contains('\u2019', StringComparison.Ordinal))
            return false;
        return !GoesOn(text, at + alias.Length, last);
    }

    private static bool GoesOn(LineageText text, int next, Word last) =>
        next < text.Words.Length && text.Words[next].Shape == WordShape.Capitalised && text.Words[next].Span.Start - last.Span.End == 1
        && !OutletName.IsMediaWord(text.Words[next].Folded);

    /// <summary>"The Herald had it from a clerk", "as the Herald has it".</summary>
    private static bool HasIt(LineageText text, int next) =>
        next + 1 < text.Words.Length && !text.Words[next].OpensSentence && text.Words[next].Folded is "had" or "has" or "got" && text.Words[next + 1].Folded is "it" or "this";

    private static bool Near(LineageText text, int start, int end, FrozenSet<string> words)
    {
        for (int i = start - 1; i >= 0 && i >= start - Reach && !text.Words[i + 1].OpensSentence; i--)
        {
            if (words.Contains(text.Words[i].Folded))
                return true;
        }

        for (int i = end; i < text.Words.Length && i < end + Reach && !text.Words[i].OpensSentence; i++)
        {
            if (words.Contains(text.Words[i].Folded))
                return true;
        }

        return false;
    }
}
