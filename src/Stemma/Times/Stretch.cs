namespace Stemma.Times;

/// <summary>Days from first to last, both included, and how TIMEX3 writes them.</summary>
internal readonly record struct Stretch(DateOnly From, DateOnly To, string Value);
