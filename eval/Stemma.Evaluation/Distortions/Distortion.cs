using Stemma.Text;

namespace Stemma.Evaluation.Distortions;

/// <summary>One alteration of a report's body.</summary>
/// <param name="At">The words replaced; empty where words are put in.</param>
/// <param name="Becomes">What stands there instead; empty where words are taken out.</param>
internal sealed record Distortion(DistortionKind Kind, TextSpan At, string Becomes)
{
    public string Apply(string body) => string.Concat(body.AsSpan(0, At.Start), Becomes, body.AsSpan(At.End));

    /// <summary>What the assertion that was altered covers in the altered body, at least in part; where nothing stands, what stands around.</summary>
    public TextSpan Place => new(Math.Max(0, At.Start - 1), At.Start + Becomes.Length + 1);
}
