using Stemma.Text;

namespace Stemma.Language;

/// <summary>One word or mark of a report, as Universal Dependencies cuts English ("do" + "n't", "Kim" + "'s").</summary>
/// <param name="Span">Where it stands in the body.</param>
/// <param name="Lemma">Dictionary form; names keep their case.</param>
/// <param name="Upos">Universal tag.</param>
/// <param name="Xpos">Penn Treebank tag as in UD English EWT ("VBD", "NNP"); empty where no tagger ran.</param>
/// <param name="Head">Index, in the report's token list, of the syntactic head; -1 for a root or where no parser ran.</param>
/// <param name="Deprel">Universal relation to the head; empty where no parser ran.</param>
/// <param name="SpaceBefore">Whether white space or the start of the text stands before it.</param>
public readonly record struct Token(TextSpan Span, string Lemma, Upos Upos, string Xpos, int Head, string Deprel, bool SpaceBefore);

/// <summary>One sentence: its text and the tokens in it.</summary>
/// <param name="Span">From its first to past its last token.</param>
/// <param name="FirstToken">Index of its first token in the report's list.</param>
/// <param name="EndToken">One past the index of its last.</param>
/// <param name="Paragraph">Index of the paragraph it stands in, from 0.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Paragraph);

/// <summary>Kinds of named things.</summary>
public enum EntityKind
{
    Person,
    Organisation,
    Place,
    Other,
}

/// <summary>A name as it stands at one place of a report.</summary>
/// <param name="Span">The name's own words, without title or role.</param>
/// <param name="Name">Canonical within the report: "Adrienne Watson" also where the text says "Watson".</param>
/// <param name="Role">Title or role joined to this name anywhere in the report ("National Security Council spokeswoman"), or null.</param>
/// <param name="Female">True for a woman, false for a man, null where the text does not tell.</param>
public sealed record EntityMention(TextSpan Span, EntityKind Kind, string Name, string? Role, bool? Female);

/// <summary>What the language engine finds in one report's body.</summary>
/// <remarks>Tokens, sentences, paragraphs and entities are in text order and do not overlap within their list.</remarks>
public sealed record LinguisticText
{
    public required string Text { get; init; }

    public required System.Collections.Immutable.ImmutableArray<Token> Tokens { get; init; }

    public required System.Collections.Immutable.ImmutableArray<Sentence> Sentences { get; init; }

    public required System.Collections.Immutable.ImmutableArray<TextSpan> Paragraphs { get; init; }

    public required System.Collections.Immutable.ImmutableArray<EntityMention> Entities { get; init; }

    /// <summary>The encoder's states, for networks of later stages; null where none will run, or once they have.</summary>
    internal Networks.EncodedText? Encoded { get; init; }
}
