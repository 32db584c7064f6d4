using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Verbs of saying and thinking in the active voice, with the source before or behind them.</summary>
internal static class ActiveCues
{
    public static Frame? Build(ReadingText text, CueEntry entry, VerbGroup group, int afterVerb, Window window, List<Frame> frames, int first)
    {
        if (group.Infinitive && !IsMereAspect(text, group, window))
            return null;
        bool ing = text.Class[group.Main] is Ing && !group.Progressive;
        bool reduced = text.Class[group.Main] is Participle && !group.HasAuxiliary;
        if (entry.Lemma is "quote" or "cite" && QuotedAs(text, entry, group, afterVerb, window) is { } quoted)
            return quoted;

        Complement complement = ComplementFinder.Find(text, entry, afterVerb, window.To);
        Subject subject = ing ? OfParticiple(text, group, window) : SubjectFinder.Find(text, group, afterVerb, window);
        if (reduced && (subject.Shared || complement.Kind == ComplementKind.None && !subject.Inverted || !entry.TakesClause))
            return null;
        if (subject.Inverted)
            return Inverted(text, entry, group, subject, window);
        if (entry.Raises)
            return complement.Kind == ComplementKind.Behind ? Raised(text, entry, group, subject, complement, window) : null;
        if (subject.IsNone)
            return null;
        if (IsExpletive(text, subject, entry, complement))
            return null;

        Frame frame = Open(text, entry, group, complement.CueEnd, window);
        frame.Source = subject.Range;
        frame.Antecedent = subject.Antecedent;
        frame.Listeners = complement.Listeners;
        if (subject.Shared)
        {
            frame.SharesSourceOf = Sharer(frames, first, frame);
            if (frame.SharesSourceOf is null)
            {
                frame.Source = SubjectFinder.MainSubject(text, group.Start, window);
                frame.IsFarSource = true;
                if (frame.Source.IsEmpty)
                    return null;
            }
        }

        switch (complement.Kind)
        {
            case ComplementKind.Behind:
                frame.After = complement.From;
                return frame;
            case ComplementKind.Gap:
                return Gap(text, frame, subject, complement, window);
            default:
                return InFront(text, entry, frame, subject, complement, window) ? frame : null;
        }
    }

    public static Frame Open(ReadingText text, CueEntry entry, VerbGroup group, int cueEnd, Window window)
    {
        bool withheld = group.Negated && Silences.IsSpeech(entry);
        return new Frame
        {
            Window = window,
            Cue = new TokenRange(group.Start, cueEnd),
            Stance = withheld ? Stance.Withholds : group.Negated && entry.Stance is Stance.Asserts && entry.Manner is CueManner.Thought ? Stance.Doubts : entry.Stance,
            Certainty = withheld ? Certainty.Uncommitted : entry.Certainty,
            Manner = entry.Manner,
            Lemma = entry.Lemma,
            Negated = group.Negated,
        };
    }

    /// <summary>"went on to say", "continued to insist": the infinitive is the act itself.</summary>
    private static bool IsMereAspect(ReadingText text, VerbGroup group, Window window)
    {
        int t = group.Start - 1;
        return t > window.From && text.Lower[t] is "on" or "continue" or "continued" or "continues" or "began" or "begun" or "begins" or "proceeded" or "came" or "hastened" or "has" or "had" or "have";
    }

    /// <summary>"..., saying that", "by saying that", "a statement saying that".</summary>
    private static Subject OfParticiple(ReadingText text, VerbGroup group, Window window)
    {
        int t = group.Start - 1;
        if (t < window.From)
            return new Subject(TokenRange.None, window.From, default, false, true);
        if (text.Class[t] is Noun or Name && group.Main == group.Start)
        {
            int start = NounPhrases.Left(text, t + 1, window.From);
            if (start >= 0)
                return new Subject(new TokenRange(start, t + 1), start, default, false, false);
        }

        return text.Class[t] is Comma or Coordinator or Dash or Subordinator or Preposition or QuoteMark or Adverb
            ? new Subject(TokenRange.None, t, default, false, true) : default;
    }

    private static Frame? Sharer(List<Frame> frames, int first, Frame frame)
    {
        for (int i = frames.Count - 1; i >= first; i--)
        {
            Frame earlier = frames[i];
            if (earlier.Carries is null && earlier.Manner != CueManner.Hearsay && earlier.Lemma is not "according to" && earlier.Cue.To <= frame.Cue.From
                && earlier.Window.Quote == frame.Window.Quote && !(earlier.Source.IsEmpty && earlier.SharesSourceOf is null))
                return earlier;
        }

        return null;
    }

