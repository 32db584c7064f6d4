using System.Globalization;

namespace Stemma.Intake.Conllu;

/// <summary>One row of a sentence: CoNLL-U's columns as they stand, without FEATS and DEPS, which nothing here reads.</summary>
/// <param name="Id">The first column: <c>3</c>, <c>3-4</c> or <c>5.1</c>.</param>
/// <param name="Form">The second column; never blank.</param>
/// <param name="Head">The id of the head, <c>0</c> for the root, <c>_</c> where none is given.</param>
/// <param name="Misc">The tenth column: <c>SpaceAfter=No|NER=B-PER</c>, or <c>_</c>.</param>
public sealed record ConlluRow(string Id, string Form, string Lemma, string Upos, string Xpos, string Head, string Deprel, string Misc)
{
    /// <summary>False where MISC says <c>SpaceAfter=No</c>.</summary>
    public bool SpaceAfter => Misc.Length < 3 || !Misc.Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);

    public bool IsWord => Id.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether it stands for several words written as one, such as <c>don't</c>.</summary>
    public bool IsRange => Id.Contains('-', StringComparison.Ordinal);

    /// <summary>The number of the first word that a row stands for; not for empty nodes.</summary>
    public int FirstWord => Number(0, IsRange ? Id.IndexOf('-', StringComparison.Ordinal) : Id.Length);

    /// <summary>The number of the last word that a row stands for; not for empty nodes.</summary>
    public int LastWord => Number(Id.IndexOf('-', StringComparison.Ordinal) + 1, Id.Length);

    private int Number(int from, int to) => int.Parse(Id.AsSpan(from, to - from), NumberStyles.None, CultureInfo.InvariantCulture);
}
