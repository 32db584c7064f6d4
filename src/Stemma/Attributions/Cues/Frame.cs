namespace Stemma.Attributions;

/// <summary>An attribution while it is being put together; ranges are of tokens.</summary>
internal sealed class Frame
{
    public required Window Window { get; init; }

    public required TokenRange Cue { get; init; }

    public required Stance Stance { get; set; }

    public required Certainty Certainty { get; set; }

    public required CueManner Manner { get; init; }

    /// <summary>Dictionary form of the cue's verb or noun; the preposition for "according to".</summary>
    public required string Lemma { get; init; }

    public TokenRange Source { get; set; }

    /// <summary>What a relative pronoun in <see cref="Source"/> stands for.</summary>
    public TokenRange Antecedent { get; set; }

    /// <summary>Whose source this one shares where it has none of its own ("said A and added that B").</summary>
    public Frame? SharesSourceOf { get; set; }

    public List<TokenRange> Content { get; } = [];

    /// <summary>Where content behind the cue begins; -1 where there is none. Its end is settled when all cues of the unit are known.</summary>
    public int After { get; set; } = -1;

    /// <summary>One past content that ends before the source or cue; -1 where there is none.</summary>
    public int BeforeEnd { get; set; } = -1;

    /// <summary>The frame whose content this one's source is the word for ("O reported, citing S, that C").</summary>
    public Frame? Outer { get; set; }

    /// <summary>The frame that this one passes on whole: the medium that was told ("told Yonhap that").</summary>
    public Frame? Carries { get; init; }

    /// <summary>Who was told; empty where nobody is named.</summary>
    public TokenRange Listeners { get; set; }

    /// <summary>A second frame found with this one ("quoted an official <b>as saying</b>").</summary>
    public Frame? Inner { get; set; }

    /// <summary>The source stands in an earlier clause, with other words between it and the cue.</summary>
    public bool IsFarSource { get; set; }

    /// <summary>Content ends here at the latest: a main clause begins; -1 where nothing bounds it but the sentence.</summary>
    public int Limit { get; set; } = -1;

    /// <summary>Content is a single clause inside a larger sentence: it ends at a comma or before another finite verb.</summary>
    public bool IsOneClause { get; set; }

    /// <summary>The cue is a noun ("the claim that").</summary>
    public bool IsNoun { get; init; }

    /// <summary>A noun whose content another frame has taken over; dropped.</summary>
    public bool Absorbed { get; set; }

    /// <summary>"citing Y": linked to the statement it stands behind once that is known.</summary>
    public bool Cites { get; init; }

    public bool Negated { get; init; }

    /// <summary>Content is the words before and behind the cue, without what this source's clause holds ("X, he said, Y").</summary>
    public int Resumes { get; set; } = -1;

    /// <summary>First token of source or cue: where a later clause with a speaker of its own begins.</summary>
    public int Start => Source.IsEmpty || Source.From > Cue.From || IsFarSource ? Cue.From : Source.From;

    public int End => Math.Max(Cue.To, Source.To);

    /// <summary>Carried over from before: neither source nor hearsay here.</summary>
    public bool NeedsSource => Source.IsEmpty && Manner != CueManner.Hearsay;
}
