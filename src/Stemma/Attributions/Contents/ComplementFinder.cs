using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Decides where the content behind a cue begins, from the complements its verb takes.</summary>
internal static class ComplementFinder
{
    public static Complement Find(ReadingText text, CueEntry entry, int main, int cueEnd, int high)
    {
        TokenRange listeners = TokenRange.None;
        int p = cueEnd;
        if (entry.Lemma is "say" or "add" or "write" or "announce" or "explain" or "warn" or "note" or "argue")
        {
            int carrier = Adjuncts.SkipCarrier(text, p, high);
            if (carrier > p)
                (p, cueEnd) = (carrier, CarrierHead(text, cueEnd, carrier));
        }

        if (entry.TakesAddressee && p < high && !StartsContent(text, entry, p, high))
        {
            int from = p;
            while (from < high && text.Class[from] == Adverb)
                from++;
            int end = Addressee(text, from, high);
            if (end > 0)
                (p, listeners) = (end, new TokenRange(from, end));
        }

        // "confirmed to the Daily Horn": told, in other words.
        if (listeners.IsEmpty && p + 1 < high && text.Class[p] == To && !entry.TakesInfinitive && NounPhrases.BaseRight(text, p + 1, high) is int told and > 0 && Media.IsOutlet(text, new TokenRange(p + 1, told)))
            (listeners, p) = (new TokenRange(p + 1, told), told);

        // "dismissed as baseless a report that": how the thing is called stands before the thing.
        if (entry.Stance == Stance.Denies && p + 2 < high && text.Lower[p] is "as" && BehindVerdict(text, p + 1, high) is int thing and > 0)
            return Behind(p, thing, listeners);

        // "said, for example, that", "said, citing his age, that": step over what stands between two commas.
        int q = Adjuncts.Skip(text, p, high);
        if (q < high && text.Class[q] == Comma && entry.TakesClause)
        {
            int resumed = OverParenthesis(text, q, high);
            if (resumed > 0)
                return new Complement(ComplementKind.Behind, cueEnd, resumed, listeners);
        }

        if (q >= high || text.Class[q] is Stop or Bracket)
            return new Complement(ComplementKind.None, cueEnd, q, listeners);
        if (text.Class[q] == Colon && text.Lower[q] == ":")
            return q + 1 < high && (entry.TakesQuote || entry.TakesClause) ? Behind(cueEnd, q + 1, listeners) : new Complement(ComplementKind.None, cueEnd, q, listeners);
        if (text.Class[q] == Comma)
        {
            bool quote = q + 1 < high && text.Class[q + 1] == QuoteMark && OpensQuote(text, q + 1) && entry.TakesQuote;
            return quote ? Behind(cueEnd, q + 1, listeners) : new Complement(ComplementKind.None, cueEnd, q, listeners);
        }

        if (entry.Raises)
            return text.Class[q] == To || (text.Class[q] == Preposition && text.Lower[q] is "like") ? Behind(cueEnd, q, listeners) : new Complement(ComplementKind.None, cueEnd, q, listeners);
        if (entry.TakesInfinitive && q + 2 < high && text.Class[q] == Negation && text.Class[q + 1] == To)
            return Behind(cueEnd, q, listeners);
        if (entry.TakesInfinitive && q < high - 1 && text.Class[q] == To && text.Class[q + 1] is not (Determiner or Name or Pronoun or Number or Possessive))
            return Behind(cueEnd, q, listeners);
        if (entry.TakesClause && text.Class[q] == That)
            return Behind(cueEnd, q, listeners);
        if (entry.Lemma is "tell" && !listeners.IsEmpty && q < high - 1 && text.Class[q] == To && text.Class[q + 1] is BaseVerb or Be)
            return Behind(cueEnd, q, listeners);
        if (entry.Lemma is "say" && listeners.IsEmpty && text.Class[q] == Number && !TimeWords.IsTimePhrase(text, q, high))
            return Behind(cueEnd, q, listeners);
        if (entry.TakesClause && !entry.IsWeak && OverPhrases(text, q, high) is int that and > 0)
            return Behind(cueEnd, that, listeners);
        if (text.Class[q] == QuoteMark && OpensQuote(text, q) && (entry.TakesQuote || entry.TakesNoun))
            return Behind(cueEnd, q, listeners);
        if ((entry.TakesClause || entry.TakesQuestion) && !(entry.IsWeak && text.Class[q] is Wh) && (text.Class[q] == Wh || text.Lower[q] is "whether" or "how" or "why" || ((entry.TakesQuestion || text.Class[main - (main > 0 ? 1 : 0)] == Negation) && text.Lower[q] is "where" or "if" or "when")))
            return Behind(cueEnd, q, listeners);
        if (entry.TakesClause && (ClauseStart.Looks(text, q, high) || (text.ClauseOf[main] > q && text.ClauseOf[main] < Math.Min(high, q + 30) && ClauseStart.StartsPhrase(text, q) && !TimeWords.IsTimePhrase(text, q, high))))
            return Behind(cueEnd, q == cueEnd || q == p ? q : q, listeners);
        foreach (string preposition in entry.Prepositions)
        {
            if (text.Lower[p] == preposition && p + 1 < high && !TimeWords.IsTimePhrase(text, p, high))
                return Behind(p == cueEnd ? p + 1 : cueEnd, p + 1, listeners);
            if (q > p && text.Lower[q] == preposition && q + 1 < high)
                return Behind(cueEnd, q + 1, listeners);
        }

        if (entry.TakesInfinitive && listeners.IsEmpty && entry.TakesNoun && entry.Stance == Stance.Asks && ClauseStart.StartsPhrase(text, p))
            return Behind(cueEnd, p, listeners);
        if (entry.TakesNoun && p + 1 < high && text.Class[p] is Adverb && ClauseStart.StartsPhrase(text, p + 1))
            return Behind(cueEnd, p, listeners);
        if (entry.TakesNoun && p < high && ClauseStart.StartsPhrase(text, p) && !TimeWords.IsTimePhrase(text, p, high))
            return Behind(cueEnd, p, listeners);
        if (NounPhrases.IsFinite(text, q) && q == p && entry.TakesClause)
            return new Complement(ComplementKind.Gap, cueEnd, q, listeners);
        return new Complement(ComplementKind.None, cueEnd, q, listeners);
    }

