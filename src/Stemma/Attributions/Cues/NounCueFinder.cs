using System.Collections.Frozen;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Nouns that attribute: "reports that", "the ministry's claim that", "rumours of".</summary>
internal sealed class NounCueFinder
{
    private readonly FrozenDictionary<string, (Stance Stance, Certainty Certainty)> nouns =
        Text.Resources.Table("Attributions/NounCues.en.tsv").ToFrozenDictionary(
            row => row[0], row => (Enum.Parse<Stance>(row[1], ignoreCase: true), Enum.Parse<Certainty>(row[2], ignoreCase: true)), StringComparer.Ordinal);

    public Frame? Try(ReadingText text, int t, Window window)
    {
        if (text.Class[t] is not (Noun or Name) || t + 2 >= window.To || !nouns.TryGetValue(text.Lower[t], out (Stance Stance, Certainty Certainty) entry))
            return null;
        int at = TimeWords.Skip(text, t + 1, window.To);
        if (at >= window.To)
            return null;
        TokenRange by = TokenRange.None;
        if (text.Lower[at] is "by" or "from" or "of" or "in" or "on")
        {
            int end = NounPhrases.BaseRight(text, at + 1, window.To);
            if (end > 0 && end < window.To && (text.Lower[at] is "by" or "from" || Speaks(text, new TokenRange(at + 1, end), text.Lower[at] is "of")))
                (by, at) = (new TokenRange(at + 1, end), end);
        }

        if (by.IsEmpty && Spread.Where(text, t, window, out TokenRange medium) is int spread and > 0)
            (by, at) = (medium, spread);

        if (ToldAs(text, at, window, out TokenRange teller) is int told and > 0)
            (by, at) = (teller.IsEmpty ? by : teller, told);
        else if (text.Class[at] == Comma)
            at = OverParenthesis(text, at, window.To);
        if (at + 1 >= window.To || text.Class[at] != That || !ClauseStart.Looks(text, at + 1, window.To))
            return null;
        TokenRange source = by.IsEmpty ? Possessor(text, t, window) : by;
        if (source.IsEmpty && text.Class[at - 1] is Be or FiniteVerb)
            return null; // "The theory is that": nobody's
        if (source.IsEmpty && Publisher(text, t, window) is { IsEmpty: false } publisher)
            source = publisher;
        Frame frame = new()
        {
            Window = window,
            Cue = new TokenRange(t, t + 1),
            Stance = entry.Stance,
            Certainty = entry.Certainty,
            Manner = source.IsEmpty ? CueManner.Hearsay : CueManner.Speech,
            Lemma = text.Lower[t],
            Source = source,
            IsNoun = true,
            IsOneClause = true,
            After = at,
        };
        return frame;
    }

    /// <summary>"the yard's theory is that", "its argument, set out by the director on Tuesday, was that": the "that", and who set it out; -1 where it is no such thing.</summary>
    private static int ToldAs(ReadingText text, int at, Window window, out TokenRange teller)
    {
        teller = TokenRange.None;
        int be = at;
        if (text.Class[at] == Comma)
        {
            be = at + 1;
            while (be < Math.Min(window.To, at + 20) && text.Class[be] is not (Comma or Stop or QuoteMark or Colon))
                be++;
            if (be >= window.To || text.Class[be] is not Comma)
                return -1;
            int by = at + 1;
            while (by < be && text.Lower[by] is not "by")
                by++;
            int end = by + 1 < be && text.Class[at + 1] is Participle or FiniteVerb ? NounPhrases.BaseRight(text, by + 1, be) : -1;
            if (end > 0)
                teller = new TokenRange(by + 1, end);
            be++;
        }

        return be + 2 < window.To && text.Lower[be] is "is" or "was" or "remains" && text.Class[be + 1] is That && ClauseStart.Looks(text, be + 2, window.To) ? be + 1 : -1;
    }

    /// <summary>"a report in the Argus that", "the claim of the union that": a medium, or for "of" whoever can make a claim.</summary>
    private static bool Speaks(ReadingText text, TokenRange words, bool of)
    {
        int head = Media.Head(text, words);
        // "a claim in a national paper": some paper, which is no source to go to.
        bool named = Enumerable.Range(words.From, words.Length).Any(text.IsCapital);
        return (named && Media.IsOutlet(text, words)) || text.Lower[head] is "networks" or "accounts"
            || (of && (Sources.KindWord(text.Lower[head]) is "person" or "office" or "body" or "group" || text.Lower[head] is "side" or "party" or "camp" || text.Class[head] is Name));
    }

    /// <summary>"officials released intelligence that", "the ministry issued a warning that": the subject of the verb right before the noun.</summary>
    private static TokenRange Publisher(ReadingText text, int noun, Window window)
    {
        int t = noun - 1;
        while (t > window.From && text.Class[t] is Determiner or Adjective or Noun)
            t--;
        if (t < window.From)
            return TokenRange.None;
        if (text.Tokens[t].Lemma is not ("release" or "issue" or "give" or "offer" or "publish" or "present" or "provide" or "make" or "express" or "voice" or "share" or "raise" or "repeat" or "renew" or "reiterate" or "spread"))
            return TokenRange.None;
        TokenRange subject = SubjectFinder.Find(text, VerbGroup.Of(text, t, window.From) with { HasAuxiliary = true }, t + 1, window).Range;
        return subject.IsEmpty ? SubjectFinder.MainSubject(text, t, window) : subject;
    }

    /// <summary>"a report by X, citing Y, that": on to the "that" behind the next comma; <paramref name="comma"/> itself where there is none.</summary>
    private static int OverParenthesis(ReadingText text, int comma, int high)
    {
        for (int t = comma + 1; t + 1 < Math.Min(high, comma + 20); t++)
        {
            if (text.Class[t] == Comma)
                return text.Class[t + 1] == That ? t + 1 : comma;
            if (text.Class[t] is Stop or Colon or QuoteMark)
                break;
        }

        return comma;
    }

    /// <summary>"the ministry's", "his": whose claim it is.</summary>
    private static TokenRange Possessor(ReadingText text, int noun, Window window)
    {
        int t = noun - 1;
        while (t > window.From && text.Class[t] is Adjective or Participle)
            t--;
        if (t < window.From)
            return TokenRange.None;
        if (text.Lower[t] is "his" or "her" or "their" or "its" or "my" or "our")
            return new TokenRange(t, t + 1);
        if (text.Class[t] != Possessive)
            return TokenRange.None;
        int start = NounPhrases.Left(text, t, window.From);
        return start < 0 ? TokenRange.None : new TokenRange(start, t);
    }
}
