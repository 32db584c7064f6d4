using Stemma.Text;

namespace Stemma.Evaluation.Distortions;

/// <summary>One true statement, its alteration, and what became of it.</summary>
/// <param name="Unaltered">What became of the same statement in a copy that was left as it is: anything but <see cref="DistortionOutcome.Support"/> shows that the trial could not fail.</param>
internal sealed record DistortionTrial(TrueStatement Statement, Distortion Distortion, DistortionOutcome Outcome, DistortionOutcome Unaltered)
{
    /// <summary>The sentence before and after, for a list of misses.</summary>
    public override string ToString()
    {
        string body = Statement.Annotation.Language.Text;
        TextSpan at = Statement.At;
        string statement = at.In(body).ToString(), altered = Distortion.Apply(body)[at.Start..Math.Max(at.Start, at.End + Distortion.Becomes.Length - Distortion.At.Length)];
        return $"{Distortion.Kind}, {Statement.Bench.Name}: {Flat(statement)} => {Flat(altered)}";
    }

    private static string Flat(string text) => text.ReplaceLineEndings(" ");
}
