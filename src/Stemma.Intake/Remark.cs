namespace Stemma.Intake;

/// <summary>Something that was left out of an input which was read all the same, in one line: a date that cannot be true, records that are no pages.</summary>
public sealed record Remark(string Input, string Text);
