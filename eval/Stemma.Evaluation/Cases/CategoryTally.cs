namespace Stemma.Evaluation.Cases;

/// <summary>What one category of questions came to.</summary>
/// <param name="Found">Questions answered rightly, 0 to <paramref name="Asked"/>.</param>
/// <param name="Asked">Questions put, at least 1.</param>
/// <param name="Misses">One line for each question missed, in the order of the gold.</param>
public sealed record CategoryTally(string Category, int Found, int Asked, IReadOnlyList<string> Misses)
{
    /// <summary>0 to 1.</summary>
    public double Share => (double)Found / Asked;
}
