using System.Collections.Frozen;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Tells media from other bodies, by the words in their names and by well-known names.</summary>
internal static class Media
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        Text.Resources.Table("Attributions/MediaWords.en.tsv").Where(r => r[1] == "word").Select(r => r[0]), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        Text.Resources.Table("Attributions/MediaWords.en.tsv").Where(r => r[1] is "outlet" or "agency").Select(r => r[0]), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Agencies = FrozenSet.ToFrozenSet(
        Text.Resources.Table("Attributions/MediaWords.en.tsv").Where(r => r[1] is "agency").Select(r => r[0]), StringComparer.Ordinal);

    /// <summary>Whether a phrase names a medium, or media at large ("local media", "a local newspaper").</summary>
    public static bool IsOutlet(ReadingText text, TokenRange range)
    {
        if (range.IsEmpty)
            return false;
        int head = Head(text, range);
        if (Names.Contains(Joined(text, range)) || Names.Contains(text.Lower[head]))
            return true;
        if (IsDescribed(text, range) || (text.Lower[head] is "agency" && head > range.From && !text.IsCapital(head) && (Words.Contains(text.Lower[head - 1]) || Names.Contains(text.Lower[head - 1]))))
            return true;
        // "a New York Times reporter" is a person; so is "a spokesman for the Herald".
        if (!Words.Contains(text.Lower[head]))
            return IsKnownInside(text, range, head);
        return text.Lower[head] is not ("times" or "post" or "press" or "wire" or "star" or "sun" or "mail" or "week" or "journal" or "record" or "mirror" or "telegraph" or "standard" or "news" or "echo" or "herald"
            or "chronicle" or "observer" or "express" or "globe" or "world" or "independent" or "guardian" or "review" or "bulletin" or "courier" or "sentinel" or "examiner" or "argus" or "monitor" or "paper" or "papers") || text.IsCapital(head) || text.Lower[head] is "press" or "paper" or "papers";
    }

    public static bool IsAgency(ReadingText text, TokenRange range)
    {
        int head = Head(text, range);
        if (Agencies.Contains(Joined(text, range)) || Agencies.Contains(text.Lower[head]))
            return true;
        return text.Lower[head] is "agency" && head > range.From && text.Lower[head - 1] is "news";
    }

    /// <summary>The noun that the phrase turns on: the last one before "of", a comma or a relative.</summary>
    public static int Head(ReadingText text, TokenRange range)
    {
        int head = range.From;
        for (int t = range.From; t < range.To; t++)
        {
            WordClass c = text.Class[t];
            if (c is Noun or Name or Pronoun || (c == Number && t == range.From))
                head = t;
            else if (t > range.From && head > range.From - 1 && c is Preposition or Comma or Wh or To or Dash or Bracket or That or Participle && NounPhrases.IsNominal(text.Class[head]))
                break;
        }

        return head;
    }

    /// <summary>"the daily The Falcon", "broadcaster YTN", "the agency Orient": what it is, then its name.</summary>
    private static bool IsDescribed(ReadingText text, TokenRange range) => NameBehindKind(text, range) >= 0;

    /// <returns>The first token of the name that stands behind "daily", "broadcaster" and the like; -1 where none does.</returns>
    public static int NameBehindKind(ReadingText text, TokenRange range)
    {
        for (int t = range.From; t + 1 < range.To; t++)
        {
            if (text.Lower[t] is "daily" or "weekly" or "broadcaster" or "newspaper" or "tabloid" or "magazine" or "agency" or "channel" or "paper" or "broadsheet" or "portal" or "website" or "newswire" or "network"
                && (text.Class[t + 1] is Name || (text.IsCapital(t + 1) && text.Class[t + 1] is Determiner)))
                return text.Class[t + 1] is Determiner && t + 2 < range.To ? t + 2 : t + 1;
            if (text.Class[t] is Preposition or Comma)
                break;
        }

        return -1;
    }

    private static bool IsKnownInside(ReadingText text, TokenRange range, int head)
    {
        // "CNN's Jake Tapper", "Yonhap news agency": a known name, then 's or a media word.
        for (int t = range.From; t < head; t++)
        {
            if (Names.Contains(text.Lower[t]) && text.Class[t + 1] == Possessive)
                return true;
        }

        return false;
    }

    private static string Joined(ReadingText text, TokenRange range)
    {
        int from = range.From;
        while (from < range.To - 1 && text.Lower[from] is "the" or "a" or "an")
            from++;
        return string.Join(' ', text.Lower, from, range.To - from);
    }
}
