namespace Stemma.Language.Names;

/// <summary>Titles and roles beside a person's name, and what they tell of the person's sex.</summary>
internal static class NameRoles
{
    /// <summary>A role is a few words; further back stands the rest of the sentence.</summary>
    private const int LongestRole = 10;

    public static void Find(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, NameMention person)
    {
        int at = person.First - 1;
        if (at >= sentence.FirstToken && text[tokens[at].Span.Start] == ',' && at - 1 >= sentence.FirstToken && (cues[at - 1] & NameCues.Role) != 0
            && person.End < sentence.EndToken && text[tokens[person.End].Span.Start] is ',' or '.')
            at--;
        if (at >= sentence.FirstToken && (cues[at] & (NameCues.Title | NameCues.Role)) != 0)
            Before(text, tokens, cues, sentence, person, at);
        // A bare rank tells less than what stands behind the name: "Colonel X, spokeswoman of the armed forces".
        if (person.Role is null || !person.Role.Contains(' ', StringComparison.Ordinal))
            After(text, tokens, cues, sentence, person);
    }

    private static void Before(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, NameMention person, int last)
    {
        int first = last;
        while (first > sentence.FirstToken && last - first < LongestRole && Describes(text, tokens, cues, first - 1))
            first--;
        ReadOnlySpan<char> word = tokens[last].Span.In(text);
        bool address = first == last && word is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Mx." or "Sir" or "Dame";
        if (!address)
            person.Role = text[tokens[first].Span.Start..tokens[last].Span.End];
        for (int i = first; i <= last; i++)
            person.Female ??= Sex(cues[i]);
        if (person.Female is not null || !address)
            person.Certain = true;
    }

    private static bool Describes(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, int i)
    {
        Token token = tokens[i];
        if ((cues[i] & (NameCues.Title | NameCues.Role)) != 0 && token.Upos is not (Upos.Verb or Upos.Aux))
            return true;
        return token.Xpos is "NN" or "NNP" or "NNPS" or "JJ" or "HYPH" or "VBN" or "AFX"
            || (token.Xpos is "NNS" && char.IsUpper(text[token.Span.Start]))
            || token.Span.In(text) is "&";
    }

    /// <summary>"X, chief economist at Nordic Securities," and "X, 41, a school cook,".</summary>
    private static void After(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, Sentence sentence, NameMention person)
    {
        int at = person.End;
        if (at + 1 >= sentence.EndToken || text[tokens[at].Span.Start] != ',')
            return;
        at++;
        if (at + 1 < sentence.EndToken && tokens[at].Xpos == "CD" && text[tokens[at + 1].Span.Start] == ',')
            at += 2;
        while (at < sentence.EndToken && tokens[at].Xpos is "DT" or "PRP$")
            at++;
        int role = -1;
        int end = at;
        while (end < sentence.EndToken && end - at < LongestRole + 4)
        {
            Token token = tokens[end];
            char c = text[token.Span.Start];
            if (c is ',' or '.' or ';' or '—' or '"' or '”' or '“' or '(' || token.Upos is Upos.Verb && token.Xpos is not ("VBG" or "VBN") || token.Upos is Upos.Aux or Upos.Sconj
                || token.Xpos is "WP" or "WDT" or "CC" && role < 0)
                break;
            if (role < 0 && (cues[end] & (NameCues.Role | NameCues.Title)) != 0)
                role = end;
            if (role < 0 && token.Upos is Upos.Adp or Upos.Pron)
                break;
            end++;
        }

        if (role < 0 || end == at)
            return;
        person.Role = text[tokens[at].Span.Start..tokens[end - 1].Span.End];
        for (int i = at; i <= role; i++)
            person.Female ??= Sex(cues[i]);
        person.Certain = true;
    }

    private static bool? Sex(NameCues cues) =>
        (cues & NameCues.FemaleRole) != 0 ? true : (cues & NameCues.MaleRole) != 0 ? false : null;
}
