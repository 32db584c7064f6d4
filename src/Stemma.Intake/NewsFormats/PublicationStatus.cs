namespace Stemma.Intake.NewsFormats;

/// <summary>What the publisher says may be done with an item (IPTC's scheme <c>pubstatusg2</c>).</summary>
internal enum PublicationStatus
{
    Usable,
    Withheld,
    Cancelled,
}

internal static class PublicationStatuses
{
    /// <param name="value">With or without the scheme's alias: "usable", "stat:canceled"; null: usable, as the standards have it.</param>
    public static PublicationStatus Of(string? value)
    {
        string name = value is null ? "" : value[(value.LastIndexOf(':') + 1)..].Trim().ToLowerInvariant();
        return name switch
        {
            "canceled" or "cancelled" or "killed" => PublicationStatus.Cancelled,
            "withheld" => PublicationStatus.Withheld,
            _ => PublicationStatus.Usable,
        };
    }
}
