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
        if (entry.Lemma is "quote" or "cite" && SecondHand.QuotedAs(text, entry, group, afterVerb, window) is { } quoted)
            return quoted;

        if (entry.Lemma is "hear" or "learn" && SecondHand.HeardFrom(text, entry, group, afterVerb, window) is { } heard)
            return heard;
        Complement complement = ComplementFinder.Find(text, entry, group.Main, afterVerb, window.To);
        Subject subject = ing ? OfParticiple(text, group, window)
            : SubjectFinder.Find(text, (entry.TakesAddressee && entry.Lemma is not "ask" and not "warn") || !(entry.TakesQuote || entry.TakesClause) ? group with { HasAuxiliary = true } : group, afterVerb, window);
        if (reduced && !subject.Inverted && !IsFiniteAfterAll(text, entry, group, subject, complement, afterVerb, window))
            return null;
        if (subject.Inverted)
            return Inverted(text, entry, group, subject, window);
        if (entry.Raises)
            return complement.Kind == ComplementKind.Behind ? Raised(text, entry, group, subject, complement, window) : null;
        if (subject.IsNone)
            return null;
        if (IsExpletive(text, subject, entry, complement) || (entry.Lemma is "ask" or "request" && AsksForAnonymity(text, complement, window)))
            return null;

        bool nobody = !subject.Range.IsEmpty && text.Lower[subject.Range.From] is "neither" or "no" or "none" or "nobody";
        // "ordered a recall", "ordered lunch": done by saying so; an order tells what is to be done only with somebody "to do" it.
        if (entry.Lemma is "order" && complement.Kind == ComplementKind.Behind && !IsCommand(text, complement.From, window))
            return null;
        // "called it twice": rang somebody up.
        if (entry.Lemma is "call" && complement.From + 1 < window.To && text.Class[complement.From] is Pronoun && (text.Class[complement.From + 1] is Number or Preposition or Stop || text.Lower[complement.From + 1] is "twice" or "once" or "again"))
            return null;
        if (entry.Lemma is "put" && !SecondHand.PutsAt(text, complement, window))
            return null;
        if (entry.Manner == CueManner.Evidence && complement.Kind == ComplementKind.Behind && !IsEvidence(text, subject, complement))
            return null;
        Frame frame = Open(text, entry, nobody ? group with { Negated = true } : group, complement.CueEnd, window);
        if (entry.Lemma is "call" or "brand" or "label" && frame.Stance is Stance.Asserts && complement.Kind == ComplementKind.Behind && FalseClaims.CallsFalse(text, complement.From, window))
            frame.Stance = Stance.Denies;
        frame.Source = subject.Range;
        frame.Antecedent = subject.Antecedent;
        frame.Listeners = complement.Listeners;
        if (subject.Shared)
        {
            frame.SharesSourceOf = Sharer(text, frames, first, frame);
            // "..., X told reporters. Y pleaded guilty and testified that": a subject of its own stands nearer than the speaker before.
            if (frame.SharesSourceOf is { } sharer && SubjectFinder.Governing(text, group.Main, window) is { IsEmpty: false } nearer && nearer.From >= sharer.Cue.To && nearer.To <= group.Start
                && !sharer.Content.Exists(c => c.Contains(nearer.From)) && sharer.After < 0 && sharer.Source.To <= nearer.From)
                (frame.SharesSourceOf, frame.Source) = (null, nearer);
            else if (frame.SharesSourceOf is null)
                frame.Source = SubjectFinder.MainSubject(text, group.Start, window);
            frame.IsFarSource = frame.SharesSourceOf is null;
            if (frame.IsFarSource && frame.Source.IsEmpty)
                return null;
        }

        frame.IsFarSource |= ing && !subject.Range.IsEmpty && subject.Range.To < subject.Left - 1;
        if (ing && frame.Source.From > frame.Cue.To)
        {
            frame.IsFarSource = true;
            frame.Limit = frame.Source.From - 1;
        }

        switch (complement.Kind)
        {
            case ComplementKind.Behind:
                frame.After = complement.From;
                if (entry.Lemma is "decline" && Silences.Asked(text, frame.Source, complement.From + 2, window) is { } asked)
                    frame.Content.Add(asked);
                // "told him to leave" asks; it tells nothing.
                if (entry.Lemma is "tell" && text.Class[complement.From] is To)
                    (frame.Stance, frame.Certainty) = (Stance.Asks, Certainty.Uncommitted);
                // "'C,' S said, 'C'": the quotation goes on behind the cue.
                if (text.Class[complement.From] == QuoteMark && text.Class[complement.From - 1] == Comma && !subject.Shared && subject.Left - 1 > window.From
                    && text.Class[subject.Left - 1] is Comma or QuoteMark && SubjectFinder.ClauseBefore(text, subject.Left - 1, window) && Speaks(text, subject.Left - 1, window))
                    frame.BeforeEnd = subject.Left;
                return frame;
            // "told the paper <b>that he knew</b> of it": the clause has its verb already, and is no relative one.
            case not ComplementKind.Behind when subject.Left - 1 >= window.From && text.Class[subject.Left - 1] is That && frames.Exists(f => f.After == subject.Left - 1 && f.Window.Quote == window.Quote):
                return null;
            case ComplementKind.Gap:
                return Gap(text, entry, frame, subject, complement, window);
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

    /// <summary>Papers and figures show things; a cinema shows films.</summary>
    private static bool IsEvidence(ReadingText text, Subject subject, Complement complement)
    {
        if (text.Class[complement.From] is That or Wh || text.Lower[complement.From] is "how" or "why" or "whether" || ClauseStart.Looks(text, complement.From, Math.Min(text.Tokens.Length, complement.From + 30)))
            return true;
        TokenRange words = subject.Antecedent.IsEmpty ? subject.Range : subject.Antecedent;
        return !words.IsEmpty && Sources.KindWord(text.Lower[Media.Head(text, words)]) is "document";
    }

    /// <summary>Whether a form tagged as participle without an auxiliary is the past tense after all.</summary>
    /// <remarks>Taggers miss it most where the attribution trails ("..., the commission confirmed on Monday"). A participle behind a noun
    /// ("a man accused of") takes no object and no clause of its own.</remarks>
    private static bool IsFiniteAfterAll(ReadingText text, CueEntry entry, VerbGroup group, Subject subject, Complement complement, int afterVerb, Window window)
    {
        // "said A and added that B": a participle takes no clause of its own.
        if (entry.TakesClause && afterVerb < window.To && text.Class[afterVerb] is That && group.Start > window.From && text.Class[group.Start - 1] is Coordinator)
            return true;
        if (subject.Shared || subject.Range.IsEmpty)
            return false;
        if (afterVerb < window.To && text.Lower[afterVerb] is "by")
            return false;
        if (entry.Lemma is "say" or "tell")
            return true;
        if (complement.Kind == ComplementKind.Behind && !SubjectFinder.HasMainVerb(text, window.From, window.To))
            return true;
        if (subject.Range.Contains(text.SubjectOf[group.Main]) && text.Tokens[group.Main].Deprel is "root" or "conj" or "ccomp" or "parataxis" or "advcl")
            return true;
        if (complement.Kind == ComplementKind.Behind)
            return text.Class[complement.From] is That or QuoteMark
                || (complement.From == afterVerb && text.Class[afterVerb] is Determiner or Name or Noun or Pronoun or Adjective or Number)
                || (entry.TakesClause && complement.From > afterVerb && text.Class[complement.From] is not (Preposition or To));
        int t = subject.Left - 1;
        return complement.Kind == ComplementKind.None && t > window.From && text.Class[t] is Comma or QuoteMark && (entry.TakesClause || entry.TakesQuote)
            && SubjectFinder.ClauseBefore(text, t, window);
    }

    /// <summary>"went on to say", "continued to insist": the infinitive is the act itself.</summary>
    private static bool IsMereAspect(ReadingText text, VerbGroup group, Window window)
    {
        int t = group.Start - 1;
        return t > window.From && text.Lower[t] is "on" or "continue" or "continued" or "continues" or "began" or "begun" or "begins" or "proceeded" or "came" or "hastened" or "has" or "had" or "have";
    }

    /// <summary>"..., saying that", "by saying that", "a statement saying that".</summary>
    internal static Subject OfParticiple(ReadingText text, VerbGroup group, Window window)
    {
        int t = group.Start - 1;
        if (t < window.From)
            return Following(text, group.Main, window);
        if (text.Class[t] is Noun or Name && group.Main == group.Start)
        {
            // "issued a statement urging": the statement's author speaks.
            if (Sources.KindWord(text.Lower[t]) is "document" && IsPublishing(text, t, window) && SubjectFinder.MainSubject(text, t, window) is { IsEmpty: false } author)
                return new Subject(author, t, default, false, false);
            int start = NounPhrases.Left(text, t + 1, window.From);
            if (start >= 0)
                return new Subject(new TokenRange(start, t + 1), start, default, false, false);
        }

        return text.Class[t] is Comma or Coordinator or Dash or Subordinator or Preposition or QuoteMark or Adverb
            ? new Subject(TokenRange.None, t, default, false, true) : default;
    }

    private static bool IsPublishing(ReadingText text, int noun, Window window)
    {
        for (int t = noun - 1; t >= Math.Max(window.From, noun - 6); t--)
        {
            if (text.Tokens[t].Lemma is "issue" or "release" or "publish" or "send" or "post" or "write" or "put" or "tweet" or "make" or "deliver" or "circulate" or "file")
                return true;
            if (text.Class[t] is Comma or Stop)
                break;
        }

        return false;
    }

    /// <summary>"Claiming the vote was lost, X told ...": the subject of the clause behind the comma.</summary>
    private static Subject Following(ReadingText text, int verb, Window window)
    {
        for (int t = verb + 1; t + 1 < window.To; t++)
        {
            if (text.QuoteOf[t] != window.Quote || text.Class[t] != Comma)
                continue;
            int end = NounPhrases.Right(text, t + 1, window.To);
            int next = end;
            while (next > 0 && next < window.To && text.Class[next] is Adverb)
                next++;
            if (end > 0 && next < window.To && (NounPhrases.IsFinite(text, next) || text.Class[next] is Participle))
                return new Subject(new TokenRange(t + 1, end), window.From, default, false, false);
        }

        return default;
    }

    private static Frame? Sharer(ReadingText text, List<Frame> frames, int first, Frame frame)
    {
        for (int i = frames.Count - 1; i >= first; i--)
        {
            Frame earlier = frames[i];
            if (earlier.Carries is null && earlier.Manner != CueManner.Hearsay && earlier.Lemma is not "according to" && earlier.Cue.To <= frame.Cue.From
                && earlier.Window.Quote == frame.Window.Quote && !(earlier.Source.IsEmpty && earlier.SharesSourceOf is null) && !IsAside(text, frames, first, i, frame))
                return earlier;
        }

        return null;
    }

    private static bool IsCommand(ReadingText text, int from, Window window)
    {
        if (text.Class[from] is That or To or QuoteMark)
            return true;
        for (int t = from; t + 1 < Math.Min(window.To, from + 16) && text.Class[t] is not (Comma or Stop); t++)
        {
            if (text.Class[t] is To && text.Class[t + 1] is BaseVerb or Be or Have or Do or Adverb)
                return true;
            if (text.Class[t] is Wh or Subordinator)
                return false;
            if (NounPhrases.IsFinite(text, t))
                return t > from;
        }

        return false;
    }

    /// <summary>"X confirmed that the letter in which M warned of leaks is real, <b>and said</b>": M speaks in a relative clause inside what X says, and X goes on.</summary>
    private static bool IsAside(ReadingText text, List<Frame> frames, int first, int at, Frame next)
    {
        Frame aside = frames[at];
        if (text.Tokens[aside.Cue.To - 1].Deprel is not "acl:relcl" && text.Tokens[aside.Cue.From].Deprel is not "acl:relcl")
            return false;
        for (int i = first; i < at; i++)
        {
            if (frames[i].After >= 0 && frames[i].After <= aside.Start && frames[i].Window.Quote == next.Window.Quote && !frames[i].Source.IsEmpty && frames[i].Carries is null)
                return true;
        }

        return false;
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
        // "a tractor, named Daisy": its name, and nobody who speaks.
        if ((!entry.TakesQuote && !entry.TakesClause) || entry.Lemma is "name")
            return null;
        Frame frame = Open(text, entry, group, group.Main + 1, window);
        frame.Source = subject.Range;
        frame.BeforeEnd = group.Start;
        frame.Resumes = Resumption(text, Adjuncts.Skip(text, subject.Range.To, window.To), window, group.Start);
        return frame;
    }

    /// <summary>A quotation ends right before the comma or mark here.</summary>
    private static bool Speaks(ReadingText text, int at, Window window)
    {
        for (int t = at; t >= Math.Max(window.From, at - 2); t--)
        {
            if (text.QuoteOf[t] >= 0)
                return true;
        }

        return text.Class[at] == Comma;
    }

    private static Frame? Gap(ReadingText text, CueEntry entry, Frame frame, Subject subject, Complement complement, Window window)
    {
        int t = subject.Left - 1;
        if (t < window.From || subject.Shared || !subject.Antecedent.IsEmpty)
            return null;
        if (text.Class[t] is Comma)
            return null;
        // "the drought that farmers feared has come": what follows is the sentence's own verb.
        if (entry.TakesNoun)
            return Antecedents.Take(text, entry, frame, t, window) ? frame : null;
        frame.IsOneClause = true;
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
        if (text.Lower[t] is "as" && entry.TakesClause)
        {
            if (t - 1 > window.From && text.Class[t - 1] is Comma && SubjectFinder.ClauseBefore(text, t - 1, window))
                frame.BeforeEnd = t - 1;
            else if (complement.From + 1 < window.To && text.Class[complement.From] is Comma)
                frame.After = complement.From + 1;
            return frame.After >= 0 || frame.BeforeEnd >= 0;
        }

        if (text.Class[t] is Comma or QuoteMark or Dash or Stop && (entry.TakesClause || entry.TakesQuote))
        {
            if (text.Class[t] is Dash or Stop && text.QuoteOf[Math.Max(window.From, t - 1)] < 0)
                return false;
            frame.BeforeEnd = subject.Left;
            frame.Resumes = Resumption(text, complement.From, window, subject.Left);
            return true;
        }

        if (!subject.Antecedent.IsEmpty)
            return false;
        return Antecedents.Take(text, entry, frame, t, window);
    }

    /// <summary>Where content goes on behind "C, S said": past the comma. -1 where the sentence ends, or where the next words tell of the source
    /// (", who resigned last year") or of the act (", pointing at the map").</summary>
    private static int Resumption(ReadingText text, int at, Window window, int beforeEnd)
    {
        if (at + 1 >= window.To)
            return -1;
        bool pause = text.Class[at] is Comma or Dash;
        int from = pause ? at + 1 : at;
        if (text.Class[from] == QuoteMark && text.QuoteOf[from + 1] >= 0)
            return from;
        if (!pause && text.Lower[at] is not ("and" or "but" or "or"))
            return -1;
        // A quotation that ended before the cue goes on only in quotation marks.
        if (text.Class[beforeEnd - 1] == QuoteMark)
            return -1;
        return text.Class[from] is Wh ? BehindRelative(text, from, window) : from;
    }

    /// <summary>"C, said X, who ran the mill, <b>or C</b>": the clause goes on behind what is told of the source; -1 where it does not.</summary>
    private static int BehindRelative(ReadingText text, int wh, Window window)
    {
        for (int t = wh + 2; t + 2 < window.To; t++)
        {
            if (text.Class[t] is Stop or Colon or QuoteMark)
                return -1;
            if (text.Class[t] is Comma)
                return text.Class[t + 1] is Coordinator && ClauseStart.Looks(text, t + 2, window.To) ? t + 1 : -1;
        }

        return -1;
    }

    /// <summary>"asked not to be named" tells why a source is unnamed; it is no statement.</summary>
    private static bool AsksForAnonymity(ReadingText text, Complement complement, Window window)
    {
        for (int t = Math.Max(window.From, complement.CueEnd); t < Math.Min(window.To, complement.CueEnd + 7); t++)
        {
            if (text.Lower[t] is "named" or "identified" or "anonymous" or "anonymity")
                return true;
        }

        return false;
    }

    private static bool IsExpletive(ReadingText text, Subject subject, CueEntry entry, Complement complement) =>
        subject.Range.Length == 1 && text.Lower[subject.Range.From] is "there"
        || (subject.Range.Length == 1 && text.Lower[subject.Range.From] is "it" && entry.Manner is CueManner.Intent or CueManner.Attitude && complement.Kind != ComplementKind.Behind);
}
