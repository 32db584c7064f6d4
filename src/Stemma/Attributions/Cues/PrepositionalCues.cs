using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"according to", "in the words of", "as per", "in the view of".</summary>
internal static class PrepositionalCues
{
    /// <summary>Sentences that "that is according to" may reach back over.</summary>
    private const int MostTold = 5;

    public static Frame? Try(ReadingText text, int t, Window window)
    {
        if (Account(text, t, window) is { } account)
            return account;
        int cueEnd = CueEnd(text, t, window.To);
        if (cueEnd < 0)
            return null;
        if (text.Lower[t] is "in" && cueEnd == t + 3)
            return Possessed(text, t, window);
        bool opens = OpensClause(text, t, window);
        int end = SourceEnd(text, cueEnd, window.To);
        if (opens)
            end = BeforeSubject(text, cueEnd, end);
        if (end <= cueEnd)
            return null;
        bool opinion = text.Lower[t] is "in" && text.Lower[cueEnd - 2] is "view" or "opinion" or "eyes" or "estimation" or "judgment" or "judgement";
        Frame frame = new()
        {
            Window = window,
            Cue = new TokenRange(t, cueEnd),
            Stance = Stance.Asserts,
            Certainty = opinion ? Certainty.Probable : Certainty.Certain,
            Manner = opinion ? CueManner.Thought : CueManner.Speech,
            Lemma = text.Lower[t] is "according" ? "according to" : text.Lower[t],
            Source = new TokenRange(cueEnd, end),
        };
        int next = Adjuncts.Skip(text, end, window.To);
        if (opens)
        {
            // "According to one, who works in the capital, C": past what is told of the source.
            if (next + 2 < window.To && text.Class[next] is Comma && text.Class[next + 1] is Wh && EndOfRelative(text, next + 1, window) is int past and > 0)
                next = past;
            while (next < window.To && text.Class[next] is not (Comma or Colon) && !ClauseStart.Looks(text, next, window.To))
                next++;
            frame.After = next < window.To && text.Class[next] is Comma or Colon ? next + 1 : next;
            return frame.After < window.To ? frame : null;
        }

        frame.BeforeEnd = t;
        if (next + 5 < window.To && text.Class[next] is Comma && text.Lower[next + 1] is "who" && text.Lower[next + 2] is "was" or "were" && text.Lower[next + 3] is "quoted" or "cited" && text.Lower[next + 4] is "by")
        {
            // "C, according to the pilot, who was quoted by the Argus": the medium passes it on.
            int medium = NounPhrases.BaseRight(text, next + 5, window.To);
            if (medium > 0)
                frame.Listeners = new TokenRange(next + 5, medium);
            return frame;
        }

        if (next + 1 < window.To && text.Class[next] is Comma or Dash && text.Class[next + 1] is not Wh)
            frame.Resumes = next + 1;
        else if (next + 1 < window.To && text.Class[next] is Comma && EndOfRelative(text, next + 1, window) is int resumed and > 0 && resumed + 1 < window.To && text.Class[resumed + 1] is Coordinator && ClauseStart.Looks(text, resumed + 2, window.To))
            frame.Resumes = resumed + 1;
        return ToldBefore(text, frame, t, window);
    }

    /// <summary>"A cap of nine percent. A fund of $8 million. <b>That is according to</b> two delegates": what stands before it in its paragraph.</summary>
    private static Frame ToldBefore(ReadingText text, Frame frame, int t, Window window)
    {
        Unit own = text.Units[window.Unit];
        bool points = window.Quote < 0 && frame.Lemma is "according to" && t - 2 >= window.From && t - 2 - own.Tokens.From <= 2 && text.Lower[own.Tokens.From] is "that" or "this" or "all" && text.Lower[t - 1] is "is" or "was" or "comes" && text.Lower[t - 2] is "that" or "this";
        if (!points)
            return frame;
        frame.BeforeEnd = -1;
        frame.Resumes = -1;
        for (int u = window.Unit - 1; u >= 0 && window.Unit - u <= MostTold && text.Units[u].LastParagraph == own.Paragraph; u--)
            frame.Content.Insert(0, text.Units[u].Tokens);
        return frame;
    }

