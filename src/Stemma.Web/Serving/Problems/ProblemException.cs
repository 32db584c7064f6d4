namespace Stemma.Web.Serving;

/// <summary>Ends a request with a problem.</summary>
/// <param name="detail">What of this request is wrong, in a sentence that helps; never a text of a report.</param>
internal sealed class ProblemException(Problem problem, string detail) : Exception(detail)
{
    public Problem Problem { get; } = problem;
}