    private static Frame? Raised(ReadingText text, CueEntry entry, VerbGroup group, Subject subject, Complement complement, Window window)
    {
        if (subject.Range.IsEmpty)
            return null;
        Frame frame = Open(text, entry, group, complement.CueEnd, window);
        frame.Content.Add(subject.Antecedent.IsEmpty ? subject.Range : subject.Antecedent);
        frame.After = complement.From;
        return frame;
    }

    private static Frame? Inverted(ReadingText text, CueEntry entry, VerbGroup group, Subject subject, Window window)
    {
        if (!entry.TakesQuote && !entry.TakesClause)
            return null;
        Frame frame = Open(text, entry, group, group.Main + 1, window);
        frame.Source = subject.Range;
        frame.BeforeEnd = group.Start;
        frame.Resumes = Resumption(text, Adjuncts.Skip(text, subject.Range.To, window.To), window);
        return frame;
    }

    private static Frame? Gap(ReadingText text, Frame frame, Subject subject, Complement complement, Window window)
    {
        int t = subject.Left - 1;
        if (t < window.From || subject.Shared || !subject.Antecedent.IsEmpty)
            return null;
        if (text.Class[t] is Comma)
            return null;
        if (text.Class[t] is Wh or That)
            frame.Content.Add(new TokenRange(t, t + 1));
        else
        {
            int start = NounPhrases.Left(text, t + 1, window.From);
            if (start < 0)
                return null;
            frame.Content.Add(new TokenRange(start, t + 1));
        }

        frame.After = complement.From;
        return frame;
    }

    /// <summary>Content before the source: "C, S said", "C, S said, C", "something that S denied".</summary>
    private static bool InFront(ReadingText text, CueEntry entry, Frame frame, Subject subject, Complement complement, Window window)
    {
        int t = subject.Left - 1;
        if (subject.Shared || t < window.From)
            return false;
        if (subject.Range.IsEmpty)
            return false;
        if (text.Class[t] is Comma or QuoteMark or Dash or Stop && (entry.TakesClause || entry.TakesQuote))
        {
            if (text.Class[t] is Dash or Stop && text.QuoteOf[Math.Max(window.From, t - 1)] < 0)
                return false;
            frame.BeforeEnd = subject.Left;
            frame.Resumes = Resumption(text, complement.From, window);
            return true;
        }

        if (!subject.Antecedent.IsEmpty)
            return false;
        return Antecedents.Take(text, entry, frame, t, window);
    }

    /// <summary>Where content goes on behind "C, S said": past the comma. -1 where the sentence ends.</summary>
    private static int Resumption(ReadingText text, int at, Window window) =>
        at + 1 < window.To && text.Class[at] is Comma or Dash || (at + 1 < window.To && text.Lower[at] is "and" or "but" or "or") ? (text.Class[at] is Comma or Dash ? at + 1 : at) : -1;

    private static bool IsExpletive(ReadingText text, Subject subject, CueEntry entry, Complement complement) =>
        subject.Range.Length == 1 && text.Lower[subject.Range.From] is "there"
        || (subject.Range.Length == 1 && text.Lower[subject.Range.From] is "it" && entry.Manner is CueManner.Intent or CueManner.Attitude && complement.Kind != ComplementKind.Behind);

    /// <summary>"quoted an official as saying that": the one quoted has a frame of his own, on "as saying".</summary>
    private static Frame? QuotedAs(ReadingText text, CueEntry entry, VerbGroup group, int afterVerb, Window window)
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
        Subject outer = text.Class[group.Main] is Ing && !group.Progressive ? OfParticiple(text, group, window) : SubjectFinder.Find(text, group, afterVerb, window);
        Frame frame = Open(text, entry, group, afterVerb, window);
        frame.Source = outer.Shared ? SubjectFinder.MainSubject(text, group.Start, window) : outer.Range;
        frame.IsFarSource = outer.Shared;
        if (frame.Source.IsEmpty)
            return null;
        frame.Antecedent = outer.Antecedent;
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
            After = t + 2 < window.To && text.Class[t + 2] is Comma or Colon ? t + 3 : t + 2,
        };
        return frame;
    }
}
