namespace Stemma.Attributions;

/// <summary>What stands behind a cue.</summary>
internal enum ComplementKind
{
    /// <summary>Nothing that it could attribute; content may stand in front.</summary>
    None,

    /// <summary>Content begins at <see cref="Complement.From"/>.</summary>
    Behind,

    /// <summary>The rest of a clause whose subject stands before the source ("a summit officials said was in the works").</summary>
    Gap,
}

/// <param name="CueEnd">One past the cue, with the preposition or carrier that counts to it.</param>
/// <param name="From">Where content begins, for <see cref="ComplementKind.None"/> where the words after all adjuncts begin.</param>
/// <param name="Listeners">Who was told ("told <b>Yonhap</b>"); empty where nobody is named.</param>
internal readonly record struct Complement(ComplementKind Kind, int CueEnd, int From, TokenRange Listeners);
