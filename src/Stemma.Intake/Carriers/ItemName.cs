namespace Stemma.Intake.Carriers;

/// <summary>Names of items that are unique in the world, made of ids that carriers mean to be so.</summary>
internal static class ItemName
{
    /// <param name="id">The carrier's id; an address, URN or tag stands for itself, "17" is somebody's seventeenth.</param>
    /// <param name="within">Whose it is, most telling first: the item's own address, its outlet, the input. At least one is not null.</param>
    /// <returns>Null where there is no id, and no address either.</returns>
    public static string? Of(string kind, string? id, string? url, params ReadOnlySpan<string?> within)
    {
        if (id is not null && id.Contains(':', StringComparison.Ordinal))
            return kind + " " + id;
        if (url is not null)
            return kind + " " + url;
        if (id is null)
            return null;
        foreach (string? scope in within)
        {
            if (scope is not null)
                return kind + " " + scope + " " + id;
        }

        return null;
    }
}
