namespace Stemma.Language.Coreference;

/// <summary>Somebody or something that mentions of a text mean, as far as the text has been read.</summary>
internal sealed class Referent
{
    public ReferentKind Kind { get; set; }

    /// <summary>May be a person's name, though it was not taken for one.</summary>
    public bool MayBePerson { get; init; }

    public bool? Female { get; set; }

    public bool Plural { get; set; }

    /// <summary>A mention of its name; null where no mention so far names it.</summary>
    public EntityMention? Name { get; set; }

    /// <summary>How often it has been mentioned so far.</summary>
    public int Count { get; set; }

    /// <summary>Index of its first mention; -1 before that.</summary>
    public int First { get; set; } = -1;

    /// <summary>Its place in the list of candidates for the pronoun that is being read.</summary>
    public int Slot { get; set; }

    /// <summary>Index of the pronoun that <see cref="Slot"/> is of.</summary>
    public int SlotOf { get; set; } = -1;
}
