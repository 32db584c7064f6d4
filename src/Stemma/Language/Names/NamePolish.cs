namespace Stemma.Language.Names;

/// <summary>Sets right what a token-by-token tagger gets wrong about where a name begins and ends.</summary>
internal static class NamePolish
{
    /// <param name="names">Names of one sentence, in order; changed in place.</param>
    public static void Mend(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, List<NameMention> names)
    {
        for (int n = 0; n < names.Count; n++)
        {
            NameMention name = names[n];
            if (name.Kind == EntityKind.Person)
                JoinGivenName(text, tokens, cues, sentence, names, n);
            if (name.IsSure)
                continue;
            CutAtVerb(text, tokens, cues, name);
            Trim(text, tokens, cues, name);
            if (name.Length <= 0)
            {
                names.RemoveAt(n--);
                continue;
            }

            if (name.Kind is EntityKind.Person or EntityKind.Organisation)
                SplitAtOffice(tokens, cues, name, names, ref n);
        }

        for (int n = 0; n < names.Count; n++)
        {
            JoinSaint(text, tokens, cues, sentence, names, n);
            Extend(text, tokens, cues, sentence, names, n);
            NameMention name = names[n];
            if (name is { IsSure: false } and { Kind: EntityKind.Organisation or EntityKind.Place, Length: > 1 } && (cues[name.End - 1] & NameCues.Thing) != 0
                && (cues[name.End - 1] & (NameCues.Organisation | NameCues.OrganisationEnd | NameCues.PlaceEnd)) == 0)
                (name.Kind, name.Certain) = (EntityKind.Other, true);
        }
    }

