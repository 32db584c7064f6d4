using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Decides how far the content of each frame reaches, once all cues of a unit are known.</summary>
internal static class ContentSettler
{
    /// <param name="frames">Of the whole report, in text order.</param>
    public static void Settle(ReadingText text, List<Frame> frames)
    {
        int from = 0;
        while (from < frames.Count)
        {
            int to = from + 1;
            while (to < frames.Count && frames[to].Window.Unit == frames[from].Window.Unit)
                to++;
            for (int i = from; i < to; i++)
                StepInto(text, frames, from, to, i);
            for (int i = from; i < to; i++)
                SettleOne(text, frames, from, to, i);
            from = to;
        }
    }

    /// <summary>"denied reports that C", "doubts his claim that C": what is denied or doubted is C, not that somebody reports it.</summary>
    private static void StepInto(ReadingText text, List<Frame> frames, int from, int to, int at)
    {
        Frame frame = frames[at];
        // "The claim in a tabloid that C is false": nothing but talk, and it is denied.
        if (frame is { Lemma: "false", Content: [var denied, ..] } && frames.Find(o => o.IsNoun && o.After == denied.From - 1) is { } talk && IsTalk(text, talk))
            talk.Absorbed = true;
        if (frame.After < 0 || frame.Stance is not (Stance.Denies or Stance.Doubts or Stance.Confirms) || frame.Negated)
            return;
        for (int i = from; i < to; i++)
        {
            Frame noun = frames[i];
            if (!noun.IsNoun || noun.After < 0 || noun.Cue.From < frame.After || noun.Cue.From > frame.After + 4 || noun.Window.Quote != frame.Window.Quote)
                continue;
            frame.After = noun.After;
            noun.Absorbed = noun.Source.IsEmpty || IsTalk(text, noun);
            return;
        }
    }

    /// <summary>"suggestions in the media that", "a claim on several accounts that": told of a medium without a name.</summary>
    private static bool IsTalk(ReadingText text, Frame noun)
    {
        if (noun.Source.IsEmpty || noun.Source.From == 0 || text.Lower[noun.Source.From - 1] is not ("in" or "on" or "across"))
            return false;
        for (int t = noun.Source.From; t < noun.Source.To; t++)
        {
            if (text.IsCapital(t))
                return false;
        }

        return true;
    }

    private static void SettleOne(ReadingText text, List<Frame> frames, int from, int to, int at)
    {
        Frame frame = frames[at];
        if (frame.Carries is not null || frame.Cites || frame.Absorbed)
            return;
        if (frame.BeforeEnd >= 0)
            Add(text, frame, WithoutOpening(text, new TokenRange(BeforeStart(text, frames, from, at), frame.BeforeEnd)));
        if (frame.After >= 0)
        {
            int end = End(text, frames, to, at, frame.After);
            Add(text, frame, new TokenRange(frame.After, end));
            if (BehindInsertion(text, frame, end) is int more and > 0)
                Add(text, frame, new TokenRange(more, End(text, frames, to, at, more)));
        }

        if (frame.Resumes >= 0 && frame.Resumes < frame.Window.To && !OpensAnother(text, frames, to, at, frame.Resumes))
            Add(text, frame, new TokenRange(frame.Resumes, End(text, frames, to, at, frame.Resumes)));
    }

    /// <summary>"X said A, as the paper had reported, <b>and that B</b>": the second clause is X's too; -1 where none follows.</summary>
    private static int BehindInsertion(ReadingText text, Frame frame, int end)
    {
        if (end + 4 >= frame.Window.To || text.Class[end] is not Comma || text.Lower[end + 1] is not "as")
            return -1;
        for (int t = end + 2; t + 2 < Math.Min(frame.Window.To, end + 25); t++)
        {
            if (text.Class[t] is Stop or Colon or QuoteMark)
                return -1;
            if (text.Class[t] is Comma)
                return text.Class[t + 1] is Coordinator && text.Class[t + 2] is That ? t + 2 : -1;
        }

        return -1;
    }

