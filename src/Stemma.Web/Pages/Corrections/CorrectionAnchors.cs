using System.Globalization;
using Stemma.Store;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>What a correction points at, as a value of a form: a report, a place in one, or a name.</summary>
/// <remarks>The words of a place are read from the store when the form comes back, so that nobody can put words into a report.</remarks>
internal static class CorrectionAnchors
{
    private const string ReportMark = "r ", PlaceMark = "p ", NameMark = "n ";

    public static string Report(string report) => ReportMark + report;

    /// <summary>Whether a value points at a whole report.</summary>
    public static bool IsReport(string? value) => value?.StartsWith(ReportMark, StringComparison.Ordinal) == true;

    /// <summary>From an address of these pages or an id, as a person pastes it: a story goes by its first report's id.</summary>
    public static string ReportOf(string typed)
    {
        string id = Uri.UnescapeDataString(typed.Trim().Split('?', '#')[0].TrimEnd('/').Split('/')[^1]);
        return Report(id.StartsWith("s-", StringComparison.Ordinal) ? id[2..] : id);
    }

    public static string Place(ReportSpan at) => string.Create(CultureInfo.InvariantCulture, $"{PlaceMark}{at.Report} {at.Start} {at.End}");

    public static string Name(string name) => NameMark + name;

    /// <returns>Null where there is no such report or place.</returns>
    public static async Task<CorrectionAnchor?> ReadAsync(string value, IStoryStore store, CancellationToken cancellation)
    {
        if (value.StartsWith(NameMark, StringComparison.Ordinal))
            return value[NameMark.Length..].Trim() is { Length: > 0 } name ? new CorrectionAnchor { Name = name } : null;
        if (value.StartsWith(ReportMark, StringComparison.Ordinal))
            return await store.ReportAsync(value[ReportMark.Length..], cancellation) is { } found ? new CorrectionAnchor { Report = found.Report.Id } : null;
        return value.StartsWith(PlaceMark, StringComparison.Ordinal)
            && value.Split(' ') is [_, var report, var from, var to]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out int end)
            && await store.ReportAsync(report, cancellation) is { } stored
            && start < end && end <= stored.Report.Body.Length
            ? new CorrectionAnchor { Report = report, Start = start, End = end, Quote = stored.Report.Body[start..end] }
            : null;
    }
}
