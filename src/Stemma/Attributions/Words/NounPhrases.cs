using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Noun phrases by their rims: where the one that ends here begins, where the one that begins here ends.</summary>
/// <remarks>
/// Stands in for a parser. Takes in prepositional phrases and short participles after a noun ("people briefed on the matter"),
/// since a source is its whole phrase. Errs where an adverbial phrase stands right before a subject without a comma.
/// </remarks>
internal static class NounPhrases
{
    /// <summary>No source is longer; keeps the search bounded in text that has no clauses.</summary>
    private const int Reach = 40;

    public static bool IsNominal(WordClass c) => c is Noun or Name or Number or Pronoun;

    public static bool IsInside(WordClass c) => c is Noun or Name or Number or Adjective or Determiner or Possessive;

    /// <returns>The first token of the phrase that ends before <paramref name="end"/>, or -1.</returns>
    public static int Left(ReadingText text, int end, int low)
    {
        low = Math.Max(low, end - Reach);
        int t = end - 1;
        while (t >= low && text.Class[t] is Adverb or Coordinator && text.Lower[t] is "there" or "here" or "alike" or "elsewhere" or "abroad" or "and")
            t--;
        if (t < low)
            return -1;
        if (text.Class[t] == Pronoun)
        {
            if (IsPartitive(text, t, low) && t - 2 >= low)
                return BaseLeft(text, t - 1, low) is int of and >= 0 ? of : t - 2;
            return IsSubjectPronoun(text.Lower[t]) ? t : -1;
        }

        int start = BaseLeft(text, t + 1, low);
        if (start < 0)
            return -1;
        while (start > low)
        {
            int next = ExtendLeft(text, start, low);
            if (next < 0)
                break;
            start = next;
        }

        return start;
    }

    /// <returns>One past the phrase that begins at <paramref name="from"/>, or -1.</returns>
    public static int Right(ReadingText text, int from, int high)
    {
        high = Math.Min(high, from + Reach);
        if (from >= high)
            return -1;
        if (text.Class[from] == Pronoun)
            return IsSubjectPronoun(text.Lower[from]) ? from + 1 : -1;
        int end = BaseRight(text, from, high);
        if (end < 0)
            return -1;
        while (end < high)
        {
            int next = ExtendRight(text, end, high);
            if (next < 0)
                break;
            end = next;
        }

        return end;
    }

    /// <summary>A phrase without anything hung on behind: "the Norwegian coastguard".</summary>
    public static int BaseRight(ReadingText text, int from, int high)
    {
        int t = from;
        int lastNominal = -1;
        for (; t < high; t++)
        {
            WordClass c = text.Class[t];
            if (c is Noun or Name or Number || (c == Pronoun && t == from))
                lastNominal = t;
            else if (c == Determiner && t > from && lastNominal >= 0 && text.Class[t - 1] != Possessive)
                break;
            else if (c is Participle or Ing && lastNominal >= 0)
                break;
            else if (c == Bracket && lastNominal >= 0 && text.Text[text.Tokens[t].Span.Start] is '(' or '[')
            {
                int close = CloseBracket(text, t, high);
                if (close < 0)
                    break;
                t = close;
                lastNominal = t;
            }
            else if (!(c is Determiner or Adjective or Possessive or Participle or Ing or Adverb) || (c == Adverb && lastNominal >= 0))
                break;
        }

        return lastNominal < 0 ? -1 : lastNominal + 1;
    }

    private static int CloseBracket(ReadingText text, int open, int high)
    {
        for (int t = open + 1; t < Math.Min(high, open + 10); t++)
        {
            if (text.Class[t] == Bracket)
                return t;
        }

        return -1;
    }

    private static bool IsSubjectPronoun(string lower) =>
        lower is not ("him" or "them" or "us" or "me" or "himself" or "herself" or "itself" or "themselves" or "there" or "ourselves" or "myself");