    /// <summary>"But", "However," at the head of a sentence join it to the one before and are the report's own.</summary>
    private static TokenRange WithoutOpening(ReadingText text, TokenRange range)
    {
        if (range.Length < 3)
            return range;
        if (text.Lower[range.From] is "and" or "but" or "so" or "yet" or "still" or "however" or "meanwhile")
            return new TokenRange(range.From + 1, range.To);
        return range;
    }

    private static void Add(ReadingText text, Frame frame, TokenRange range)
    {
        range = Trim(text, range);
        if (range.IsEmpty)
            return;
        // A source inside its own content ("C, S said, C") is cut out of it.
        if (frame.Source.From >= range.From && frame.Source.To <= range.To && !frame.Source.IsEmpty && frame.BeforeEnd < 0 && frame.After >= 0 && frame.Source.From > frame.Cue.From)
            return;
        frame.Content.Add(range);
    }

    public static TokenRange Trim(ReadingText text, TokenRange range)
    {
        int from = range.From, to = range.To;
        while (from < to && text.Class[from] is Comma or Dash or Stop && text.QuoteOf[from] < 0 || (from < to && text.Class[from] is Colon))
            from++;
        while (to > from && text.Class[to - 1] is Comma or Dash or Stop or Colon && text.QuoteOf[to - 1] < 0)
            to--;
        while (to > from && text.Class[to - 1] is Coordinator)
            to--;
        while (to - 1 > from && text.Class[to - 1] == QuoteMark && text.QuoteOf[to - 2] is int q && (q < 0 ? to < text.Tokens.Length && text.QuoteOf[to] >= 0 : text.QuoteTokens[q].From < from))
            to--;
        // A quotation that is wholly content brings its marks.
        if (to > from && text.QuoteOf[to - 1] >= 0 && to < text.Tokens.Length && text.Class[to] == QuoteMark && text.QuoteTokens[text.QuoteOf[to - 1]].From >= from)
            to++;
        return new TokenRange(from, to);
    }

    /// <summary>Whether the words after "C, S said," are those of the next cue ("adding that").</summary>
    private static bool OpensAnother(ReadingText text, List<Frame> frames, int to, int at, int resume)
    {
        for (int i = at + 1; i < to; i++)
        {
            Frame next = frames[i];
            if (next.Window.Quote != frames[at].Window.Quote || next.Carries is not null)
                continue;
            if (next.Start > resume + 2)
                return false;
            return next.Start <= resume || (next.Start <= resume + 2 && text.Class[resume] is Coordinator or Subordinator or Adverb or Preposition);
        }

        return false;
    }

    private static int BeforeStart(ReadingText text, List<Frame> frames, int from, int at)
    {
        Frame frame = frames[at];
        int low = frame.Window.From;
        int start = low;
        // Where an earlier speaker's clause was closed by ", but" or the like, this content begins behind it.
        for (int i = from; i < at; i++)
        {
            Frame earlier = frames[i];
            if (earlier.Window.Quote != frame.Window.Quote || earlier.Window.From != frame.Window.From || earlier.Carries is not null || earlier.Manner is CueManner.Hearsay or CueManner.Intent or CueManner.Attitude || earlier.End > frame.BeforeEnd)
                continue;
            int cut = Break(text, Math.Max(earlier.End, start), frame.BeforeEnd, frame.Window.Quote);
            if (cut > 0)
                start = cut;
        }

        return start;
    }

    /// <summary>One past the last ", but" or "; " between two points; -1 where there is none.</summary>
    private static int Break(ReadingText text, int from, int to, int quote)
    {
        int found = -1;
        for (int t = from; t + 1 < to; t++)
        {
            if (text.Scope[t] != quote)
                continue;
            if (text.Class[t] == Colon && text.Lower[t] == ";")
                found = t + 1;
            else if (text.Class[t] is Comma or Dash && text.Lower[t + 1] is "but" or "and" or "while" or "although" or "though" or "whereas" or "yet" && ClauseStart.Looks(text, t + 2, to))
                found = t + 2;
        }

        return found;
    }

