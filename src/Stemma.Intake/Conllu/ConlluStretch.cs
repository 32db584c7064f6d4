using System.Collections.Immutable;
using System.Text;
using Stemma.Text;

namespace Stemma.Intake.Conllu;

/// <summary>Sentences of a CoNLL-U file laid out as running text, for an engine that keeps their tokens.</summary>
/// <param name="Text">The words, with a space wherever the file does not deny one; a sentence follows the last on the same line.</param>
/// <param name="Tokens">One for each word, in order.</param>
/// <param name="SentenceEnds">One past the last token of each sentence.</param>
public sealed record ConlluStretch(ImmutableArray<ConlluSentence> Sentences, string Text, ImmutableArray<TextSpan> Tokens, ImmutableArray<int> SentenceEnds)
{
    public static ConlluStretch Of(ImmutableArray<ConlluSentence> sentences)
    {
        StringBuilder text = new();
        ImmutableArray<TextSpan>.Builder tokens = ImmutableArray.CreateBuilder<TextSpan>();
        ImmutableArray<int>.Builder ends = ImmutableArray.CreateBuilder<int>(sentences.Length);
        foreach (ConlluSentence sentence in sentences)
        {
            ConlluRow? range = null;
            int number = 0, rangeEnd = 0;
            foreach (ConlluRow row in sentence.Rows)
            {
                if (row.IsRange)
                    (range, rangeEnd) = (row, row.Covered().Last);
                if (!row.IsWord)
                    continue;
                number++;
                tokens.Add(new TextSpan(text.Length, text.Length + row.Form.Length));
                text.Append(row.Form);

                // The words of a range ("do", "n't") are written as one, and only the range knows what follows the last.
                if (number < rangeEnd)
                    continue;
                if ((range ?? row).SpaceAfter)
                    text.Append(' ');
                range = null;
            }

            ends.Add(tokens.Count);
        }

        return new ConlluStretch(sentences, text.ToString(), tokens.ToImmutable(), ends.ToImmutable());
    }
}
