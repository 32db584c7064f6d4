namespace Stemma.Language.Names;

/// <summary>Whether each person of a report is a woman or a man, from titles, pronouns and given names, in this order of weight.</summary>
internal static class NameSexes
{
    public static void Settle(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        Dictionary<NameMention, int> scores = [];
        foreach (NameMention name in names)
        {
            if (name.Kind != EntityKind.Person)
                continue;
            NameMention full = name.Of ?? name;
            full.Role ??= name.Role;
            int score = name.Female switch { true => 20, false => -20, null => 0 };
            if (ReferenceEquals(full, name) && name.Length > 1)
                score += (cues[name.First] & NameCues.Given) switch { NameCues.FemaleGiven => 3, NameCues.MaleGiven => -3, _ => 0 };
            scores[full] = scores.GetValueOrDefault(full) + score;
        }

        Pronouns(tokens, sentences, names, scores);
        foreach ((NameMention full, int score) in scores)
            full.Female = score == 0 ? null : score > 0;
    }

    /// <summary>A pronoun speaks for a person where no other stands in its sentence or the one before.</summary>
    private static void Pronouns(ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<NameMention> names, Dictionary<NameMention, int> scores)
    {
        int from = 0;
        int to = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            // Names that begin before this sentence's predecessor are out of sight; another paragraph's too.
            int start = s > 0 && sentences[s - 1].Paragraph == sentences[s].Paragraph ? sentences[s - 1].FirstToken : sentences[s].FirstToken;
            while (from < names.Count && names[from].First < start)
                from++;
            to = Math.Max(to, from);
            for (int i = sentences[s].FirstToken; i < sentences[s].EndToken; i++)
            {
                while (to < names.Count && names[to].First < i)
                    to++;
                int sign = tokens[i].Xpos is "PRP" or "PRP$" ? PronounSign(tokens[i].Lemma) : 0;
                if (sign != 0 && Only(names, from, to) is { } person)
                    scores[person] = scores.GetValueOrDefault(person) + sign;
            }
        }
    }

    private static int PronounSign(string lemma) => lemma switch
    {
        "she" or "her" or "hers" or "herself" => 2,
        "he" or "his" or "him" or "himself" => -2,
        _ => 0,
    };

    private static NameMention? Only(List<NameMention> names, int from, int to)
    {
        NameMention? only = null;

        // The nearest few suffice: with more, it is no longer clear who is meant.
        for (int i = to - 1; i >= from && i >= to - 12; i--)
        {
            if (names[i].Kind != EntityKind.Person)
                continue;
            NameMention full = names[i].Of ?? names[i];
            if (only is not null && !ReferenceEquals(only, full))
                return null;
            only = full;
        }

        return only;
    }
}