    /// <summary>A country of two words is never torn: "Kim toured North" + "Korea".</summary>
    public static void KeepPlacesWhole(ReadOnlySpan<NameCues> cues, Sentence sentence, List<NameMention> names)
    {
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            if ((cues[i] & NameCues.Country) == 0 || (cues[i] & NameCues.Inside) != 0 || (cues[i + 1] & NameCues.Inside) == 0)
                continue;
            int end = i + 1;
            while (end < sentence.EndToken && (cues[end] & NameCues.Inside) != 0)
                end++;
            int at = names.FindIndex(n => n.End > i);
            if (at >= 0 && names[at].First <= i && names[at].End >= end)
                continue;
            if (at >= 0 && names[at].First < i)
                names[at++].End = i;
            at = at < 0 ? names.Count : at;
            while (at < names.Count && names[at].First < end)
            {
                if (names[at].End > end)
                {
                    names[at].First = end;
                    break;
                }

                names.RemoveAt(at);
            }

            names.Insert(at, new NameMention(i, end, EntityKind.Place) { Certain = true });
        }
    }

    /// <summary>"Han" + "Sung-ho": a hyphened name that nothing else claims, right behind a person's single name, belongs to it.</summary>
    private static void JoinGivenName(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, List<NameMention> names, int n)
    {
        NameMention name = names[n];
        if (name.Length != 1 || name.End >= sentence.EndToken || (n + 1 < names.Count && names[n + 1].First == name.End))
            return;
        ReadOnlySpan<char> next = tokens[name.End].Span.In(text);
        if (char.IsUpper(next[0]) && next.Contains('-') && tokens[name.End].Upos == Upos.Propn && (cues[name.End] & NameCues.NotName) == 0)
            name.End++;
    }

    private static void Trim(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, NameMention name)
    {
        while (name.Length > 0 && !Opens(text, tokens, cues, name))
            name.First++;
        while (name.Length > 0 && !Closes(text, tokens, cues, name.End - 1))
            name.End--;
    }

    /// <summary>"Kim toured North": no name holds a finite verb, and a person's no small word but a particle.</summary>
    private static void CutAtVerb(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, NameMention name)
    {
        for (int i = name.First + 1; i < name.End; i++)
        {
            bool small = char.IsLower(text[tokens[i].Span.Start]);
            bool verb = tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && (small || i == name.End - 1);
            bool at = small && tokens[i].Lemma is "at" or "in" or "on" or "to" or "from" or "with" or "by" or "as" or "that";
            if (verb || at || (small && name.Kind == EntityKind.Person && (cues[i] & NameCues.Particle) == 0))
            {
                name.End = i;
                return;
            }
        }
    }

    private static bool Opens(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, NameMention name)
    {
        Token token = tokens[name.First];
        char c = text[token.Span.Start];
        if (!char.IsUpper(c) && !char.IsAsciiDigit(c) && (cues[name.First] & NameCues.Particle) == 0 && !IsMixed(token.Span.In(text)))
            return false;
        if (token.Xpos is "DT" or "PRP" or "PRP$" || (cues[name.First] & NameCues.NotName) != 0)
            return false;
        return name.Kind != EntityKind.Person || (cues[name.First] & NameCues.Title) == 0 || name.Length == 1;
    }

    private static bool Closes(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, int last)
    {
        char c = text[tokens[last].Span.Start];
        return (char.IsUpper(c) || char.IsAsciiDigit(c) || IsMixed(tokens[last].Span.In(text))) && (cues[last] & NameCues.NotName) == 0
            && tokens[last].Xpos is not ("POS" or "PRP");
    }

    /// <summary>A capital inside: "iPhone", "al-Qaeda", "eBay".</summary>
    private static bool IsMixed(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }

    /// <summary>"Boxing Association President Ramon Diaz" is a body, an office and a person.</summary>
    private static void SplitAtOffice(ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, NameMention name, List<NameMention> names, ref int n)
    {
        for (int i = name.End - 2; i > name.First; i--)
        {
            if ((cues[i] & NameCues.Title) == 0 || (cues[name.End - 1] & (NameCues.Organisation | NameCues.OrganisationEnd | NameCues.Title)) != 0)
                continue;
            NameMention person = new(i + 1, name.End, EntityKind.Person) { Certain = true };
            int body = i;
            while (body > name.First && (cues[body - 1] & NameCues.Title) != 0)
                body--;
            name.End = body;
            if (name.Length == 0)
            {
                names[n] = person;
                return;
            }

            name.Kind = EntityKind.Organisation;
            names.Insert(n + 1, person);
            return;
        }
    }

    /// <summary>"Saint Mary" + "'s" + "Hospital": other possessors are owners, not parts of the name.</summary>
    private static void JoinSaint(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, List<NameMention> names, int n)
    {
        NameMention name = names[n];
        int first = name.First > sentence.FirstToken && tokens[name.First - 1].Span.In(text) is "St." or "St" or "Saint" ? name.First - 1 : name.First;
        if (tokens[first].Span.In(text) is not ("St." or "St" or "Saint") || name.End + 1 >= sentence.EndToken || tokens[name.End].Xpos != "POS"
            || (cues[name.End + 1] & (NameCues.Organisation | NameCues.OrganisationEnd | NameCues.PlaceEnd)) == 0
            || !char.IsUpper(text[tokens[name.End + 1].Span.Start]))
            return;
        if (n > 0 && names[n - 1].End > first)
            return;
        name.First = first;
        name.End += 2;
        name.Kind = (cues[name.End - 1] & NameCues.Organisation) != 0 ? EntityKind.Organisation : EntityKind.Place;
        name.Certain = true;
        if (n + 1 < names.Count && names[n + 1].First < name.End)
        {
            name.End = Math.Max(name.End, names[n + 1].End);
            names.RemoveAt(n + 1);
        }
    }

    /// <summary>"Ministry" + "of Transport" + "of Norway"; "Office of the Prosecutor".</summary>
    private static void Extend(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, List<NameMention> names, int n)
    {
        NameMention name = names[n];
        if (name.Kind == EntityKind.Person)
            return;
        while (name.End + 1 < sentence.EndToken)
        {
            bool body = (cues[name.End - 1] & NameCues.Organisation) != 0 || HasOf(text, tokens, cues, name);
            ReadOnlySpan<char> link = tokens[name.End].Span.In(text);
            if (!body || link is not ("of" or "for"))
                return;
            int next = name.End + 1;
            if (tokens[next].Lemma == "the" && next + 1 < sentence.EndToken)
                next++;
            if (!IsCapitalised(text, tokens, cues, next) || (cues[next] & NameCues.Title) != 0 && next + 1 < sentence.EndToken && IsCapitalised(text, tokens, cues, next + 1))
                return;
            int end = next + 1;
            while (end < sentence.EndToken && IsCapitalised(text, tokens, cues, end))
                end++;

            // A name that follows is swallowed whole or not at all.
            while (n + 1 < names.Count && names[n + 1].First < end)
            {
                if (names[n + 1].Kind == EntityKind.Person && names[n + 1].Length > 1)
                    return;
                end = Math.Max(end, names[n + 1].End);
                names.RemoveAt(n + 1);
            }

            name.End = end;
            name.Kind = EntityKind.Organisation;
            name.Certain = true;
        }
    }

    private static bool HasOf(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, NameMention name)
    {
        for (int i = name.First; i + 1 < name.End; i++)
        {
            if ((cues[i] & NameCues.Organisation) != 0 && tokens[i + 1].Span.In(text) is "of" or "for")
                return true;
        }

        return false;
    }

    private static bool IsCapitalised(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, int i) =>
        char.IsUpper(text[tokens[i].Span.Start]) && (cues[i] & NameCues.NotName) == 0 && tokens[i].Upos is Upos.Propn or Upos.Noun or Upos.Adj or Upos.X;
}
