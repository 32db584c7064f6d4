namespace Stemma.Watch;

/// <summary>How far alerts have been delivered to one receiver.</summary>
internal sealed record DeliveryState
{
    /// <summary>Number of the last alert that the receiver has taken.</summary>
    public long Last { get; init; }

    /// <summary>Tries in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Before which the next try may not be; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why nothing is delivered any more; null: it is.</summary>
    public string? Ended { get; init; }
}
