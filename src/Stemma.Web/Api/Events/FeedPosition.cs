using System.Globalization;
using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>How far somebody has heard of a store: the id of an event, which holds over restarts of the server.</summary>
internal readonly record struct FeedPosition(long Reports, long Corrections, long Alerts)
{
    public static FeedPosition Of(StoreMarks marks) => new(marks.Reports, marks.Corrections, marks.Alerts);

    public static bool TryParse(string? text, out FeedPosition position)
    {
        string[] parts = (text ?? "").Split('.');
        position = default;
        if (parts.Length != 3 || !Number(parts[0], out long reports) || !Number(parts[1], out long corrections) || !Number(parts[2], out long alerts))
            return false;
        position = new FeedPosition(reports, corrections, alerts);
        return true;
    }

    /// <summary>No further than the store itself is: an id of another store, or of one that went back to a backup, must not silence this one.</summary>
    public FeedPosition AtMost(FeedPosition other) => new(Math.Min(Reports, other.Reports), Math.Min(Corrections, other.Corrections), Math.Min(Alerts, other.Alerts));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reports}.{Corrections}.{Alerts}");

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
