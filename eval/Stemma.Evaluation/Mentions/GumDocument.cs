using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Evaluation.Mentions;

/// <summary>A document of GUM with its words, sentences and coreference as gold.</summary>
/// <param name="Id">"GUM_news_iodine": corpus, genre, name.</param>
/// <param name="Text">Words parted as the file says, paragraphs by a blank line.</param>
/// <param name="Tokens">The place of each word in <paramref name="Text"/>.</param>
/// <param name="SentenceEnds">One past the last word of each sentence.</param>
/// <param name="Mentions">By where they begin, the longer first.</param>
internal sealed record GumDocument(
    string Id,
    string Text,
    ImmutableArray<TextSpan> Tokens,
    ImmutableArray<int> SentenceEnds,
    ImmutableArray<GumWord> Words,
    ImmutableArray<GoldMention> Mentions)
{
    public string Genre => Id.Split('_') is [_, { } genre, ..] ? genre : "";

    /// <summary>The word of a mention whose governor stands outside it.</summary>
    public int HeadOf(GoldMention mention)
    {
        for (int i = mention.First; i < mention.End; i++)
        {
            if (Words[i].Governor < mention.First || Words[i].Governor >= mention.End)
                return i;
        }

        return mention.First;
    }
}
