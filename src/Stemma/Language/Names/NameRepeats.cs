namespace Stemma.Language.Names;

/// <summary>Finds the surnames of people whom a report names in full wherever else they stand alone: the model sees a sentence at a time and misses some.</summary>
internal static class NameRepeats
{
    /// <param name="names">In text order; what is found is put in its place.</param>
    public static void Add(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        HashSet<string> surnames = new(StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            if (name.Kind == EntityKind.Person && name.Length > 1 && (name.IsSure || name.Certain))
                surnames.Add(tokens[name.End - 1].Span.In(text).ToString());
        }

        if (surnames.Count == 0)
            return;
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        int next = 0, count = names.Count;
        for (int i = 0; i < tokens.Length; i++)
        {
            while (next < count && names[next].End <= i)
                next++;
            if (next < count && names[next].First <= i)
                continue;
            ReadOnlySpan<char> form = tokens[i].Span.In(text);
            if (form.Length > 2 && char.IsUpper(form[0]) && (cues[i] & NameCues.Common) == 0 && lookup.Contains(form) && StandsAlone(text, tokens, i))
                names.Add(new NameMention(i, i + 1, EntityKind.Person) { Certain = true });
        }

        if (names.Count > count)
            names.Sort((a, b) => a.First.CompareTo(b.First));
    }

    /// <summary>Neither part of a longer name nor hyphenated.</summary>
    private static bool StandsAlone(string text, ReadOnlySpan<Token> tokens, int i) =>
        !(i + 1 < tokens.Length && (tokens[i + 1].Xpos is "NNP" or "NNPS" or "HYPH" && char.IsUpper(text[tokens[i + 1].Span.Start])))
        && !(i > 0 && tokens[i - 1].Xpos is "NNP" && tokens[i].SpaceBefore);
}
