namespace Stemma.Attributions;

/// <summary>Spells the forms of English verbs.</summary>
internal static class Inflection
{
    /// <summary>Verbs of more than one syllable that double their last consonant; those of one syllable do so by rule.</summary>
    private const string Doubling = " admit commit refer infer rebut concur regret permit submit omit allot compel impel expel repel ";

    public static IEnumerable<(string Form, VerbForms Kind)> Forms(string verb, string? past, string? participle)
    {
        yield return (verb, VerbForms.Base);
        yield return (Third(verb), VerbForms.ThirdPerson);
        foreach (string stem in Stems(verb))
        {
            if (past is null)
                yield return (stem.EndsWith('e') ? stem + "d" : stem + "ed", VerbForms.Past | VerbForms.Participle);
            yield return (Ing(stem), VerbForms.Ing);
        }

        if (past is not null)
            yield return (past, VerbForms.Past);
        if (participle is not null)
            yield return (participle, VerbForms.Participle);
    }

    private static string Third(string verb)
    {
        if (EndsInConsonantY(verb))
            return verb[..^1] + "ies";
        return verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('z') || verb.EndsWith("ch", StringComparison.Ordinal)
            || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith('o') ? verb + "es" : verb + "s";
    }

    private static string Ing(string stem)
    {
        // Only stems of verbs in -y end so here ("denie", "replie").
        if (stem.EndsWith("ie", StringComparison.Ordinal))
            return stem[..^2] + "ying";
        return stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal) ? stem[..^1] + "ing" : stem + "ing";
    }

    /// <summary>What -ed and -ing are hung on: "plann", "denie"; both spellings of "signal(l)ed".</summary>
    private static IEnumerable<string> Stems(string verb)
    {
        if (EndsInConsonantY(verb))
        {
            yield return verb[..^1] + "ie";
            yield break;
        }

        bool open = verb.Length > 2 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && (!IsVowel(verb[^3]) || verb.StartsWith("qu", StringComparison.Ordinal));
        if (open && (Syllables(verb) == 1 || Doubling.Contains(" " + verb + " ", StringComparison.Ordinal)))
        {
            yield return verb + verb[^1];
            yield break;
        }

        yield return verb;
        if (open && verb[^1] == 'l')
            yield return verb + "l";
    }

    private static bool EndsInConsonantY(string verb) => verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Syllables(string verb)
    {
        int count = 0;
        for (int i = 0; i < verb.Length; i++)
        {
            if (IsVowel(verb[i]) && (i == 0 || !IsVowel(verb[i - 1])))
                count++;
        }

        return count;
    }
}
