namespace Stemma.Intake.Files;

/// <summary>One file that the paths of a call lead to.</summary>
/// <param name="Input">Its name as given, or below the folder as given.</param>
/// <param name="Path">Null: standard input, or there is a <paramref name="Problem"/>.</param>
/// <param name="Problem">Why there is nothing to read, or null.</param>
internal sealed record InputFile(string Input, string? Path, string? Problem = null);