    private static int BaseLeft(ReadingText text, int end, int low)
    {
        int t = end - 1;
        bool nominal = false;
        int start = -1;
        for (; t >= low; t--)
        {
            WordClass c = text.Class[t];
            if (c == Bracket && text.Text[text.Tokens[t].Span.Start] is ')' or ']')
            {
                int open = t - 1;
                while (open > low && open > t - 10 && text.Class[open] != Bracket)
                    open--;
                if (open < low || text.Class[open] != Bracket)
                    break;
                t = open;
                continue;
            }

            if (c is Noun or Name or Number)
                (nominal, start) = (true, t);
            else if (c == Determiner)
            {
                if (!nominal)
                    nominal = text.Lower[t] is "some" or "many" or "others" or "both" or "all" or "most" or "few" or "several" or "those" or "this" or "another" or "neither" or "either" or "each";
                if (!nominal)
                    return -1;
                start = t;
                // "the daily The Falcon": an article that is part of a name.
                if (!IsPredeterminer(text, t - 1, low) && !(t > low && text.IsCapital(t) && text.Class[t - 1] is Noun or Name))
                    return start;
            }
            else if (c == Possessive && nominal)
                start = t;
            else if (c == Adjective && (nominal || IsHyphen(text, t)))
                start = t;
            else if (c is Participle or Ing && nominal && (t > low ? text.Class[t - 1] is Determiner or Adjective or Possessive or Comma or QuoteMark && start == t + 1 : start == t + 1))
                start = t;
            else if (c == Adverb && nominal && t > low && text.Class[t - 1] is Determiner && start == t + 1)
                start = t;
            else
                break;
        }

        if (!nominal)
            return -1;
        while (start < end && text.Class[start] is Possessive)
            start++;
        return start;
    }

    private static bool IsHyphen(ReadingText text, int t) => text.Lower[t] is "-" or "/";

    private static bool IsPredeterminer(ReadingText text, int t, int low) =>
        t >= low && (text.Lower[t] is "all" or "both" or "half" or "many" or "such" or "neither" or "either" or "not" || text.Class[t] == Possessive);

    /// <summary>One step further left: "[the head] of", "[people briefed] on", "[Japan] and". -1 where the phrase begins here.</summary>
    private static int ExtendLeft(ReadingText text, int start, int low)
    {
        int p = start - 1;
        if (text.Class[p] == Preposition && HangsOnNouns(text.Lower[p]) || (text.Class[p] == To && p > low && (text.Class[p - 1] is Noun or Adjective || IsPostmodifier(text, p - 1))))
        {
            int t = p - 1;
            if (t < low)
                return -1;
            if (IsNominal(text.Class[t]) && text.Class[t] != Pronoun || (text.Class[t] == Pronoun && text.Lower[t] is "everyone" or "nobody" or "anyone" or "none" or "others")
                || (text.Class[t] == Determiner && text.Lower[t] is "some" or "many" or "most" or "several" or "all" or "both" or "those" or "few" or "each" or "neither" or "either"))
                return BaseLeftOrSelf(text, t + 1, low);
            if (t > low && IsPostmodifier(text, t))
            {
                int n = t - 1;
                while (n > low && text.Class[n] == Adverb)
                    n--;
                if (IsNominal(text.Class[n]) && text.Class[n] != Pronoun)
                    return BaseLeftOrSelf(text, n + 1, low);
            }

            return -1;
        }

        if (text.Class[p] == Coordinator && text.Lower[p] is "and" or "or" or "&" or "nor")
        {
            int t = p - 1;
            if (t > low && text.Class[t] == Comma)
                t--;
            // "the Masons' and Joiners' Guild": both genitives belong to the name.
            if (t > low && text.Class[t] is Possessive && text.IsCapital(start) && IsNominal(text.Class[t - 1]) && text.IsCapital(t - 1))
                t--;
            if (t < low || !IsNominal(text.Class[t]) || text.Class[t] == Pronoun && t != low)
                return -1;
            int left = BaseLeftOrSelf(text, t + 1, low);
            bool listed = left - 2 >= low && text.Class[left - 1] == Preposition && text.Lower[left - 1] is "of" or "by" or "for" or "from" or "at" && IsNominal(text.Class[left - 2]);
            return left >= 0 && (listed || StartsClause(text, left, low)) ? left : -1;
        }

        return -1;
    }

