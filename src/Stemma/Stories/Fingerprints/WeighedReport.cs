using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>A report that is being placed: its fingerprint, and what has been looked up for it.</summary>
/// <param name="Places">For each term of the fingerprint where it stood when it was weighed; null where nowhere. Valid until a story changes.</param>
/// <param name="Texts">For each term how it is written.</param>
internal sealed record WeighedReport(Fingerprint Fingerprint, ImmutableArray<TermPlaces?> Places, ImmutableArray<string> Texts);
