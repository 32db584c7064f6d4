using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Silence as a finding: "did not immediately respond to a request for comment", "could not be reached", "has made no mention of".</summary>
/// <remarks>"Declined to" is a plain verb of the lexicon; a negated verb of saying becomes a silence in <see cref="ActiveCues"/>.</remarks>
internal static class Silences
{
    /// <summary>Verbs whose negation tells that somebody kept silent, not that he said the opposite.</summary>
    public static bool IsSpeech(CueEntry entry) => IsSpeech(entry.Lemma);

    private static bool IsSpeech(string lemma) => lemma is "say" or "confirm" or "verify" or "corroborate" or "authenticate" or "comment on" or "elaborate on" or "disclose" or "reveal" or "divulge"
        or "discuss" or "identify" or "name" or "mention" or "answer" or "respond" or "respond to" or "explain" or "announce" or "acknowledge" or "deny" or "specify" or "detail" or "address" or "report" or "release"
        or "clarify" or "note" or "indicate" or "state" or "refer to" or "allude to";

    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (window.Quote >= 0)
            return null;
        string lower = text.Lower[t];
        return lower switch
        {
            "comment" or "elaborate" => Comment(text, t, window),
            "respond" or "reply" or "return" or "answer" => Respond(text, t, window),
            "reached" or "contacted" => Reached(text, t, window),
            "mention" => Mention(text, t, window),
            "drawn" => Drawn(text, t, window),
            "refuse" or "refused" or "refuses" or "refusing" or "wish" or "want" or "care" or "choose" or "prepared" or "willing" or "ready" or "unwilling" => Unwilling(text, t, window),
            // "the ministry neither confirmed nor denied it".
            "confirmed" or "verified" or "confirms" when t > window.From && text.Lower[t - 1] is "neither" => Verify(text, t, window),
            "verify" or "confirm" or "establish" or "determine" or "ascertain" or "corroborate" or "authenticate" => Verify(text, t, window),
            _ => null,
        };
    }

    /// <summary>"has not commented", "would not comment", "has yet to comment".</summary>
    private static Frame? Comment(ReadingText text, int t, Window window)
    {
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        bool yet = t >= window.From + 2 && text.Lower[t - 1] is "to" && text.Lower[t - 2] is "yet";
        if (!(group.Negated || yet) || group.Passive)
            return null;
        int cueEnd = yet ? t - 1 : t;
        return Silent(text, group, cueEnd > group.Start ? cueEnd : t + 1, yet ? t - 1 : t, window);
    }

    private static Frame? Respond(ReadingText text, int t, Window window)
    {
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        bool yet = t >= window.From + 2 && text.Lower[t - 1] is "to" && text.Lower[t - 2] is "yet";
        if (!group.Negated && !yet)
            return null;
        int next = t + 1;
        while (next < window.To && text.Class[next] == Adverb)
            next++;
        if (next >= window.To)
            return Silent(text, group, t + 1, -1, window);
        if (text.Lower[next] is "to")
            return Silent(text, group, next + 1, next + 1, window);
        return text.Lower[t] is "return" or "answer" && ClauseStart.StartsPhrase(text, next) ? Silent(text, group, t + 1, next, window) : Silent(text, group, t + 1, -1, window);
    }

    /// <summary>"could not be reached for comment".</summary>
    private static Frame? Reached(ReadingText text, int t, Window window)
    {
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        if (!group.Negated || group.Modal < 0)
            return null;
        return Silent(text, group, t + 1, t + 1, window);
    }

    /// <summary>"has made no mention of".</summary>
    private static Frame? Mention(ReadingText text, int t, Window window)
    {
        if (t < window.From + 2 || text.Lower[t - 1] is not "no" || text.Lower[t - 2] is not ("made" or "make" or "makes") || t + 1 >= window.To || text.Lower[t + 1] is not "of")
            return null;
        VerbGroup group = VerbGroup.Of(text, t - 2, window.From);
        return Silent(text, group, t + 2, t + 2, window);
    }

    /// <summary>"could not independently verify", "would neither confirm nor deny", "could not be independently confirmed" is left to the passive.</summary>
    private static Frame? Verify(ReadingText text, int t, Window window)
    {
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        bool neither = t > window.From && text.Lower[t - 1] is "neither";
        bool unable = group.Infinitive && group.Start - 1 > window.From && text.Lower[group.Start - 1] is "unable" or "able";
        if (unable && text.Lower[group.Start - 1] is "able" && !VerbGroup.Of(text, group.Start - 1, window.From).Negated)
            return null;
        bool could = group.Negated && group.Modal >= 0 && !group.Infinitive && !group.Passive;
        if (!neither && !unable && !could)
            return null;
        if (could)
            return Silent(text, group, t + 1, t + 1, window);
        int start = unable ? group.Start - 1 : t - 1;
        VerbGroup widened = VerbGroup.Of(text, start, window.From);
        if (text.Class[start - 1] is Be)
            widened = widened with { Start = Math.Min(widened.Start, start - 1) };
        int end = t + 1;
        if (end + 1 < window.To && text.Lower[end] is "nor" or "or")
            end += 2;
        return Silent(text, widened with { Infinitive = false }, end, end, window);
    }

    /// <summary>"would not be drawn on the date".</summary>
    private static Frame? Drawn(ReadingText text, int t, Window window)
    {
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        if (!group.Negated || !group.Passive || group.Modal < 0)
            return null;
        bool bare = t + 1 >= window.To || text.Class[t + 1] is Stop or Comma;
        if (!bare && text.Lower[t + 1] is not ("on" or "about" or "over"))
            return null;
        // Lots, lines and conclusions are drawn too.
        return Silent(text, group, bare ? t + 1 : t + 2, bare ? -1 : t + 2, window) is { } frame && Sources.CanSpeak(text, frame.Source) ? frame : null;
    }

    /// <summary>"refused to say", "did not wish to comment", "was not prepared to discuss": will and speech together make a silence.</summary>
    private static Frame? Unwilling(ReadingText text, int t, Window window)
    {
        if (t + 2 >= window.To || text.Class[t + 1] is not To)
            return null;
        int speech = t + 2;
        while (speech < window.To - 1 && text.Class[speech] is Adverb)
            speech++;
        if (!(IsSpeech(text.Tokens[speech].Lemma) || text.Lower[speech] is "comment" or "elaborate" || (text.Lower[speech] is "speak" or "talk" && IsToReporters(text, speech + 1, window.To))))
            return null;
        VerbGroup group = VerbGroup.Of(text, t, window.From);
        bool unwilling = text.Lower[t].StartsWith("refus", StringComparison.Ordinal) || text.Lower[t] is "unwilling";
        if (unwilling == group.Negated || group.Infinitive)
            return null;
        Frame? frame = Silent(text, group, t + 1, t + 1, window);
        if (frame is not null && Asked(text, frame.Source, speech + 1, window) is { } asked)
            frame.Content.Add(asked);
        return frame;
    }

    /// <summary>"refused to talk to the driver" keeps silent towards one man; only before reporters, or with nobody told, is it a silence of the report.</summary>
    private static bool IsToReporters(ReadingText text, int at, int high)
    {
        if (at + 1 >= high || text.Lower[at] is not ("to" or "with"))
            return true;
        int end = NounPhrases.BaseRight(text, at + 1, high);
        return end > 0 && (text.Lower[end - 1] is "reporters" or "reporter" or "journalists" or "journalist" or "us" or "cameras" || Media.IsOutlet(text, new TokenRange(at + 1, end)));
    }

    /// <summary>"<b>Asked whether the gate was shut</b>, he declined to say": what is withheld where nothing follows the verb; null where something does.</summary>
    public static TokenRange? Asked(ReadingText text, TokenRange source, int afterVerb, Window window)
    {
        int t = window.From;
        if (t < window.To && text.Lower[t] is "when")
            t++;
        if ((afterVerb < window.To && text.Class[afterVerb] is not (Stop or Comma)) || source.From <= t + 3 || source.From > window.To || text.Class[source.From - 1] is not Comma
            || text.Lower[t] is not ("asked" or "pressed" or "questioned" or "quizzed"))
            return null;
        for (t++; t < source.From - 2; t++)
        {
            if (text.Class[t] is Comma)
                return null;
            if (text.Class[t] is Wh or Subordinator || text.Lower[t] is "whose" or "about" or "which" || (text.Lower[t] is "on" && !TimeWords.IsTimePhrase(text, t, source.From)))
                return new TokenRange(text.Lower[t] is "about" or "on" ? t + 1 : t, source.From - 1);
        }

        return null;
    }

    private static Frame? Silent(ReadingText text, VerbGroup group, int cueEnd, int contentFrom, Window window)
    {
        Subject subject = SubjectFinder.Find(text, group with { HasAuxiliary = true, Infinitive = false }, cueEnd, window);
        TokenRange source = subject.Shared ? SubjectFinder.MainSubject(text, group.Start, window) : subject.Range;
        if (source.IsEmpty)
            return null;
        Frame frame = new()
        {
            Window = window,
            Cue = new TokenRange(group.Start, cueEnd),
            Stance = Stance.Withholds,
            Certainty = Certainty.Uncommitted,
            Manner = CueManner.Speech,
            Lemma = "comment",
            Source = source,
            Antecedent = subject.Antecedent,
            IsFarSource = subject.Shared,
            Negated = true,
        };
        int from = contentFrom;
        if (from >= 0 && from < window.To && text.Class[from] is not (Stop or Comma))
            frame.After = from;
        else
            frame.Content.Add(new TokenRange(cueEnd - 1, cueEnd));
        return frame;
    }
}
