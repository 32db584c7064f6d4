using System.Collections.Immutable;

namespace Stemma.Intake.Conllu;

/// <summary>A CoNLL-U file.</summary>
/// <param name="Input">The path it was read from, as given.</param>
public sealed record ConlluDocument(string Input, ImmutableArray<ConlluSentence> Sentences)
{
    /// <summary>Most sentences of a document that are read at once.</summary>
    private const int LongestStretch = 500;

    /// <summary>
    /// Sentences read at once where a file does not part its documents: about as many as a news report has. What is read together is taken
    /// for one report, whose names are joined; the more that do not belong together, the more are joined wrongly.
    /// </summary>
    private const int StretchOfStrangers = 20;

    /// <summary>The file in stretches that are read as one report each: its documents, or 20 sentences at a time where it does not part them.</summary>
    public IEnumerable<ConlluStretch> Stretches()
    {
        int start = 0, longest = StretchOfStrangers;
        for (int i = 1; i <= Sentences.Length; i++)
        {
            longest = Sentences[i - 1].StartsDocument ? LongestStretch : longest;
            if (i == Sentences.Length || Sentences[i].StartsDocument || i - start == longest)
            {
                yield return ConlluStretch.Of(Sentences[start..i]);
                start = i;
            }
        }
    }
}
