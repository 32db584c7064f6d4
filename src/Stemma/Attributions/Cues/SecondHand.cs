using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Verbs that pass on what another said: "quoted an official as saying", "has heard from an insider", "puts the toll at".</summary>
internal static class SecondHand
{
    /// <summary>"The paper has heard from an insider that": the insider speaks, the paper passes it on.</summary>
    public static Frame? HeardFrom(ReadingText text, CueEntry entry, VerbGroup group, int afterVerb, Window window)
    {
        if (afterVerb + 3 >= window.To || text.Lower[afterVerb] is not ("from" or "on" or "in"))
            return null;
        int end = text.Lower[afterVerb] is "from" ? NounPhrases.Right(text, afterVerb + 1, window.To) : NounPhrases.BaseRight(text, afterVerb + 1, window.To);
        if (end < 0 || end + 1 >= window.To || text.Class[end] != That)
            return null;
        // "heard on the news that": a medium; "heard in the kitchen that" tells where.
        if (text.Lower[afterVerb] is not "from" && !(text.Lower[end - 1] is "news" or "radio" or "television" or "tv" or "internet" or "media" or "papers" or "paper" || Media.IsOutlet(text, new TokenRange(afterVerb + 1, end))))
            return null;
        Subject hearer = SubjectFinder.Find(text, group with { HasAuxiliary = true }, afterVerb, window);
        Frame frame = ActiveCues.Open(text, entry, group, afterVerb + 1, window);
        frame.Source = new TokenRange(afterVerb + 1, end);
        frame.After = end;
        if (!hearer.Range.IsEmpty && text.Class[hearer.Range.From] is not Pronoun)
            frame.Listeners = hearer.Range;
        return frame;
    }

    /// <summary>"quoted an official as saying that": the one quoted has a frame of his own, on "as saying".</summary>
    public static Frame? QuotedAs(ReadingText text, CueEntry entry, VerbGroup group, int afterVerb, Window window)
    {
        int end = NounPhrases.Right(text, afterVerb, window.To);
        int to = Math.Min(window.To - 1, afterVerb + 30);
        if (end < 0)
            return null;
        int t = end;
        while (t < to && !(text.Lower[t] is "as" && text.Class[t + 1] is Ing))
        {
            if (text.Class[t] is Stop or QuoteMark || NounPhrases.IsFinite(text, t))
                return null;
            t++;
        }

        if (t >= to)
            return null;
        Subject outer = text.Class[group.Main] is Ing && !group.Progressive ? ActiveCues.OfParticiple(text, group, window) : SubjectFinder.Find(text, group, afterVerb, window);
        Frame frame = ActiveCues.Open(text, entry, group, afterVerb, window);
        frame.Source = outer.Shared ? SubjectFinder.MainSubject(text, group.Start, window) : outer.Range;
        frame.IsFarSource = outer.Shared;
        if (frame.Source.IsEmpty)
            return null;
        frame.Antecedent = outer.Antecedent;
        // "'C', it quotes a guard as saying.": nothing follows, so what stands before is said.
        bool trails = t + 2 >= window.To || text.Class[t + 2] is Stop || (text.Class[t + 2] is Comma && t + 3 < window.To && text.Class[t + 3] is not QuoteMark);
        if (trails && (outer.Shared || outer.Left <= window.From))
            return null;
        if (trails)
            frame.BeforeEnd = outer.Left;
        else
            frame.After = afterVerb;
        frame.Inner = new Frame
        {
            Window = window,
            Cue = new TokenRange(t, t + 2),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = "say",
            Source = new TokenRange(afterVerb, end),
            BeforeEnd = trails ? outer.Left : -1,
            Outer = trails ? frame : null,
            After = trails ? -1 : text.Class[t + 2] is Comma or Colon ? t + 3 : t + 2,
        };
        return frame;
    }

    /// <summary>"The paper puts the toll at twelve": an estimate, where a figure follows what it measures.</summary>
    public static bool PutsAt(ReadingText text, Complement complement, Window window)
    {
        if (complement.Kind != ComplementKind.Behind)
            return false;
        for (int t = complement.From + 1; t + 1 < Math.Min(window.To, complement.From + 12); t++)
        {
            if (text.Lower[t] is "at")
                return !TimeWords.IsTimePhrase(text, t, window.To) && IsFigure(text, t + 1, window.To);
            // "put the fire out at 3", "put her house on the market at two million": something is moved.
            if (text.Lower[t] is "earlier" or "later")
                continue; // "the number of earlier complaints"
            if (text.Class[t] is not (Determiner or Possessive or Noun or Name or Adjective or Number or Participle or Ing or Coordinator) && !(text.Lower[t] is "of" or "from" or "in" && text.Lower[t + 1] is not "at"))
                return false;
        }

        return false;
    }

    /// <summary>"12", "well over 12", "fewer than 12", "dozens".</summary>
    private static bool IsFigure(ReadingText text, int at, int high)
    {
        for (int t = at; t < Math.Min(high, at + 4); t++)
        {
            if (text.Class[t] is Number || text.Lower[t] is "several" or "dozens" or "hundreds" or "thousands")
                return true;
            if (!(text.Class[t] is Adverb or Adjective || text.Lower[t] is "than" or "about" or "around" or "between" or "over" or "under" or "least" or "most" or "close" or "to" or "up" or "as" or "many" or "more" or "fewer" or "less" or "a" or "some" or "roughly" or "nearly"))
                return false;
        }

        return false;
    }
}
