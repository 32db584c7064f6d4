namespace Stemma.Stories;

/// <summary>One weighted feature of a report.</summary>
/// <param name="Id">Hash of <paramref name="Text"/>, the same in every process. Two terms that collide count as one; at 64 bits that does not happen in practice.</param>
/// <param name="Text">As it would be shown to a person.</param>
/// <param name="Weight">Part of a unit vector, above 0.</param>
/// <param name="IsRare">Whether it is rare in English, whatever the stream is about.</param>
internal readonly record struct Term(ulong Id, string Text, float Weight, TermKind Kind, bool IsRare)
{
    public bool IsName => Kind != TermKind.Word;
}

/// <summary>What a term is, as far as its spelling and place tell.</summary>
internal enum TermKind : byte
{
    /// <summary>A common word or a number.</summary>
    Word,

    /// <summary>A name of a person, body or thing: belongs to few stories.</summary>
    Name,

    /// <summary>A name that follows "in", "from" and the like: all that happens there shares it.</summary>
    Place,
}
