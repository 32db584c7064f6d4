using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Language;

/// <summary>Cuts a text into paragraphs: blocks parted by blank lines, and lines, unless they are one hard-wrapped block.</summary>
/// <remarks>
/// A block of lines counts as wrapped when each line but the last is as full as its width allows (the next line's first word
/// would not have fitted), as in wire copy and e-mail. What it misses: ragged wrapping by hand, which then yields a paragraph a line.
/// </remarks>
internal static class ParagraphSplitter
{
    /// <summary>Narrower than this, a filled line says little: headlines and lists would pass for prose.</summary>
    private const int NarrowestWrap = 45;

    private const int WidestWrap = 110;

    /// <returns>In text order, trimmed of white space, none empty.</returns>
    public static ImmutableArray<TextSpan> Split(string text)
    {
        ImmutableArray<TextSpan>.Builder paragraphs = ImmutableArray.CreateBuilder<TextSpan>();
        List<TextSpan> block = [];
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && !IsLineEnd(text[end]))
                end++;
            TextSpan line = Trim(text, at, end);
            if (line.IsEmpty)
                Close(text, block, paragraphs);
            else
                block.Add(line);
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        Close(text, block, paragraphs);
        return paragraphs.ToImmutable();
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\f' or '\v';

    private static void Close(string text, List<TextSpan> block, ImmutableArray<TextSpan>.Builder paragraphs)
    {
        if (block.Count > 1 && IsWrapped(text, block))
            paragraphs.Add(new TextSpan(block[0].Start, block[^1].End));
        else
            paragraphs.AddRange(block);
        block.Clear();
    }

    private static bool IsWrapped(string text, List<TextSpan> block)
    {
        int width = 0;
        foreach (TextSpan line in block)
            width = Math.Max(width, line.Length);
        if (width is < NarrowestWrap or > WidestWrap)
            return false;
        for (int i = 0; i + 1 < block.Count; i++)
        {
            ReadOnlySpan<char> next = block[i + 1].In(text);
            int firstWord = next.IndexOf(' ') is >= 0 and int blank ? blank : next.Length;
            if (block[i].Length + 1 + firstWord <= width)
                return false;
        }

        // Two lines of which the first is the longer prove nothing: it sets the width itself. A sentence must run on.
        return block.Count > 2 || !IsClosed(text[block[0].End - 1]) && !char.IsUpper(text[block[1].Start]);
    }

    private static bool IsClosed(char c) => c is '.' or '!' or '?' or '"' or '”' or ':' or ';' or ')';

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && Characters.IsBlank(text[start]))
            start++;
        while (end > start && Characters.IsBlank(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
