namespace Stemma.Language.Coreference;

/// <summary>Personal pronouns, and "who".</summary>
internal static class Pronouns
{
    private const int Longest = 10;

    public static PronounClass ClassOf(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return PronounClass.None;
        Span<char> lower = stackalloc char[Longest];
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "he" or "him" or "his" or "himself" => PronounClass.He,
            "she" or "her" or "hers" or "herself" => PronounClass.She,
            "it" or "its" or "itself" => PronounClass.It,
            "they" or "them" or "'em" or "their" or "theirs" or "themselves" or "themself" => PronounClass.They,
            "i" or "me" or "my" or "mine" or "myself" => PronounClass.I,
            "we" or "us" or "our" or "ours" or "ourselves" => PronounClass.We,
            "you" or "your" or "yours" or "yourself" or "yourselves" => PronounClass.You,
            "who" or "whom" => PronounClass.Who,
            _ => PronounClass.None,
        };
    }
}
