using System.Collections.Immutable;

namespace Stemma.Evaluation.Times;

/// <summary>One text with the time expressions that should be found in it; offsets in UTF-16 units.</summary>
internal sealed record TimesDocument(string Id, string Text, DateOnly? Published, ImmutableArray<TimesDocument.Expected> Times)
{
    /// <param name="Type">As TIMEX3 writes it, case aside.</param>
    /// <param name="Values">The values that count as right: one, unless the gold leaves open which day is meant.</param>
    internal sealed record Expected(int Start, int End, string Type, ImmutableArray<string> Values);
}
