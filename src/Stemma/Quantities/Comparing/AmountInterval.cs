namespace Stemma.Quantities;

/// <summary>The values that a stated amount allows, both ends included; infinite where open.</summary>
public readonly record struct AmountInterval(double Low, double High)
{
    public bool Overlaps(AmountInterval other) => Low <= other.High && other.Low <= High;
}
