using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Finds the subject of a verb group without a parser.</summary>
internal static class SubjectFinder
{
    /// <summary>How many commas an apposition before the verb may hold.</summary>
    private const int MaxCommas = 5;

    /// <summary>Tokens between two relative clauses of one noun.</summary>
    private const int MostBetween = 25;

    /// <summary>Of a climb up the tree.</summary>
    private const int MostSteps = 12;

    public static Subject Find(ReadingText text, VerbGroup group, int afterVerb, Window window)
    {
        // A strange name that was taken for an adjective.
        if (group.Start == window.From + 1 && text.Class[window.From] is Adjective && text.IsCapital(window.From) && text.Class[group.Main] is Noun)
            return new Subject(new TokenRange(window.From, window.From + 1), window.From, default, false, false);
        Subject found = PastRelative(text, ByRule(text, group, afterVerb, window), window);
        if (Described(text, group, found, window) is { IsNone: false } described)
            return described;
        return found.IsNone || (found.Shared && text.Class[group.Start - 1] is not Coordinator) ? ByParser(text, group, window) is { IsNone: false } parsed ? parsed : found : found;
    }

    /// <summary>"The firm that blasts the slopes has denied": what stands before the verb belongs to the relative clause, and the subject is what that hangs on.</summary>
    private static Subject PastRelative(ReadingText text, Subject found, Window window)
    {
        if (found.Range.IsEmpty || found.Inverted)
            return found;
        for (int at = found.Range.From, steps = 0; at >= window.From && steps < MostSteps; at = text.Tokens[at].Head, steps++)
        {
            int head = text.Tokens[at].Head;
            // "a stake that he had not declared, two days after an official told": a clause of its own in between.
            if (text.Tokens[at].Deprel is "advcl" or "ccomp" or "parataxis" or "csubj" || text.Tokens[at].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                return found;
            if (at >= found.Range.From || text.Tokens[at].Deprel is not "acl:relcl" || head < window.From || head >= at)
                continue;
            // What stands behind a comma has left the relative clause.
            for (int t = at + 1; t < found.Range.From; t++)
            {
                if (text.Class[t] is Comma or Dash or Colon)
                    return found;
            }

            int relative = head + 1;
            while (relative < at && text.Class[relative] is not (Wh or That))
                relative++;
            if (relative == at || text.Class[relative - 1] is Comma || text.Scope[head] != window.Quote || !NounPhrases.IsNominal(text.Class[head]))
                return found;
            int start = NounPhrases.Left(text, head + 1, window.From);
            return start < 0 ? found : found with { Range = new TokenRange(start, found.Range.To), Left = start };
        }

        return found;
    }

    /// <summary>"two men <b>who were there</b> said", "a nurse <b>I met at the gate</b> says": a clause without commas tells who the speaker is.</summary>
    private static Subject Described(ReadingText text, VerbGroup group, Subject found, Window window)
    {
        if (found.Inverted || found.Shared || (!found.IsNone && text.Class[Math.Max(window.From, found.Range.From - 1)] is not (Preposition or Subordinator)))
            return default;
        for (int t = group.Start - 1; t > Math.Max(window.From, group.Start - 14); t--)
        {
            if (text.Class[t] is Comma or Stop or Colon or Dash or QuoteMark or That || text.QuoteOf[t] != text.QuoteOf[group.Start])
                return default;
            bool who = text.Lower[t] is "who" && (found.IsNone || (found.Range.From > t && Tells(text, t + 1, group.Start) is false));
            bool told = text.Lower[t] is "i" or "we" && text.Class[t - 1] is Noun && !found.IsNone;
            if (!who && !told)
                continue;
            // "a man who lives here and who saw it": the second clause has no noun of its own before it.
            if (text.Class[t - 1] is Coordinator)
                return default;
            int verbs = 0;
            for (int i = t + 1; i < group.Start; i++)
                verbs += NounPhrases.IsFinite(text, i) && !NounPhrases.IsFinite(text, i - 1) ? 1 : 0;
            int start = NounPhrases.Left(text, t, window.From);
            if (verbs != 1 || start < 0 || (told && (start > window.From && !NounPhrases.StartsClause(text, start, window.From) || !Sources.IsPersonNoun(text.Lower[t - 1]))))
                return default;
            return new Subject(new TokenRange(start, who ? group.Start : t), start, default, false, false);
        }

        return default;
    }

    private static bool Tells(ReadingText text, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (text.Tokens[t].Lemma is "say" or "tell" or "claim" or "report" or "believe" or "think" or "write")
                return true;
        }

        return false;
    }

