using Stemma.Text;

namespace Stemma.Language;

/// <summary>A stretch of a paragraph without white space.</summary>
/// <param name="FirstToken">Index of the paragraph's first token in the list being filled.</param>
internal readonly record struct Chunk(string Text, TextSpan Paragraph, int Start, int End, int FirstToken)
{
    /// <summary>The first character after white space past <paramref name="at"/>, or '\0' at the end of the paragraph.</summary>
    /// <remarks>Looks past at most a few blanks, so that a text of blanks alone cannot make it slow.</remarks>
    public char NextVisible(int at) => SkipBlanks(at) is int next && next < Paragraph.End ? Text[next] : '\0';

    /// <summary>The word after white space past <paramref name="at"/>; empty if there is none.</summary>
    public ReadOnlySpan<char> NextWord(int at)
    {
        int start = SkipBlanks(at);
        int end = start;
        while (end < Paragraph.End && end - start < 24 && Characters.IsWord(Text[end]))
            end++;
        return Text.AsSpan(start, end - start);
    }

    private int SkipBlanks(int at)
    {
        int limit = Math.Min(Paragraph.End, at + 16);
        while (at < limit && Characters.IsBlank(Text[at]))
            at++;
        return at;
    }
}
