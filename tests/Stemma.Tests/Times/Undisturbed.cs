namespace Stemma.Tests.Times;

/// <summary>Tests that look at the clock: no other runs beside them.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