    /// <summary>The parser's subject, where the words before the verb tell none.</summary>
    private static Subject ByParser(ReadingText text, VerbGroup group, Window window)
    {
        int subject = text.SubjectOf[group.Main];
        if (subject < window.From || subject >= group.Start || text.Scope[subject] != window.Quote || text.Class[subject] is Wh or That)
            return default;
        int start = NounPhrases.Left(text, subject + 1, window.From);
        if (start < 0)
            return default;
        int end = Math.Max(subject + 1, NounPhrases.Right(text, start, group.Start));
        for (int t = end; t < group.Start; t++)
        {
            if (text.Class[t] is Stop or Colon)
                return default;
        }

        return new Subject(new TokenRange(start, end), start, default, false, false);
    }

    private static Subject ByRule(ReadingText text, VerbGroup group, int afterVerb, Window window)
    {
        int t = group.Start - 1;
        bool canInvert = !group.HasAuxiliary && text.Class[group.Main] is not Ing;
        if (t < window.From)
            return canInvert ? Inverted(text, group, afterVerb, window) : default;
        WordClass c = text.Class[t];
        if (canInvert && c is Comma or QuoteMark or Dash)
        {
            Subject inverted = Inverted(text, group, afterVerb, window);
            if (!inverted.IsNone && !IsItsObject(text, group, inverted.Range, window))
                return inverted;
        }

        // Seoul "expects that ...": the quotation opens between subject and verb.
        if (c is QuoteMark && t > window.From && text.QuoteOf[group.Start] >= 0 && text.Scope[group.Start] < 0)
            c = text.Class[--t];
        if (c == Pronoun && text.Lower[t] is "himself" or "herself" or "itself" or "themselves" && t > window.From)
            c = text.Class[--t];
        if (c is Comma or Dash)
        {
            Subject around = AroundParenthesis(text, t, window);
            return around.IsNone ? new Subject(TokenRange.None, t, default, false, true) : around;
        }

        if (c is Wh or That)
            return Relative(text, t, window);
        if (c is Coordinator)
            return new Subject(TokenRange.None, t, default, false, true);
        t = TimeWords.SkipLeft(text, t, window.From);
        if (t >= window.From && text.Class[t] is Comma)
        {
            Subject around = AroundParenthesis(text, t, window);
            if (!around.IsNone)
                return around;
        }

        if (t < window.From)
            return default;
        int start = NounPhrases.Left(text, t + 1, window.From);
        if (start < 0)
            return default;
        if (text.Class[t] is Bracket && start == t)
            return default;
        return new Subject(new TokenRange(start, t + 1), start, default, false, false);
    }

    /// <summary>The subject of the nearest finite verb before <paramref name="at"/>: for ", saying that ...".</summary>
    public static TokenRange MainSubject(ReadingText text, int at, Window window)
    {
        if (ByDependency(text, at, window) is { IsEmpty: false } governed)
            return governed;
        for (int t = at - 1; t >= window.From; t--)
        {
            if (text.Scope[t] != window.Quote && text.QuoteOf[t] >= 0)
            {
                t = Math.Max(window.From, text.QuoteTokens[text.QuoteOf[t]].From);
                continue;
            }

            if (!NounPhrases.IsFinite(text, t))
                continue;
            VerbGroup group = VerbGroup.Of(text, t, window.From);
            Subject subject = Find(text, group with { HasAuxiliary = true }, t + 1, window);
            if (!subject.Range.IsEmpty)
                return text.Class[subject.Range.From] is Wh or That && !subject.Antecedent.IsEmpty ? subject.Antecedent : subject.Range;
            t = Math.Min(t, group.Start);
        }

        return TokenRange.None;
    }

