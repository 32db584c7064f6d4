namespace Stemma.Claims;

/// <summary>The word that names an event at one place ("crashed", "the crash").</summary>
/// <param name="Report">Index of the report in the set that is linked.</param>
/// <param name="Token">Index in the report's list of tokens.</param>
public readonly record struct EventTrigger(int Report, int Token);
