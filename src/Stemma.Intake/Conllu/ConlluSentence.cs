using System.Collections.Immutable;

namespace Stemma.Intake.Conllu;

/// <summary>One sentence of a CoNLL-U file; it holds at least one word.</summary>
/// <param name="Comments">Its lines that begin with <c>#</c>, as they stand.</param>
/// <param name="Rows">In file order: words, and also ranges (<c>3-4</c>) and empty nodes (<c>5.1</c>).</param>
public sealed record ConlluSentence(ImmutableArray<string> Comments, ImmutableArray<ConlluRow> Rows)
{
    /// <summary>The syntactic words: rows whose id is a plain number.</summary>
    public IEnumerable<ConlluRow> Words => Rows.Where(r => r.IsWord);

    /// <summary>Whether a new document begins with it.</summary>
    public bool StartsDocument => Has("newdoc");

    /// <summary>Whether a new paragraph or document begins with it.</summary>
    public bool StartsParagraph => Has("newpar") || StartsDocument;

    /// <summary>What a comment <c># key = value</c> says; null where there is none.</summary>
    public string? Comment(string key)
    {
        foreach (string comment in Comments)
        {
            int equals = comment.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && comment.AsSpan(1, equals - 1).Trim().SequenceEqual(key))
                return comment[(equals + 1)..].Trim();
        }

        return null;
    }

    // "# newpar" and "# newpar id = x", but not "# newpar_block = x".
    private bool Has(string mark) => Comments.Any(c =>
        c.AsSpan(1).TrimStart() is var rest && rest.StartsWith(mark, StringComparison.Ordinal) && (rest.Length == mark.Length || rest[mark.Length] == ' '));
}
