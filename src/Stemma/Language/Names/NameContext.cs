namespace Stemma.Language.Names;

/// <summary>What the words around one mention say about the kind of its name.</summary>
internal static class NameContext
{
    public static void Vote(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, bool opensParagraph, NameMention name, int[] votes)
    {
        Before(text, tokens, cues, sentence, opensParagraph, name, votes);
        After(text, tokens, cues, sentence, name, votes);

        if (name.Length > 1)
            OwnWords(tokens, cues, sentence, name, votes);

        // What speaks and is no person named in full is a body, or a place that stands for its government.
        else if (name.End < sentence.EndToken && IsSpeech(tokens, name))
            votes[(int)EntityKind.Organisation] += 2;
    }

    private static bool IsSpeech(ReadOnlySpan<Token> tokens, NameMention name)
    {
        Token word = tokens[name.First];
        return word.Deprel.StartsWith("nsubj", StringComparison.Ordinal) && word.Head >= 0
            && tokens[word.Head].Lemma is "say" or "tell" or "announce" or "report" or "deny" or "confirm" or "decline" or "claim" or "insist" or "add" or "reject" or "accuse";
    }

    private static void OwnWords(ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, NameMention name, int[] votes)
    {
        NameCues first = cues[name.First];
        NameCues last = cues[name.End - 1];
        if ((first & NameCues.Given) != 0)
            return;
        bool article = name.First > sentence.FirstToken && tokens[name.First - 1].Lemma == "the";
        if ((last & (NameCues.Organisation | NameCues.OrganisationEnd)) != 0)
            votes[(int)EntityKind.Organisation] += 4;
        else if ((last & NameCues.PlaceEnd) != 0)
            votes[(int)EntityKind.Place] += 4;
        else if ((first & NameCues.PlaceStart) != 0 && !article)
            votes[(int)EntityKind.Place] += 3;

        // "Ridge Cells", "Vale Water": a common word closes few people's names, unless a given name opens it.
        else if ((last & NameCues.Common) != 0 && (last & NameCues.Thing) == 0)
            votes[(int)EntityKind.Organisation] += tokens[name.End - 1].Upos == Upos.Noun ? 4 : 3;
    }

    private static void Before(
        string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, bool opensParagraph, NameMention name, int[] votes)
    {
        int before = name.First - 1;
        if (before < sentence.FirstToken)
        {
            // A dateline: "TROMSO, April 14 (Wire) -", "VARDA — ".
            if (opensParagraph && name.End < sentence.EndToken && IsUpper(tokens[name.First].Span.In(text))
                && text[tokens[name.End].Span.Start] is ',' or '(' or '—' or '–' or '-')
                votes[(int)EntityKind.Place] += 8;
            return;
        }

        // "in Vantor shares" speaks of the company, so what follows must not be a noun.
        bool modifies = name.End < sentence.EndToken && tokens[name.End].Upos == Upos.Noun;
        switch (tokens[before].Lemma)
        {
            case "in" when !modifies:
                votes[(int)EntityKind.Place] += 4;
                break;
            case "near" or "off" or "outside" or "across" or "throughout" or "around" when !modifies:
                votes[(int)EntityKind.Place] += 3;
                break;
            case "cite" or "quote" when tokens[before].Upos == Upos.Verb:
                votes[(int)EntityKind.Organisation] += 1;
                break;
            case "of" when before > sentence.FirstToken && (cues[before - 1] & NameCues.PlaceNoun) != 0:
                votes[(int)EntityKind.Place] += 5;
                break;
            case "the" when !modifies && name.Kind == EntityKind.Person && (cues[name.End - 1] & NameCues.People) == 0:
                votes[(int)EntityKind.Organisation] += 3;
                break;
        }

        // "the salvage company Vantor": the noun says what the name is.
        if (tokens[before].Upos == Upos.Noun && tokens[before].Lemma is "company" or "firm" or "agency" or "broadcaster" or "newspaper" or "magazine" or "daily" or "weekly"
            or "airline" or "carmaker" or "manufacturer" or "operator" or "retailer" or "website" or "party" or "union" or "charity" or "lender" or "maker" or "utility" or "startup")
            votes[(int)EntityKind.Organisation] += 14;
        if ((cues[before] & NameCues.Vessel) != 0)
            votes[(int)EntityKind.Other] += 20;
    }

    private static void After(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, NameMention name, int[] votes)
    {
        int after = name.End;
        if (after + 1 >= sentence.EndToken)
            return;
        if (tokens[after].Xpos == "POS" && IsPublic(tokens, sentence, after + 1))
            votes[(int)EntityKind.Place] += 4;
        char mark = text[tokens[after].Span.Start];
        if (mark == ',' && (cues[after + 1] & (NameCues.Country | NameCues.Place)) != 0 && (cues[after + 1] & NameCues.Inside) == 0)
            votes[(int)EntityKind.Place] += 3;
        if (mark == ',' && tokens[after + 1].Lemma == "who")
            votes[(int)EntityKind.Person] += 5;
        if (tokens[after].Lemma == "report" && tokens[after].Upos == Upos.Verb)
            votes[(int)EntityKind.Organisation] += 2;
        if (mark == '-' && tokens[after].Span.Length == 1 && tokens[after + 1].Lemma == "base")
            votes[(int)EntityKind.Place] += 5;
        if (tokens[after].Lemma is "shares" or "spokesman" or "spokeswoman" or "executive" or "correspondent")
            votes[(int)EntityKind.Organisation] += 3;
    }

    /// <summary>What only a country, region or town has: "Varda's capital", "Varda's largest port", "Varda's central bank".</summary>
    private static bool IsPublic(ReadOnlySpan<Token> tokens, Sentence sentence, int at)
    {
        for (int i = at; i < sentence.EndToken && i < at + 4; i++)
        {
            if (tokens[i].Upos is not (Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num) && tokens[i].Xpos != "HYPH")
                return false;
            if (tokens[i].Lemma is "capital" or "government" or "parliament" or "president" or "minister" or "ministry" or "army" or "military" or "navy" or "economy"
                or "border" or "coast" or "port" or "bank" or "prosecutor" or "election" or "opposition" or "currency" or "harbour" or "harbor" or "mayor" or "airport"
                or "premier" or "senate" or "population" or "airspace" or "constitution" or "coastguard" or "police" or "cabinet" or "embassy")
                return true;
        }

        return false;
    }

    private static bool IsUpper(ReadOnlySpan<char> form) => form.Length > 2 && form.IndexOfAnyInRange('a', 'z') < 0;
}
