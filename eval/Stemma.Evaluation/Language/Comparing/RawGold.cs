using System.Text;
using Stemma.Intake.Conllu;

namespace Stemma.Evaluation.Language;

/// <summary>The raw text that sentences of a treebank were cut from, and where their words stand in it.</summary>
/// <param name="Words">All of them, in order; offsets are folded, see <see cref="Folding"/>.</param>
/// <param name="Ends">Folded end of each sentence; it begins where the last one ended.</param>
internal sealed record RawGold(string Text, RawGold.Word[] Words, int[] Ends)
{
    /// <param name="Head">Index of the head in <see cref="Words"/>; -1 for a root or where none is given.</param>
    internal readonly record struct Word(int Start, int End, int Sentence, int Head, ConlluRow Row);

    /// <remarks>
    /// From <c># text</c> where it has the same visible characters as the words, else from the words and <c>SpaceAfter=No</c>. Paragraphs
    /// are parted by a blank line. A word of a range has its own span where the words spell the range ("do", "n't"), as all do in English
    /// treebanks; else each has the whole range's.
    /// </remarks>
    public static RawGold Of(IReadOnlyList<ConlluSentence> sentences)
    {
        StringBuilder text = new();
        List<Word> words = [];
        int[] ends = new int[sentences.Count];
        int at = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            if (s > 0 && sentences[s].StartsParagraph)
                text.Append("\n\n");
            StringBuilder surface = new();
            int first = words.Count;
            at = Lay(sentences[s], s, first, at, surface, words);
            string laid = surface.ToString();
            bool told = sentences[s].Comment("text") is { } comment && Folding.Visible(comment) == Folding.Visible(laid);
            text.Append(told ? sentences[s].Comment("text") + laid[laid.TrimEnd().Length..] : laid);
            ends[s] = at;
        }

        return new RawGold(text.ToString(), [.. words], ends);
    }

    private static int Lay(ConlluSentence sentence, int number, int first, int at, StringBuilder surface, List<Word> words)
    {
        ConlluRow[] rows = [.. sentence.Rows.Where(r => r.IsWord || r.IsRange)];
        for (int r = 0; r < rows.Length; r++)
        {
            ConlluRow token = rows[r];
            (int from, int to) = token.Covered();
            ConlluRow[] parts = token.IsRange ? [.. rows.Skip(r + 1).Take(to - from + 1)] : [token];
            string visible = Folding.Visible(token.Form);
            bool spelled = visible == Folding.Visible(string.Concat(parts.Select(p => p.Form)));
            int start = at;
            foreach (ConlluRow part in parts)
            {
                int end = spelled ? start + Folding.Visible(part.Form).Length : at + visible.Length;
                int head = int.TryParse(part.Head, out int h) && h > 0 ? first + h - 1 : -1;
                words.Add(new Word(start, end, number, head, part));
                start = spelled ? end : start;
            }

            at += visible.Length;
            surface.Append(token.Form).Append(token.SpaceAfter ? " " : "");
            r += token.IsRange ? parts.Length : 0;
        }

        return at;
    }
}
