using System.Collections.Immutable;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Reports;

/// <summary>What reports are called: the same for the same content wherever it was read from.</summary>
public static class ReportIds
{
    /// <summary><c>r</c> and ten hexadecimal digits over outlet, address, carrier's id, headline and body; never the path.</summary>
    internal static string Of(string? outlet, string? url, string? carrierId, string? headline, string body) =>
        "r" + StableHash.Digest(string.Join('\u001f', outlet, url, carrierId, headline, body), 10);

    /// <summary>The same for all versions of an item whose carrier names it.</summary>
    internal static string OfItem(string item) => "r" + StableHash.Digest("item\u001f" + item, 10);

    /// <summary>Gives reports of one and the same content names of their own: the second gets <c>-2</c>, the third <c>-3</c>.</summary>
    /// <returns>The reports in the same order.</returns>
    public static ImmutableArray<Report> MakeUnique(ImmutableArray<Report> reports)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        ImmutableArray<Report>.Builder unique = ImmutableArray.CreateBuilder<Report>(reports.Length);
        foreach (Report report in reports)
        {
            int count = seen[report.Id] = seen.GetValueOrDefault(report.Id) + 1;
            unique.Add(count == 1 ? report : report with { Id = report.Id + "-" + count.ToString(CultureInfo.InvariantCulture) });
        }

        return unique.MoveToImmutable();
    }
}