    private static int End(ReadingText text, List<Frame> frames, int to, int at, int from)
    {
        Frame frame = frames[at];
        int verbs = 0;
        bool bound = false;
        int high = frame.Limit >= 0 ? Math.Min(frame.Limit, frame.Window.To) : frame.Window.To;
        int next = at + 1;
        for (int t = from; t < high; t++)
        {
            if (text.Scope[t] != frame.Window.Quote)
                continue;
            WordClass c = text.Class[t];
            if (c == Colon && text.Lower[t] == ";")
                return t;
            if (c == Stop && text.Lower[t] is not "…" and not "..." && t > from && !IsAbbreviation(text, t))
                return t;
            while (next < to && (frames[next].Window.Quote != frame.Window.Quote || frames[next].Carries is not null || frames[next].Start < t || ReferenceEquals(frames[next], frame.Inner)))
                next++;
            if (next < to && frames[next].Start == t && t > from)
            {
                int cut = CutBefore(text, frame, frames[next], from);
                if (cut > from)
                    return cut;
            }

            if (t > from + 1 && (frame.Antecedent.IsEmpty ? LeavesEmbedded(text, frame, t) : LeavesRelative(text, frame, t)))
                return text.Class[t - 1] is Comma ? t - 1 : t;
            if (frame.IsOneClause)
            {
                if (c is Wh or That or Coordinator or Subordinator && t > from)
                    bound = true;
                if (NounPhrases.IsFinite(text, t) && !(t > from && NounPhrases.IsFinite(text, t - 1)))
                {
                    if (verbs > 0 && !bound)
                    {
                        if (frame.IsNoun && frame.Source.IsEmpty && Spread.Behind(text, t, frame.Window) is { IsEmpty: false } medium)
                            (frame.Source, frame.IsFarSource) = (medium, true);
                        return text.Class[t - 1] is Comma ? t - 1 : t;
                    }

                    (verbs, bound) = (verbs + 1, false);
                }

                if (c is Comma && verbs > 0 && (!frame.IsNoun || (t + 2 < high && text.Class[t + 1] is Pronoun && ClauseStart.Looks(text, t + 1, high))))
                    return t;
            }

            if (c is Comma or Dash && t > from + 1 && t + 2 < high && Contrasts(text, t + 1, high))
                return t;
            if (c is Bracket && text.Text[text.Tokens[t].Span.Start] == ')' && !HasOpening(text, from, t))
                return t;
        }

        return high;
    }

    /// <summary>"K, which denied that a dog had barked, <b>paid</b>": the relative clause, and with it what is said in it, is over.</summary>
    private static bool LeavesRelative(ReadingText text, Frame frame, int t)
    {
        if (frame.Source.IsEmpty || text.Class[frame.Source.From] is not (Wh or That))
            return false;
        int verb = text.Tokens[t].Deprel is "aux" or "aux:pass" or "cop" && text.Tokens[t].Head > t ? text.Tokens[t].Head : t;
        if (NounPhrases.IsFinite(text, t) && frame.Antecedent.Contains(text.SubjectOf[verb]))
            return true;
        // A clause that a comma opened is closed by one with a verb right behind it that has no subject in between ...
        if (frame.Source.From == 0 || text.Class[frame.Source.From - 1] is not Comma || text.Class[t - 1] is not Comma || text.Scope[t - 1] != frame.Window.Quote)
            return false;
        if ((NounPhrases.IsFinite(text, t) || (text.Class[t] is Participle or BaseVerb && text.Tokens[t].Deprel is "conj")) && text.SubjectOf[verb] < frame.Cue.To)
            return true;
        // ... or behind which nothing hangs on it any more.
        int clause = frame.Cue.From;
        while (clause >= 0 && text.Tokens[clause].Deprel is not "acl:relcl")
            clause = text.Tokens[clause].Head;
        while (t >= 0 && t != clause)
            t = text.Tokens[t].Head;
        return clause >= 0 && t < 0;
    }

