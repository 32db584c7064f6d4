namespace Stemma.Stories;

/// <summary>One weighted feature of a report, 16 bytes.</summary>
/// <param name="Id">As <see cref="CountedTerm.Id"/>.</param>
/// <param name="Weight">Part of a unit vector, above 0.</param>
internal readonly record struct Term(ulong Id, float Weight, TermTraits Traits)
{
    public bool IsName => (Traits & TermTraits.Name) != 0;

    public bool IsPlace => (Traits & TermTraits.Place) != 0;

    public bool IsInTitle => (Traits & TermTraits.Title) != 0;

    /// <summary>Whether it is a single word, rare in English: if no other story has it, it is this one's own.</summary>
    public bool MayBeOwn => (Traits & TermTraits.MayBeOwn) != 0;
}

/// <summary>What a term is in one report.</summary>
[Flags]
internal enum TermTraits : byte
{
    None = 0,
    Name = 1,

    /// <summary>A name of a place; <see cref="Name"/> is set too.</summary>
    Place = 2,

    /// <summary>Stands in the headline.</summary>
    Title = 4,
    MayBeOwn = 8,
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
