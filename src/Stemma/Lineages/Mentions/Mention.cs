namespace Stemma.Lineages;

/// <summary>A place where a report names an outlet, agency or body as where something comes from.</summary>
/// <param name="Name">Canonical.</param>
/// <param name="At">Index of the first word.</param>
/// <param name="OfItem">Whether an item of it is named ("a Herald report", "has withdrawn its story"), so that a report may mean one of its own.</param>
internal readonly record struct Mention(string Name, int At, bool OfItem);
