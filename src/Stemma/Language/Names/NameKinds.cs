namespace Stemma.Language.Names;

/// <summary>Gives one name one kind throughout a report, by the votes of all its mentions and of the words around each.</summary>
/// <remarks>
/// One mention is easily misread, above all of invented or rare names; a report tells more: "in Varda" once says that "Varda" is a place
/// everywhere. A model's word counts 2, since it too has seen only the sentence.
/// </remarks>
internal static class NameKinds
{
    private const int ByModel = 2;
    private const int BySureModel = 6;

    /// <summary>How far the votes for another kind must lead before a mention that the model is sure of gives way ("the ferry Santa Clara").</summary>
    private const int ToOverrule = 6;

    public static void Settle(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        Dictionary<string, int[]> votes = new(StringComparer.Ordinal);
        MarkPeoples(text, tokens, cues, names);
        HashSet<string> introduced = Introduced(text, tokens, names);
        int s = 0;
        foreach (NameMention name in names)
        {
            while (sentences[s].EndToken <= name.First)
                s++;
            if (name.Role is not null && !name.IsSure)
                name.Kind = EntityKind.Person;
            int[] found = Votes(votes, Key(text, tokens, name));
            bool stranger = name is { Kind: EntityKind.Person, Length: 1, Certain: false } && (cues[name.First] & NameCues.Given) == 0
                && !introduced.Contains(tokens[name.First].Span.In(text).ToString());

            // News introduces people by their full name, so one bare word that nothing introduces is seldom a person: any other sign wins.
            found[(int)name.Kind] += name.Certain ? 8 : name.IsSure ? BySureModel : stranger ? 1 : ByModel;
            NameContext.Vote(text, tokens, cues, sentences[s], s == 0 || sentences[s - 1].Paragraph != sentences[s].Paragraph, name, found);

            if (s + 1 < sentences.Length && IsSubject(tokens, name) && tokens[sentences[s + 1].FirstToken].Lemma is "he" or "she"
                && tokens[sentences[s + 1].FirstToken].Xpos == "PRP")
                found[(int)EntityKind.Person] += 3;

            // A person's surname is that person wherever it stands alone.
            if (name.Kind == EntityKind.Person && name.Length > 1)
                Votes(votes, tokens[name.End - 1].Span.In(text).ToString())[(int)EntityKind.Person] += name.Certain ? 8 : 4;

            // "Lighthouse" alone is what "Lighthouse Business" is, unless the words around it say that it is where that stands.
            if (name.Kind == EntityKind.Organisation && name.Length > 1)
                Votes(votes, tokens[name.First].Span.In(text).ToString())[(int)EntityKind.Organisation] += 2;
        }

        foreach (NameMention name in names)
        {
            // A known place may be a team or a government here and a place there; let each stand as it was found.
            if (name.Certain || (cues[name.First] & (NameCues.Country | NameCues.Place)) != 0)
                continue;
            int[] found = votes[Key(text, tokens, name)];
            int best = (int)name.Kind;
            for (int kind = 0; kind < found.Length; kind++)
            {
                if (found[kind] > found[best])
                    best = kind;
            }

            if (!name.IsSure || found[best] > found[(int)name.Kind] + ToOverrule)
                name.Kind = (EntityKind)best;
        }
    }

    /// <summary>Invented peoples: "Talmeran" beside "Talmere", "Qatari" beside "Qatar", where they describe a noun.</summary>
    private static void MarkPeoples(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            if (name.Length == 1)
                words.Add(tokens[name.First].Span.In(text).ToString());
        }

        foreach (NameMention name in names)
        {
            if (name.Length > 1 || name.IsSure || name.Kind == EntityKind.Other || (cues[name.First] & NameCues.Gazetteer) != 0)
                continue;
            ReadOnlySpan<char> word = tokens[name.First].Span.In(text);
            bool describes = name.End < tokens.Length && tokens[name.End].Upos is Upos.Noun or Upos.Adj && tokens[name.End].SpaceBefore;
            if (describes && word.Length > 4 && Stem(word) is > 3 and int stem && IsNamed(words, word[..stem]))
                (name.Kind, name.Certain) = (EntityKind.Other, true);
        }
    }

    /// <returns>Length of what stands before an ending of peoples, or 0.</returns>
    private static int Stem(ReadOnlySpan<char> word)
    {
        foreach (string ending in (ReadOnlySpan<string>)["ian", "ean", "ese", "ish", "an", "i", "n"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word.Length - ending.Length;
        }

        return 0;
    }

    private static bool IsNamed(HashSet<string> words, ReadOnlySpan<char> stem)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(stem))
            return true;
        Span<char> longer = stackalloc char[64];
        if (stem.Length >= longer.Length)
            return false;
        stem.CopyTo(longer);
        foreach (char last in "aeiyo")
        {
            longer[stem.Length] = last;
            if (lookup.Contains(longer[..(stem.Length + 1)]))
                return true;
        }

        return false;
    }

    /// <summary>The first and last words of all people named in full, or by title.</summary>
    private static HashSet<string> Introduced(string text, ReadOnlySpan<Token> tokens, List<NameMention> names)
    {
        HashSet<string> introduced = new(StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            if (name.Kind != EntityKind.Person || (name.Length == 1 && !name.Certain))
                continue;
            introduced.Add(tokens[name.First].Span.In(text).ToString());
            introduced.Add(tokens[name.End - 1].Span.In(text).ToString());
        }

        return introduced;
    }

    private static bool IsSubject(ReadOnlySpan<Token> tokens, NameMention name)
    {
        for (int i = name.First; i < name.End; i++)
        {
            if (tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Datelines and headlines write in capitals what the text writes plainly.</summary>
    private static string Key(string text, ReadOnlySpan<Token> tokens, NameMention name)
    {
        string words = name.Words(text, tokens);
        return words.Length > 4 && words.AsSpan().IndexOfAnyInRange('a', 'z') < 0 ? Capitalised(words) : words;
    }

    /// <summary>"NORTH VARDA" as "North Varda".</summary>
    internal static string Capitalised(string words) => string.Create(words.Length, words, static (target, source) =>
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = i > 0 && char.IsLetter(source[i - 1]) ? char.ToLowerInvariant(source[i]) : source[i];
    });

    private static int[] Votes(Dictionary<string, int[]> votes, string words)
    {
        if (!votes.TryGetValue(words, out int[]? counts))
            votes.Add(words, counts = new int[4]);
        return counts;
    }
}
