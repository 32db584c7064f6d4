namespace Stemma.Quantities;

/// <summary>Whether an amount is all there is or only what came on top.</summary>
public enum QuantityScope
{
    /// <summary>The words do not say; news then means all.</summary>
    Unstated,

    /// <summary>"a total of 15", "15 in all", "15 so far", "the toll rose to 15".</summary>
    Total,

    /// <summary>"another 15", "15 more", "15 new cases", "an additional 15".</summary>
    Additional,
}
