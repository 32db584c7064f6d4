using System.Collections.Immutable;

namespace Stemma.Claims;

/// <summary>A word that a statement hangs on, with who does it and whom it befalls.</summary>
/// <param name="Concept">As <see cref="Concepts"/> has it.</param>
/// <param name="IsKnown">Whether the concept is a row of the thesaurus.</param>
/// <param name="Vector">Row of the word vectors.</param>
/// <param name="Agents">Concepts and names, ordinal order.</param>
/// <param name="Patients">The same.</param>
internal sealed record Head(string Concept, bool IsKnown, int Vector, ImmutableArray<string> Agents, ImmutableArray<string> Patients);
