namespace Stemma.Evaluation;

/// <summary>A measure that <c>stemma eval</c> offers.</summary>
/// <param name="Name">As typed after <c>stemma eval</c>.</param>
/// <param name="Summary">One line for the help text.</param>
public sealed record EvaluationTask(string Name, string Summary);