    /// <summary>"the letter in which a clerk warned of leaks <b>is</b> genuine": a verb whose subject is what the relative clause hangs on stands outside that clause.</summary>
    private static bool LeavesEmbedded(ReadingText text, Frame frame, int t)
    {
        if (!NounPhrases.IsFinite(text, t))
            return false;
        int verb = text.Tokens[t].Deprel is "aux" or "aux:pass" or "cop" && text.Tokens[t].Head > t ? text.Tokens[t].Head : t;
        int subject = text.SubjectOf[verb];
        if (subject < 0 || subject >= frame.Start)
            return false;
        for (int at = frame.Cue.To - 1, steps = 0; at >= frame.Window.From && steps < MostSteps; at = text.Tokens[at].Head, steps++)
        {
            if (text.Tokens[at].Deprel is "acl:relcl" or "acl")
                return text.Tokens[at].Head == subject;
        }

        return false;
    }

    /// <summary>Of a climb up the tree.</summary>
    private const int MostSteps = 8;

    private static bool HasOpening(ReadingText text, int from, int to)
    {
        for (int t = Math.Max(from, to - 40); t < to; t++)
        {
            if (text.Class[t] is Bracket && text.Text[text.Tokens[t].Span.Start] == '(')
                return true;
        }

        return false;
    }

    private static bool IsAbbreviation(ReadingText text, int t) => t + 1 < text.Tokens.Length && !text.Tokens[t + 1].SpaceBefore && text.Class[t + 1] is not (QuoteMark or Bracket);

    /// <summary>", but the ministry rejected that": a main clause of the report's own.</summary>
    private static bool Contrasts(ReadingText text, int at, int high) =>
        text.Lower[at] is "but" or "while" or "although" or "though" or "whereas" or "even" && ClauseStart.Looks(text, at + 1, high) && !(text.Class[at + 1] is That);

    private static bool OpensSubordinate(ReadingText text, Frame frame)
    {
        int before = frame.Start - 1;
        return before >= frame.Window.From && before <= frame.Window.From + 1 && text.Lower[before] is "while" or "although" or "though" or "as" or "after" or "when" or "whereas" or "since" or "because";
    }

    /// <summary>Where content must end because another speaker's clause begins; -1 where that one is part of the content.</summary>
    private static int CutBefore(ReadingText text, Frame frame, Frame other, int from)
    {
        int t = other.Start - 1;
        bool shares = ReferenceEquals(other.SharesSourceOf, frame) || (other.SharesSourceOf is not null && ReferenceEquals(other.SharesSourceOf, frame.SharesSourceOf)) || other.IsFarSource || other.Cites;
        if (other.Manner == CueManner.Hearsay && !other.Cites)
            return -1;
        if (t <= from)
            return -1;
        if (shares)
        {
            if (text.Class[t] is Coordinator or Comma or Dash or Subordinator or Preposition)
            {
                while (t > from && text.Class[t - 1] is Comma or Dash or Coordinator)
                    t--;
                return t;
            }

            return text.Class[t] is Adverb && text.Class[t - 1] is Coordinator or Comma ? t - 1 : -1;
        }

        if (other.BeforeEnd >= 0)
        {
            int end = other.BeforeEnd;
            return end > from && text.Class[end - 1] is Comma ? end - 1 : end > from ? end : -1;
        }

        // "While Washington would not confirm it, a spokeswoman said": the comma ends the subordinate clause.
        if (text.Class[t] is Comma && OpensSubordinate(text, frame))
            return t;
        bool linked = false;
        while (t > from && text.Class[t] is Coordinator or Subordinator or Adverb or Preposition && (text.Class[t] is not Preposition || ClosedClasses.MayLinkClauses(text.Lower[t])))
        {
            if (text.Class[t] is Subordinator && text.Lower[t] is "that" or "how" or "why" or "whether" or "because" or "if" or "where")
                return -1;
            linked = true;
            t--;
        }

        if (!linked || t <= from)
            return text.Class[t] is Dash ? t : -1;
        if (text.Class[t] is Comma or Dash)
            return t;
        return text.Lower[t + 1] is "but" or "while" or "whereas" or "although" or "as" ? t + 1 : text.Lower[t + 1] is "and" && other.Source.Length > 0 ? t + 1 : -1;
    }
}