    /// <summary>The comma that ends a relative clause; -1 where the sentence ends first.</summary>
    private static int EndOfRelative(ReadingText text, int wh, Window window)
    {
        for (int t = wh + 2; t + 1 < window.To; t++)
        {
            if (text.Class[t] is Stop or Colon or QuoteMark)
                return -1;
            if (text.Class[t] is Comma)
                return t;
        }

        return -1;
    }

    private static int CueEnd(ReadingText text, int t, int high)
    {
        switch (text.Lower[t])
        {
            case "according":
                return t + 2 < high && text.Lower[t + 1] is "to" && !(text.Lower[t + 2] is "plan" or "schedule" or "whether" or "how") ? t + 2 : -1;
            case "in" when t + 4 < high && text.Lower[t + 1] is "the" && text.Lower[t + 3] is "of":
                return text.Lower[t + 2] is "words" or "view" or "opinion" or "eyes" or "estimation" or "judgment" or "judgement" ? t + 4 : -1;
            case "in" when t + 4 < high && text.Lower[t + 2] is "view" or "opinion" or "words" && text.Lower[t + 1] is "his" or "her" or "their" or "its":
                return t + 3;
            case "per" when t > 0 && t + 1 < high && text.Class[t - 1] is Comma && (text.Class[t + 1] is Name || IsPaperOrBody(text, t + 1, high)):
                return t + 1;
            // "C, the ministry said, as quoted by the Tribune": the medium passes on the whole of it.
            case "as" when t > 0 && t + 3 < high && text.Class[t - 1] is Comma && text.Lower[t + 1] is "quoted" or "cited" or "relayed" && text.Lower[t + 2] is "by":
                return t + 3;
            case "as" when t + 2 < high && text.Lower[t + 1] is "per":
                return t + 2;
            default:
                return -1;
        }
    }

    /// <summary>"per a leaked note", "per the ministry", and not "per a day".</summary>
    private static bool IsPaperOrBody(ReadingText text, int from, int high)
    {
        int end = text.Class[from] is Determiner ? NounPhrases.BaseRight(text, from, high) : -1;
        return end > 0 && (Sources.KindWord(text.Lower[end - 1]) is not null || text.Class[end - 1] is Name || Media.IsOutlet(text, new TokenRange(from, end)));
    }

    /// <summary>"in his view the plan had failed".</summary>
    private static Frame? Possessed(ReadingText text, int t, Window window)
    {
        int from = text.Class[t + 3] is Comma ? t + 4 : t + 3;
        // "The offer, in his opinion, came late": the clause runs on both sides.
        bool inserted = t - 1 > window.From && text.Class[t - 1] is Comma;
        return from >= window.To ? null : new Frame
        {
            Window = window,
            Cue = new TokenRange(t + 2, t + 3),
            Stance = Stance.Asserts,
            Certainty = text.Lower[t + 2] is "words" ? Certainty.Certain : Certainty.Probable,
            Manner = text.Lower[t + 2] is "words" ? CueManner.Speech : CueManner.Thought,
            Lemma = "view",
            Source = new TokenRange(t + 1, t + 2),
            BeforeEnd = inserted ? t - 1 : -1,
            Resumes = inserted ? from : -1,
            After = inserted ? -1 : from,
        };
    }

