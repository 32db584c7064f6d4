using Stemma.Language.Tagging;

namespace Stemma.Language.Names;

/// <summary>Makes the name tagger's view of a tagged sentence.</summary>
internal static class NameTokens
{
    public static void Fill(
        ReadOnlySpan<NameCues> cues, ReadOnlySpan<WordForm> forms, ReadOnlySpan<int> tags, Tagger tagger, bool capitals, Span<NameToken> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = new NameToken(forms[i], tags[i], cues[i], 0, NameCues.None, 0, 0, 0);
        NameFeatures.MarkRuns(tokens, tagger, capitals);
    }
}
