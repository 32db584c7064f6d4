namespace Stemma.Language.Names;

/// <summary>Finds names by capitals, tags and word lists alone: what the engine does without a trained name model, and where that saw nothing.</summary>
/// <remarks>Knows no name beyond the gazetteer, so invented people, towns and firms are judged by form and surroundings only.</remarks>
internal static class NameRules
{
    /// <summary>Names of one sentence, in order.</summary>
    /// <param name="cues">Of every token of the report.</param>
    /// <param name="plainCase">The sentence is cased as prose; in headlines a capital says nothing, so only tags and lists count.</param>
    public static void Find(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, bool plainCase, List<NameMention> found)
    {
        int i = sentence.FirstToken;
        while (i < sentence.EndToken)
        {
            if (!IsNamePart(text, tokens, cues, sentence, i, plainCase))
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < sentence.EndToken)
            {
                if (IsNamePart(text, tokens, cues, sentence, end, plainCase))
                    end++;
                else if (Bridge(text, tokens, cues, sentence, i, end, plainCase) is > 0 and int next)
                    end = next;
                else
                    break;
            }

            int first = i;
            i = end;
            Add(text, tokens, cues, sentence, first, end, found);
        }
    }

    /// <summary>Kind of a name by its own words and those around it.</summary>
    /// <param name="certain">Whether the words leave little doubt.</param>
    public static EntityKind Judge(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, int first, int end, out bool certain)
    {
        NameCues last = cues[end - 1];
        NameCues before = first > sentence.FirstToken ? cues[first - 1] : NameCues.None;
        NameCues inside = NameCues.None;
        for (int i = first; i < end; i++)
            inside |= cues[i];
        int length = end - first;
        certain = true;
        if (Covered(cues, first, end, NameCues.People))
            return EntityKind.Other;
        if (Covered(cues, first, end, NameCues.Country | NameCues.Place))
            return EntityKind.Place;
        bool given = (cues[first] & NameCues.Given) != 0;
        if (length > 1 && (inside & NameCues.Organisation) != 0 && !given)
            return EntityKind.Organisation;
        if (length > 1 && (last & NameCues.OrganisationEnd) != 0 && !(given && length == 2))
            return EntityKind.Organisation;
        if (length > 1 && (last & NameCues.PlaceEnd) != 0)
            return EntityKind.Place;
        if (length > 1 && (last & NameCues.Thing) != 0)
            return EntityKind.Other;
        if ((before & (NameCues.Title | NameCues.Role)) != 0)
            return EntityKind.Person;
        if ((before & NameCues.Vessel) != 0)
            return EntityKind.Other;
        if (given && length is 2 or 3)
            return EntityKind.Person;
        if (IsAged(text, tokens, sentence, end))
            return EntityKind.Person;
        if (length > 1 && (cues[first] & NameCues.PlaceStart) != 0)
            return EntityKind.Place;

        certain = false;
        ReadOnlySpan<char> head = tokens[first].Span.In(text);
        if (length == 1 && head.Length is > 1 and < 7 && head.IndexOfAnyInRange('a', 'z') < 0)
            return EntityKind.Organisation;
        bool speaks = end < sentence.EndToken && (tokens[end].Upos == Upos.Verb || tokens[end].Xpos == "WP");
        bool article = first > sentence.FirstToken && tokens[first - 1].Xpos == "DT";
        if (length > 1 && !article)
            return (before & NameCues.PlacePreposition) != 0 && !speaks && tokens[first - 1].Lemma is not "through" and not "via" ? EntityKind.Place : EntityKind.Person;
        if (article)
            return EntityKind.Organisation;
        if (speaks)
            return EntityKind.Person;
        return (before & NameCues.PlacePreposition) != 0 || (first > sentence.FirstToken && tokens[first - 1].Lemma is "at" or "of" or "to")
            ? EntityKind.Place
            : EntityKind.Organisation;
    }

    private static bool Covered(ReadOnlySpan<NameCues> cues, int first, int end, NameCues kinds)
    {
        for (int i = first; i < end; i++)
        {
            if ((cues[i] & kinds) == 0)
                return false;
        }

        return true;
    }

    /// <summary>"X, 41," and "X (41)".</summary>
    private static bool IsAged(string text, ReadOnlySpan<Token> tokens, Sentence sentence, int end)
    {
        if (end + 2 >= sentence.EndToken || text[tokens[end].Span.Start] is not (',' or '('))
            return false;
        ReadOnlySpan<char> age = tokens[end + 1].Span.In(text);
        return age.Length is 1 or 2 && char.IsAsciiDigit(age[0]) && text[tokens[end + 2].Span.Start] is ',' or ')' or '.';
    }

    private static bool IsNamePart(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, int i, bool plainCase)
    {
        Token token = tokens[i];
        char c = text[token.Span.Start];
        if (!char.IsUpper(c) || (cues[i] & NameCues.NotName) != 0)
            return false;
        if ((cues[i] & NameCues.Gazetteer) != 0 || token.Xpos is "NNP" or "NNPS")
            return true;
        if (!plainCase || i == sentence.FirstToken || token.Span.Length == 1)
            return false;
        return token.Upos is Upos.Noun or Upos.Adj or Upos.X && !Characters.IsQuote(text[tokens[i - 1].Span.Start]) && text[tokens[i - 1].Span.Start] != ':';
    }

    /// <summary>Words of small letters inside a name: "Ministry of Transport", "Ursula von der Leyen", "Health and Safety Board".</summary>
    /// <returns>Index past the next name part, or 0.</returns>
    private static int Bridge(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, int first, int at, bool plainCase)
    {
        ReadOnlySpan<char> word = tokens[at].Span.In(text);
        int next = at + 1;
        if (next >= sentence.EndToken)
            return 0;
        if (word is "&" or "-" && IsNamePart(text, tokens, cues, sentence, next, plainCase))
            return word is "&" || (tokens[at].Span.Start == tokens[at - 1].Span.End && tokens[next].Span.Start == tokens[at].Span.End) ? next + 1 : 0;
        if ((cues[at] & NameCues.Particle) != 0)
        {
            while (next < sentence.EndToken && next < at + 3 && (cues[next] & NameCues.Particle) != 0)
                next++;
            return next < sentence.EndToken && IsNamePart(text, tokens, cues, sentence, next, plainCase) ? next + 1 : 0;
        }

        bool body = false;
        for (int i = first; i < at; i++)
            body |= (cues[i] & (NameCues.Organisation | NameCues.Thing)) != 0;
        if (!body)
            return 0;
        if (word is "of" or "for" && tokens[next].Lemma == "the")
            next++;
        return word is "of" or "for" or "and" && next < sentence.EndToken && IsNamePart(text, tokens, cues, sentence, next, plainCase)
            && (word is not "and" || InsideOf(text, tokens, first, at)) ? next + 1 : 0;
    }

    /// <summary>"and" joins only inside what an "of" opened: "Department of Health and Human Services", not "Parliament and Vantor".</summary>
    private static bool InsideOf(string text, ReadOnlySpan<Token> tokens, int first, int at)
    {
        for (int i = first; i < at; i++)
        {
            if (tokens[i].Span.In(text) is "of" or "for")
                return true;
        }

        return false;
    }

    private static void Add(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, int first, int end, List<NameMention> found)
    {
        // A people before an office or a body is a name of its own ("Russian President", "British Embassy").
        if (end - first > 1 && (cues[first] & NameCues.People) != 0 && (cues[first] & NameCues.Inside) == 0)
        {
            int rest = first + 1;
            while (rest < end && (cues[rest] & (NameCues.People | NameCues.Inside)) == (NameCues.People | NameCues.Inside))
                rest++;
            if (rest < end && (cues[rest] & (NameCues.Title | NameCues.Role)) != 0)
            {
                found.Add(new NameMention(first, rest, EntityKind.Other) { Certain = true });
                first = rest;
            }
        }

        while (first < end && (cues[first] & NameCues.Title) != 0 && HasPlainWord(cues, first + 1, end))
            first++;
        bool allTitles = true;
        for (int i = first; i < end; i++)
            allTitles &= (cues[i] & NameCues.Title) != 0;
        if (first >= end || allTitles)
            return;
        EntityKind kind = Judge(text, tokens, cues, sentence, first, end, out bool certain);
        found.Add(new NameMention(first, end, kind) { Certain = certain });
    }

    /// <summary>"Chief Constable Wyn Parry" drops its titles, "Chief Constables Board" keeps them.</summary>
    private static bool HasPlainWord(ReadOnlySpan<NameCues> cues, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if ((cues[i] & (NameCues.Organisation | NameCues.OrganisationEnd | NameCues.PlaceEnd)) != 0)
                return false;
        }

        return end > first;
    }
}
