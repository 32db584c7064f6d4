using System.Collections.Immutable;

namespace Stemma.Text;

/// <summary>The first letters and lengths of a lexicon's words: passes over most words of a text without a look-up.</summary>
internal sealed class WordShapes
{
    private readonly ImmutableArray<ulong> lengths;

    /// <param name="words">Words, case aside; those that do not begin with an ASCII letter or are 64 letters and longer are never passed over.</param>
    public WordShapes(IEnumerable<string> words)
    {
        ulong[] masks = new ulong[27];
        foreach (string word in words)
        {
            if (word.Length is 0 or >= 64)
                masks[26] = ulong.MaxValue;
            else
                masks[Letter(word[0])] |= 1UL << word.Length;
        }

        lengths = [.. masks];
    }

    /// <summary>False only where the lexicon cannot hold the word.</summary>
    public bool MayHold(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < 64 && ((lengths[Letter(word[0])] >> word.Length) & 1) != 0;

    private static int Letter(char c) => (c | 0x20) is >= 'a' and <= 'z' and int letter ? letter - 'a' : 26;
}
