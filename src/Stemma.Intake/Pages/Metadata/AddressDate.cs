using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>The day in an address such as <c>/2031/03/09/bridge-closed</c> or <c>/2031-03-09-bridge</c>; a month alone tells no day.</summary>
internal static partial class AddressDate
{
    public static ReportTime? Of(string? address)
    {
        if (address is null || Day().Match(address) is not { Success: true } day)
            return null;
        string month = day.Groups["m"].Value;
        int number = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out int digits) ? digits
            : 1 + "jan feb mar apr may jun jul aug sep oct nov dec".Split(' ').ToList().IndexOf(month.ToLowerInvariant());
        return number is >= 1 and <= 12 && DateOnly.TryParseExact($"{day.Groups["y"].Value}-{number:00}-{day.Groups["d"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new ReportTime(date) : null;
    }

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)(?<s>[/-]?)(?<m>\d\d|[a-z]{3})\k<s>(?<d>\d\d?)(?=[/_-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