    /// <summary>"The army lost eight men, by its own account", "by the crew's reckoning": somebody's own figure or version.</summary>
    private static Frame? Account(ReadingText text, int t, Window window)
    {
        if (text.Lower[t] is not ("by" or "on") || t + 2 >= window.To)
            return null;
        bool himself = text.Lower[t + 1] is "his" or "her" or "its" or "their";
        int end = t + 1;
        while (!himself && end < Math.Min(window.To, t + 7) && text.Lower[end] is not "'s" && text.Class[end] is Determiner or Noun or Name or Adjective)
            end++;
        if (!himself && (end == t + 1 || end >= window.To || !(text.Class[end] is Possessive || text.Lower[end] is "'s")))
            return null;
        bool own = end + 1 < window.To && text.Lower[end + 1] is "own";
        int noun = own ? end + 2 : end + 1;
        if (noun >= window.To || text.Lower[noun] is not ("account" or "admission" or "count" or "reckoning" or "estimate" or "estimates" or "calculation" or "calculations" or "figures" or "telling" or "math" or "maths" or "arithmetic" or "tally"))
            return null;
        // "arrested on his brother's account", "bought on its own account": for somebody's sake. "by the ministry's figures for June": a measure.
        if ((text.Lower[t] is "on" && (!own || text.Lower[noun] is "account")) || (!own && noun + 1 < window.To && text.Lower[noun + 1] is "of" or "for"))
            return null;
        Frame frame = new()
        {
            Window = window,
            Cue = new TokenRange(himself && own ? noun - 1 : noun, noun + 1),
            Stance = text.Lower[noun] is "admission" ? Stance.Confirms : Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = "account",
            Source = new TokenRange(t + 1, himself ? t + 2 : end),
        };
        bool pause = noun + 1 < window.To && text.Class[noun + 1] is Comma;
        if (OpensClause(text, t, window))
        {
            frame.After = pause ? noun + 2 : noun + 1;
            return frame.After < window.To ? frame : null;
        }

        frame.BeforeEnd = text.Class[t - 1] is Comma ? t - 1 : t;
        if (pause && noun + 2 < window.To)
            frame.Resumes = noun + 2;
        // Whoever the clause is about says so himself, and "and says" right behind finds him too.
        if (himself && SubjectFinder.MainSubject(text, t, window) is { IsEmpty: false } subject && Sources.CanSpeak(text, subject))
            (frame.Source, frame.IsFarSource) = (subject, true);
        return frame;
    }

    /// <summary>A source behind "according to" runs on to the next comma, through participles and relative clauses.</summary>
    private static int SourceEnd(ReadingText text, int from, int high)
    {
        int end = NounPhrases.Right(text, from, high);
        if (end < 0)
            return -1;
        for (int steps = 0; steps < 6 && end < high; steps++)
        {
            WordClass c = text.Class[end];
            if (c is Participle or Ing || (c is FiniteVerb && text.Lower[end].EndsWith("ed", StringComparison.Ordinal)) || c is Preposition or To)
            {
                if (TimeWords.IsTimePhrase(text, end, high))
                {
                    int after = TimeWords.Skip(text, end, high);
                    if (after >= high || text.Class[after] is Comma or Stop)
                        return c is Preposition or To ? end : after;
                    end = after;
                    continue;
                }

                int next = NounPhrases.Right(text, end + 1, high);
                if (next < 0 && end + 1 < high && text.Class[end + 1] is Preposition or To)
                    next = NounPhrases.Right(text, end + 2, high);
                if (next < 0)
                    break;
                end = next;
            }
            else
                break;
        }

        return end;
    }

    /// <summary>"According to the inquiry, the data of two customers are lost": what stands behind the comma is the clause's subject and no apposition.</summary>
    private static int BeforeSubject(ReadingText text, int from, int end)
    {
        for (int comma = from + 1; comma < end; comma++)
        {
            if (text.Class[comma] is not Comma)
                continue;
            for (int t = comma + 1; t < end; t++)
            {
                if (text.Tokens[t].Deprel.StartsWith("nsubj", StringComparison.Ordinal) && text.Tokens[t].Head >= end)
                    return comma;
            }
        }

        return end;
    }

    private static bool OpensClause(ReadingText text, int t, Window window)
    {
        int before = t - 1;
        while (before >= window.From && text.Class[before] is QuoteMark or Bracket or Adverb)
            before--;
        if (before < window.From || text.Class[before] is Colon or Subordinator or That || text.Lower[before] is "and" or "but")
            return true;
        return text.Class[before] is Stop;
    }
}
