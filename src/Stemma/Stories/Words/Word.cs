using Stemma.Text;

namespace Stemma.Stories;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Lower,
    Capitalised,
    Number,
}

/// <summary>A word as grouping and lineage see it: where it stands, and folded so that spellings of one word fall together.</summary>
/// <param name="Span">Where it stands; a possessive ending belongs to the word.</param>
/// <param name="Folded">Lower case, without accents, possessive ending and thousands separators.</param>
/// <param name="OpensSentence">Whether a capital would be owed to its place and not to a name.</param>
internal readonly record struct Word(TextSpan Span, string Folded, WordShape Shape, bool OpensSentence);
