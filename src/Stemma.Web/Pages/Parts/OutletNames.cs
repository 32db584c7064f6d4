using Stemma.Briefs;
using Stemma.Reports;

namespace Stemma.Web.Pages.Parts;

/// <summary>What a report's outlet is called on a page.</summary>
public static class OutletNames
{
    /// <summary>The outlet; without one, the host of the address; without either, words that say so.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!string.IsNullOrWhiteSpace(report.Outlet))
            return PlainText.OneLine(report.Outlet);
        return Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? url) && url.Host.Length > 0 ? url.Host : "unknown outlet";
    }
}