    private static Complement Behind(int cueEnd, int from, TokenRange listeners) => new(ComplementKind.Behind, cueEnd, from, listeners);

    /// <summary>"dismissed as false <b>the</b> report": where the thing itself begins; -1 where there is nothing but the verdict.</summary>
    private static int BehindVerdict(ReadingText text, int from, int high)
    {
        int t = from;
        if (t < high && text.Class[t] is Determiner)
            t++;
        while (t < Math.Min(high, from + 8) && (text.Class[t] is Adjective or Adverb or Noun or Participle or Ing or QuoteMark or Coordinator || text.QuoteOf[t] >= 0))
        {
            if (t > from && text.Class[t] is Noun && t + 1 < high && text.Class[t + 1] is That)
                return text.Class[t - 1] is Noun or Adjective ? t : -1;
            // "dismissed as captain the man who": an office is taken away.
            if (Sources.KindWord(text.Lower[t]) is "person" or "office")
                return -1;
            t++;
        }

        return t > from && t < high && text.Class[t] is Determiner ? t : -1;
    }

    /// <summary>"told a reporter in his kitchen on Sunday that", "complained as often as twice a week that": on to the clause, over phrases that only tell how, where or when; -1 where it is no such thing.</summary>
    private static int OverPhrases(ReadingText text, int from, int high)
    {
        if (text.Class[from] is not (Preposition or To) && text.Lower[from] is not "as")
            return -1;
        for (int t = from; t < Math.Min(high - 2, from + 12); t++)
        {
            if (text.Class[t] is That)
                return t > from + 1 && ClauseStart.Looks(text, t + 1, high) ? t : -1;
            if (text.Class[t] is not (Preposition or To or Determiner or Possessive or Adjective or Adverb or Noun or Name or Number or Pronoun) && text.Lower[t] is not "as")
                return -1;
        }

        return -1;
    }

    /// <summary>"in a statement" counts to the cue; "in a statement to the Echo" only so far.</summary>
    private static int CarrierHead(ReadingText text, int from, int to)
    {
        for (int t = from + 2; t < to; t++)
        {
            if (text.Class[t] is Noun && (t + 1 >= to || text.Class[t + 1] is not (Noun or Name)))
                return t + 1;
        }

        return to;
    }

    private static bool StartsContent(ReadingText text, CueEntry entry, int p, int high) =>
        text.Class[p] is That or Colon or Comma or QuoteMark or Stop || text.Lower[p] is "whether" or "if"
        || (text.Class[p] is Pronoun && ClauseStart.Looks(text, p, high)) || (text.Class[p] == To && entry.TakesInfinitive)
        || (entry.Lemma is not ("tell" or "assure" or "inform" or "remind" or "notify" or "advise") && ClauseStart.Looks(text, p, high));

    private static int Addressee(ReadingText text, int from, int high)
    {
        if (from >= high)
            return -1;
        if (text.Class[from] == Pronoun || text.Lower[from] is "her")
            return from + 1;
        int end = NounPhrases.BaseRight(text, from, high);
        if (end < 0)
            return -1;
        // "told The Daily Horn", "told members of the council", "told the Horn's Ana Lind".
        while (end < high && text.Lower[end] is "of" or "and" or "at" or "from" or "for" && text.Class[end] is Preposition or Coordinator)
        {
            int more = NounPhrases.BaseRight(text, end + 1, high);
            if (more < 0 || (more < high && NounPhrases.IsFinite(text, more)))
                break;
            end = more;
        }

        return end;
    }

    private static int OverParenthesis(ReadingText text, int comma, int high)
    {
        if (comma + 1 < high && text.Class[comma + 1] == QuoteMark)
            return -1;
        for (int t = comma + 1; t < Math.Min(high, comma + 25); t++)
        {
            if (text.Class[t] is Stop or Colon or QuoteMark)
                return -1;
            if (text.Class[t] == Comma)
                return t + 1 < high && text.Class[t + 1] == That ? t + 1 : -1;
        }

        return -1;
    }

    private static bool OpensQuote(ReadingText text, int mark) => mark + 1 < text.Tokens.Length && text.QuoteOf[mark + 1] >= 0;
}
