using System.Collections.Immutable;

namespace Stemma.Intake.Conllu;

/// <summary>A CoNLL-U file.</summary>
/// <param name="Input">The path it was read from, as given.</param>
public sealed record ConlluDocument(string Input, ImmutableArray<ConlluSentence> Sentences)
{
    /// <summary>Sentences read at once where a file does not part its documents.</summary>
    private const int LongestStretch = 500;

    /// <summary>The file in stretches that are read as one report each: its documents, cut where one has more than 500 sentences.</summary>
    public IEnumerable<ConlluStretch> Stretches()
    {
        List<ConlluSentence> stretch = [];
        foreach (ConlluSentence sentence in Sentences)
        {
            if (stretch.Count > 0 && (sentence.StartsDocument || stretch.Count == LongestStretch))
            {
                yield return ConlluStretch.Of([.. stretch]);
                stretch.Clear();
            }

            stretch.Add(sentence);
        }

        if (stretch.Count > 0)
            yield return ConlluStretch.Of([.. stretch]);
    }
}
