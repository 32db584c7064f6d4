namespace Stemma.Times;

/// <summary>One way to read the words from <paramref name="Start"/> to <paramref name="End"/> (word indices, end exclusive) as a time.</summary>
internal sealed record Reading(int Start, int End, TimeType Type, TimeForm Form)
{
    public TimePart Part { get; init; }

    public string? DayPart { get; init; }

    public string? Clock { get; init; }

    /// <summary>A tense that the words themselves give ("last", "ago"), stronger than the verb's.</summary>
    public TimeTense? Tense { get; init; }
}
