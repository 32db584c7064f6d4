using System.Collections.Immutable;

namespace Stemma.Intake.Conllu;

/// <summary>A CoNLL-U file: its sentences and tokens, all other columns left aside.</summary>
/// <param name="Input">The path it was read from, as given.</param>
public sealed record ConlluDocument(string Input, ImmutableArray<ConlluSentence> Sentences);

/// <summary>One sentence.</summary>
/// <param name="Comments">Its lines that begin with <c>#</c>, as they stand.</param>
/// <param name="Rows">In file order: words, and also ranges (<c>3-4</c>) and empty nodes (<c>5.1</c>).</param>
public sealed record ConlluSentence(ImmutableArray<string> Comments, ImmutableArray<ConlluRow> Rows)
{
    /// <summary>The syntactic words: rows whose id is a plain number.</summary>
    public IEnumerable<ConlluRow> Words => Rows.Where(r => r.IsWord);
}

/// <summary>One row of a sentence.</summary>
/// <param name="Id">The first column: <c>3</c>, <c>3-4</c> or <c>5.1</c>.</param>
/// <param name="Form">The second column.</param>
/// <param name="SpaceAfter">False where MISC says <c>SpaceAfter=No</c>.</param>
public sealed record ConlluRow(string Id, string Form, bool SpaceAfter)
{
    public bool IsWord => Id.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether it stands for several words written as one, such as <c>don't</c>.</summary>
    public bool IsRange => Id.Contains('-', StringComparison.Ordinal);
}