    /// <summary>The subject of a verb, or of the one it is joined to, by the tree; none where the tree shows none.</summary>
    public static TokenRange Governing(ReadingText text, int verb, Window window) => ByDependency(text, verb, window);

    /// <summary>The subject of the verb that the parser hangs the words at <paramref name="at"/> on.</summary>
    private static TokenRange ByDependency(ReadingText text, int at, Window window)
    {
        int t = at;
        while (t < window.To - 1 && text.Class[t] is Adverb or Preposition or Coordinator or Comma)
            t++;
        for (int step = 0; step < 4; step++)
        {
            string relation = text.Tokens[t].Deprel;
            int head = text.Tokens[t].Head;
            if (head < window.From || head >= window.To || !(relation.StartsWith("advcl", StringComparison.Ordinal) || relation is "conj" or "xcomp" or "parataxis" or "acl"))
                return TokenRange.None;
            t = head;
            int subject = text.SubjectOf[t];
            if (subject >= window.From && subject < at)
            {
                if (text.Class[subject] is Wh or That)
                    return TokenRange.None;
                int start = NounPhrases.Left(text, subject + 1, window.From);
                int end = start < 0 ? -1 : NounPhrases.Right(text, start, Math.Min(window.To, at));
                return start < 0 ? TokenRange.None : new TokenRange(start, Math.Max(end, subject + 1));
            }
        }

        return TokenRange.None;
    }

    private static Subject Inverted(ReadingText text, VerbGroup group, int afterVerb, Window window)
    {
        int from = afterVerb;
        while (from < window.To && text.Class[from] == Adverb)
            from++;
        int end = NounPhrases.Right(text, from, window.To);
        if (end < 0 || TimeWords.IsTimePhrase(text, from, window.To))
            return default;
        // "X, a lawyer, said the vote was lost": a finite verb behind the phrase makes it the subject of a content clause.
        int next = end;
        while (next < window.To && text.Class[next] is Adverb)
            next++;
        if (next < window.To && (NounPhrases.IsFinite(text, next) || text.Class[next] is Pronoun or Name or Noun or Determiner or That or Number))
            return default;
        if (text.Class[from] == Pronoun && text.Lower[from] is "it" or "there")
            return default;
        // Something must stand in front for the source to have said.
        if (group.Start <= window.From)
            return default;
        if (text.Class[group.Start - 1] == Comma && !ClauseBefore(text, group.Start - 1, window))
            return default;
        int left = group.Start;
        return new Subject(new TokenRange(from, end), left, default, true, false);
    }

    /// <summary>"The firm, which owns the truck, disputed the finding", "says the roof leaked": the tree has a subject before the verb, and what follows for its object.</summary>
    private static bool IsItsObject(ReadingText text, VerbGroup group, TokenRange behind, Window window)
    {
        int subject = text.SubjectOf[group.Main];
        if (subject < window.From || subject >= group.Start || text.Class[subject] is Wh or That || text.Scope[subject] != window.Quote)
            return false;
        for (int t = behind.From; t < behind.To; t++)
        {
            if (text.Tokens[t].Head == group.Main && text.Tokens[t].Deprel is "obj" or "ccomp")
                return true;
        }

        return false;
    }

    public static bool ClauseBefore(ReadingText text, int comma, Window window)
    {
        for (int t = comma - 1; t >= window.From; t--)
        {
            if (NounPhrases.IsFinite(text, t) || text.QuoteOf[t] >= 0 || text.Class[t] == QuoteMark)
                return true;
        }

        return false;
    }

