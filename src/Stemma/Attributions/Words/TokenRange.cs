namespace Stemma.Attributions;

/// <summary>A half-open range of token indexes. Empty where From equals To.</summary>
internal readonly record struct TokenRange(int From, int To)
{
    public static TokenRange None => default;

    public bool IsEmpty => To <= From;

    public int Length => To - From;

    public bool Contains(int token) => token >= From && token < To;

    public bool Contains(TokenRange other) => !other.IsEmpty && other.From >= From && other.To <= To;

    public bool Overlaps(TokenRange other) => From < other.To && other.From < To;
}
