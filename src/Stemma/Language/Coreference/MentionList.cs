namespace Stemma.Language.Coreference;

/// <summary>The mentions of one text, in text order, and which of them each token heads.</summary>
internal sealed class MentionList
{
    private readonly int[] byToken;

    public MentionList(TextSyntax syntax, List<Mention> mentions)
    {
        Syntax = syntax;
        All = mentions;
        byToken = new int[syntax.Tokens.Length];
        Array.Fill(byToken, -1);
        for (int m = 0; m < mentions.Count; m++)
            byToken.AsSpan(mentions[m].First, mentions[m].End - mentions[m].First).Fill(m);
    }

    public TextSyntax Syntax { get; }

    public List<Mention> All { get; }

    /// <summary>Index of the mention that a token belongs to, or -1.</summary>
    public int At(int token) => token < 0 ? -1 : byToken[token];
}