    /// <summary>"Lindholm, a spokeswoman for the coastguard, said": from the comma before the verb back to the phrase that the commas belong to.</summary>
    private static Subject AroundParenthesis(ReadingText text, int closing, Window window)
    {
        int commas = 0;
        int low = Math.Max(window.From, closing - 60);
        Subject best = default;
        bool dash = text.Class[closing] == Dash;
        for (int t = closing - 1; t > low && commas < MaxCommas; t--)
        {
            if (text.Class[t] is Stop or Colon || text.Class[t] is QuoteMark)
                break;
            if (text.Class[t] != (dash ? Dash : Comma))
                continue;
            commas++;
            TokenRange range = Parenthesised(text, t, closing, window);
            if (range.IsEmpty)
                continue;
            // "X, founder of Y, a company, said": the phrase furthest out is the source, if it opens the clause.
            if (best.IsNone || range.From == window.From || text.Class[range.From - 1] is That or QuoteMark or Coordinator)
                best = new Subject(range, range.From, default, false, false);
        }

        return best;
    }

    /// <summary>The source, if the words between <paramref name="opening"/> and <paramref name="closing"/> only describe it.</summary>
    private static TokenRange Parenthesised(ReadingText text, int opening, int closing, Window window)
    {
        int first = opening + 1;
        int last = TimeWords.SkipLeft(text, opening - 1, window.From);
        if (last < window.From || first >= closing || text.Class[first] == Comma)
            return TokenRange.None;
        int start = NounPhrases.Left(text, last + 1, window.From);
        if (start < 0 || !NounPhrases.StartsClause(text, start, window.From) || TimeWords.IsHead(text, last) || (start > window.From && text.Class[start - 1] is Preposition))
            return TokenRange.None;
        bool relative = text.Class[first] is Wh or Preposition or To or Ing or Participle or Subordinator or Adverb || text.Lower[first] is "whose" or "speaking" or "briefed";
        if (!relative && HasMainVerb(text, first, closing))
            return TokenRange.None;
        return new TokenRange(start, relative || last != opening - 1 ? last + 1 : closing);
    }

    /// <summary>A finite verb that no relative pronoun or conjunction in the stretch accounts for.</summary>
    public static bool HasMainVerb(ReadingText text, int from, int to)
    {
        int open = 0;
        for (int t = from; t < to; t++)
        {
            if (text.Class[t] is Wh or That or Subordinator)
                open++;
            if (!NounPhrases.IsFinite(text, t) || (t > from && NounPhrases.IsFinite(text, t - 1)))
                continue;
            if (open == 0)
                return true;
        }

        return false;
    }

    private static Subject Relative(ReadingText text, int wh, Window window)
    {
        if (text.Lower[wh] is not ("who" or "which" or "that"))
            return default;
        int t = wh - 1;
        while (t >= window.From && text.Class[t] is Comma or QuoteMark)
            t--;
        // "two of whom said", "most of which showed": beyond these rules.
        if (t < window.From)
            return default;
        // "an official who worked on it <b>and who</b> says": what the first of the two clauses hangs on.
        if (text.Class[t] is Coordinator)
        {
            for (int earlier = t - 1; earlier > Math.Max(window.From, t - MostBetween); earlier--)
            {
                if (text.Class[earlier] is Stop or Colon or QuoteMark)
                    break;
                if (text.Lower[earlier] == text.Lower[wh])
                    return Relative(text, earlier, window) is { IsNone: false } first ? first with { Range = new TokenRange(wh, wh + 1), Left = wh } : default;
            }
        }

        if (text.Class[wh] == That && (text.Class[wh - 1] is Comma || !NounPhrases.IsNominal(text.Class[t])))
            return default;
        // "a memo of two pages, dated 9 May, which shows": what is told in between is not what the clause hangs on.
        int hung = text.Tokens[wh].Head >= 0 && text.Tokens[text.Tokens[wh].Head].Deprel is "acl:relcl" ? text.Tokens[text.Tokens[wh].Head].Head : -1;
        if ((TimeWords.IsHead(text, t) || text.Class[t] is Number) && hung >= window.From && hung < t && NounPhrases.IsNominal(text.Class[hung]))
            t = hung;
        int start = NounPhrases.Left(text, t + 1, window.From);
        TokenRange antecedent = start < 0 ? TokenRange.None : new TokenRange(start, t + 1);
        return antecedent.IsEmpty && text.Class[wh] == That ? default : new Subject(new TokenRange(wh, wh + 1), wh, antecedent, false, false);
    }
}
