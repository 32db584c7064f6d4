namespace Stemma.Evaluation.Language;

/// <summary>Counts of one measure. Where every word is asked and answered, as with tags on gold tokens, all three rates are the accuracy.</summary>
/// <param name="Gold">How many the gold has.</param>
/// <param name="Found">How many ours has.</param>
/// <param name="Right">How many of ours the gold has too.</param>
public readonly record struct Score(int Gold, int Found, int Right)
{
    /// <summary>In per cent; 0 where nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : 100.0 * Right / Found;

    /// <summary>In per cent; 0 where nothing was asked.</summary>
    public double Recall => Gold == 0 ? 0 : 100.0 * Right / Gold;

    /// <summary>In per cent.</summary>
    public double F1 => Gold + Found == 0 ? 0 : 200.0 * Right / (Gold + Found);
}
