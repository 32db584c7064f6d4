using Stemma.Language.Coreference;

namespace Stemma.Language;

/// <summary>Settles what the names, nouns and pronouns of a text mean, or leaves it open.</summary>
/// <remarks>
/// Names are as <see cref="EntityMention.Name"/> joins them. A noun is joined where an apposition tells ("the captain, Jan Holm") or where "the captain"
/// follows a captain. For a pronoun a trained ranker weighs those of the sentences before that agree with it and that grammar allows, and answers only where
/// one has a large enough share; <c>MODEL.md</c> says what it was trained on. Bounded work for each pronoun. Safe to call from many threads at once.
/// </remarks>
public sealed class ReferenceResolver
{
    private readonly ReferenceReader reader = new(new ReferenceLexicon());
    private readonly ReferenceModel model;

    /// <exception cref="InvalidDataException">The model file is missing, damaged or of another version; the message names it and the remedy.</exception>
    public ReferenceResolver()
        : this(ReferenceModel.Load())
    {
    }

    internal ReferenceResolver(ReferenceModel model) => this.model = model;

    public StageId Id { get; } = new("references", 1);

    public References Resolve(LinguisticText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new References(reader.Read(text, model, guide: null));
    }
}
