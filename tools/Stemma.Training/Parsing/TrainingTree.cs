using Stemma.Language;
using Stemma.Language.Parsing;

namespace Stemma.Training.Parsing;

/// <summary>A gold tree in the parser's terms: heads are 0-based, and the root's number is the word count.</summary>
internal sealed record TrainingTree(ParserWord[] Words, int[] Heads, string[] Labels)
{
    /// <param name="tags">The tags that the parser sees, one a word.</param>
    public static TrainingTree Of(GoldSentence sentence, IReadOnlyList<(string Xpos, Upos Upos)> tags)
    {
        int n = sentence.Words.Length;
        return new TrainingTree(
            [.. sentence.Words.Select((w, i) => ParserWord.Of(w.Form, tags[i].Xpos, tags[i].Upos))],
            [.. sentence.Words.Select(w => w.Head == 0 ? n : w.Head - 1)],
            [.. sentence.Words.Select(w => w.Deprel)]);
    }

    /// <summary>Crossing arcs are lifted to the nearest ancestor that makes them straight (Nivre and Nilsson 2005, without the labels):
    /// the transition system can draw no others.</summary>
    public TrainingTree Projective()
    {
        int[] heads = [.. Heads];
        while (true)
        {
            int worst = -1, length = int.MaxValue;
            for (int child = 0; child < heads.Length; child++)
            {
                int head = heads[child];
                if (head == heads.Length || Math.Abs(head - child) >= length)
                    continue;
                (int low, int high) = (Math.Min(head, child), Math.Max(head, child));
                for (int between = low + 1; between < high; between++)
                {
                    if (!IsUnder(heads, between, head))
                    {
                        (worst, length) = (child, high - low);
                        break;
                    }
                }
            }

            if (worst < 0)
                return this with { Heads = heads };
            heads[worst] = heads[heads[worst]];
        }
    }

    private static bool IsUnder(int[] heads, int word, int ancestor)
    {
        while (word != heads.Length)
        {
            if (word == ancestor)
                return true;
            word = heads[word];
        }

        return false;
    }
}
