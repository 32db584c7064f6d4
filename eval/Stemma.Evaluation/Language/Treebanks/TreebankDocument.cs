using System.Collections.Immutable;
using Stemma.Intake.Conllu;

namespace Stemma.Evaluation.Language;

/// <summary>One document of a treebank.</summary>
/// <param name="Id">Null where the file does not name it.</param>
/// <param name="Stretches">Its sentences, cut where they are too many to be read at once.</param>
internal sealed record TreebankDocument(string? Id, ImmutableArray<ConlluStretch> Stretches)
{
    public string GenreOf(ConlluSentence sentence) => Genres.Of(Id ?? sentence.Comment("sent_id"));

    /// <summary>Whether the file says where no space stands between words.</summary>
    public bool KnowsSpaces => Stretches.Any(s => s.Sentences.Any(t => t.Comment("text") is not null || t.Rows.Any(r => !r.SpaceAfter)));
}
