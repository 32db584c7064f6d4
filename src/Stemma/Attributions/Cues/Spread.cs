using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"Rumours are going round in the village that C", "a claim that C appeared on several accounts": where talk runs, instead of who started it.</summary>
internal static class Spread
{
    private static bool Runs(string lemma) => lemma is "circulate" or "go" or "spread" or "swirl" or "run" or "emerge" or "surface" or "appear" or "grow" or "mount" or "persist" or "abound" or "fly" or "do" or "make" or "rise" or "arise" or "multiply" or "continue";

    /// <param name="medium">Where the talk runs; empty where the words name no medium.</param>
    /// <returns>The "that" behind the verb; -1 where the noun's talk does not run, or what it says does not follow.</returns>
    public static int Where(ReadingText text, int noun, Window window, out TokenRange medium)
    {
        medium = TokenRange.None;
        int verb = noun + 1;
        while (verb < window.To && text.Class[verb] is Be or Have or Adverb)
            verb++;
        if (verb + 2 >= window.To || !Runs(text.Tokens[verb].Lemma) || text.Class[verb] is not (FiniteVerb or Ing or Participle))
            return -1;
        for (int t = verb + 1; t + 1 < Math.Min(window.To, verb + 14); t++)
        {
            if (text.Class[t] is That)
                return ClauseStart.Looks(text, t + 1, window.To) ? t : -1;
            if (text.Class[t] is Stop or Comma or Colon or QuoteMark or Wh || NounPhrases.IsFinite(text, t))
                return -1;
            if (medium.IsEmpty && Medium(text, t, window) is { IsEmpty: false } here)
                (medium, t) = (here, here.To - 1);
        }

        return -1;
    }

    /// <summary>"a claim that C <b>appeared on several accounts</b>": the medium told behind what the noun says; empty where none is.</summary>
    public static TokenRange Behind(ReadingText text, int verb, Window window)
    {
        if (verb + 2 >= window.To || !(text.Tokens[verb].Lemma is "appear" or "circulate" or "spread" or "surface" or "emerge"))
            return TokenRange.None;
        return Medium(text, verb + 1, window);
    }

    private static TokenRange Medium(ReadingText text, int at, Window window)
    {
        if (text.Lower[at] is not ("on" or "in" or "across" or "by" or "over"))
            return TokenRange.None;
        int end = at + 1;
        while (end < window.To && text.Class[end] is Determiner or Adjective or Noun or Name or Ing or Number or Possessive)
            end++;
        TokenRange words = new(at + 1, end);
        if (words.IsEmpty)
            return TokenRange.None;
        return Media.IsOutlet(text, words) || text.Lower[end - 1] is "media" or "account" or "accounts" or "group" or "groups" or "channel" or "channels" or "forum" or "forums" or "site" or "sites" or "website" or "websites" or "networks" or "platforms" or "chats" or "chat"
            ? words : TokenRange.None;
    }
}
