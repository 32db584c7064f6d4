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

    /// <summary>The numbers of the first and the last word that a row stands for.</summary>
    /// <exception cref="FormatException">It is an empty node, which stands for none.</exception>
    public (int First, int Last) Covered()
    {
        int dash = Id.IndexOf('-', StringComparison.Ordinal);
        return (Number(0, dash < 0 ? Id.Length : dash), Number(dash + 1, Id.Length));
    }

    private int Number(int from, int to) => int.Parse(Id.AsSpan(from, to - from), NumberStyles.None, CultureInfo.InvariantCulture);
}
