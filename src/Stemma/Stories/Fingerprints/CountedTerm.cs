using Stemma.Text;

namespace Stemma.Stories;

/// <summary>A term of one report before it is weighed.</summary>
/// <param name="Id">Hash of the folded term, the same in every process. Two terms that collide count as one; at 64 bits that does not happen in practice.</param>
/// <param name="Text">As it would be shown to a person.</param>
/// <param name="Headline">How often it stands in the headline; then in the lead, then in the rest of the body.</param>
/// <param name="Background">How many of <see cref="BackgroundFrequencies.Texts"/> English texts have it.</param>
/// <param name="IsPhrase">Whether it is of several words.</param>
internal readonly record struct CountedTerm(ulong Id, string Text, int Headline, int Lead, int Body, int Background, TermKind Kind, bool IsPhrase, bool HasStem)
{
    /// <summary>A word that fewer of 10,000 texts have may be one story's own.</summary>
    private const int RareWord = 50;

    /// <summary>Whether it is rare in English, whatever the stream is about.</summary>
    public bool IsRare => Background < RareWord;

    public static CountedTerm Of(TermCounts counts) => new(
        StableHash.Of(counts.Text),
        counts.IsName ? Capitalised(counts.Text) : counts.Text,
        counts.Headline,
        counts.Lead,
        counts.Body,
        counts.Stem.Length == 0 ? 0 : BackgroundFrequencies.Of(counts.Stem),
        counts.IsPlace ? TermKind.Place : counts.IsName ? TermKind.Name : TermKind.Word,
        counts.Text.Contains(' ', StringComparison.Ordinal),
        counts.Stem.Length > 0);

    private static string Capitalised(string name) =>
        string.Join(' ', name.Split(' ').Select(w => w.Length == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
}