    private static bool IsPartitive(ReadingText text, int t, int low) =>
        t > low && text.Lower[t] is "them" or "us" or "whom" or "those" or "hers" or "his" or "theirs" or "mine" or "ours" or "yours" && text.Lower[t - 1] is "of";

    private static int BaseLeftOrSelf(ReadingText text, int end, int low)
    {
        int start = BaseLeft(text, end, low);
        return start >= 0 ? start : end - 1;
    }

    /// <summary>Whether what stands before <paramref name="at"/> makes a subject likely here.</summary>
    public static bool StartsClause(ReadingText text, int at, int low)
    {
        if (at <= low)
            return true;
        WordClass before = text.Class[at - 1];
        return before is Comma or Stop or Colon or Dash or QuoteMark or Bracket or That or Subordinator or Coordinator or Wh or Adverb or Pronoun
            || (before == Preposition && ClosedClasses.MayLinkClauses(text.Lower[at - 1]))
            || (before == FiniteVerb);
    }

    private static bool HangsOnNouns(string preposition) =>
        preposition is "of" or "for" or "at" or "from" or "in" or "with" or "on" or "to" or "near" or "inside" or "within" or "against" or "about" or "behind" or "by" or "outside" or "across" or "around" or "under" or "over" or "into" or "between" or "among";

    private static bool IsPostmodifier(ReadingText text, int t) =>
        text.Class[t] is Participle or Ing
        || text.Lower[t] is "briefed" or "familiar" or "close" or "aware" or "based" or "involved" or "privy" or "responsible" or "present"
            or "knowledgeable" or "loyal" or "opposed" or "sympathetic" or "interviewed" or "contacted" or "quoted" or "cited" or "assigned" or "authorised" or "authorized";

    private static int ExtendRight(ReadingText text, int end, int high)
    {
        WordClass c = text.Class[end];
        if (c == Preposition && HangsOnNouns(text.Lower[end]) || (c == To && end + 1 < high && text.Class[end + 1] is Determiner or Name or Noun))
        {
            if (TimeWords.IsTimePhrase(text, end, high) || Adjuncts.IsVenue(text, end, high))
                return -1;
            return BaseRight(text, end + 1, high);
        }

        if (c == Coordinator && text.Lower[end] is "and" or "or" or "&")
        {
            int next = BaseRight(text, end + 1, high);
            return next > 0 && (next >= high || !IsFinite(text, next)) ? next : -1;
        }

        if ((c is Participle || IsPostmodifier(text, end)) && end + 1 < high && text.Class[end + 1] is Preposition or To or Adverb)
        {
            int p = end + 1;
            while (p < high && text.Class[p] == Adverb)
                p++;
            return p < high && text.Class[p] is Preposition or To ? BaseRight(text, p + 1, high) : -1;
        }

        if (c == Possessive)
            return BaseRight(text, end, high);
        return c == Comma ? Apposition(text, end, high) : -1;
    }

    /// <summary>", chief economist at Nordic Securities": a phrase without a finite verb that runs to the next comma or the end.</summary>
    private static int Apposition(ReadingText text, int comma, int high)
    {
        int from = comma + 1;
        if (from >= high || !(text.Class[from] is Determiner or Noun or Adjective or Name or Number))
            return -1;
        if (TimeWords.IsTimePhrase(text, from, high))
            return -1;
        int end = BaseRight(text, from, high);
        while (end > 0 && end < high && text.Class[end] is Preposition or To or Coordinator)
        {
            if (TimeWords.IsTimePhrase(text, end, high))
                break;
            int next = BaseRight(text, end + 1, high);
            if (next < 0)
                break;
            end = next;
        }

        return end > 0 && (end >= high || !IsFinite(text, end)) ? end : -1;
    }

    public static bool IsFinite(ReadingText text, int t) =>
        text.Class[t] is FiniteVerb or Modal or Do
        || (text.Class[t] == Have && text.Lower[t] != "having")
        || (text.Class[t] == Be && text.Lower[t] is not ("be" or "been" or "being"));
}
