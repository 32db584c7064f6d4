using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Briefs;
using Stemma.Quantities;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Reports;

/// <summary>Amounts in words: a picture has "person" and "[mi_i]" (UCUM's codes) and "P2D" (ISO 8601), so that programs can reckon with them.</summary>
public static partial class QuantityWords
{
    private static readonly FrozenDictionary<string, (string One, string Many)> Units = new Dictionary<string, (string One, string Many)>
    {
        ["person"] = ("person", "people"),
        ["life"] = ("life", "lives"),
        ["s"] = ("second", "seconds"),
        ["min"] = ("minute", "minutes"),
        ["h"] = ("hour", "hours"),
        ["d"] = ("day", "days"),
        ["wk"] = ("week", "weeks"),
        ["fortnight"] = ("fortnight", "fortnights"),
        ["mo"] = ("month", "months"),
        ["a"] = ("year", "years"),
        ["decade"] = ("decade", "decades"),
        ["century"] = ("century", "centuries"),
        ["t"] = ("tonne", "tonnes"),
        ["percentage point"] = ("percentage point", "percentage points"),
        ["basis point"] = ("basis point", "basis points"),
        ["deg"] = ("degree", "degrees"),
        ["Cel"] = ("°C", "°C"),
        ["[degF]"] = ("°F", "°F"),
        ["har"] = ("hectare", "hectares"),
        ["[acr_us]"] = ("acre", "acres"),
        ["By"] = ("byte", "bytes"),
        ["kBy"] = ("kB", "kB"),
        ["MBy"] = ("MB", "MB"),
        ["GBy"] = ("GB", "GB"),
        ["TBy"] = ("TB", "TB"),
        ["PBy"] = ("PB", "PB"),
        ["kW.h"] = ("kWh", "kWh"),
        ["MW.h"] = ("MWh", "MWh"),
        ["GW.h"] = ("GWh", "GWh"),
        ["TW.h"] = ("TWh", "TWh"),
        ["[HP]"] = ("horsepower", "horsepower"),
        ["[car_m]"] = ("carat", "carats"),
        ["[bbl_us]"] = ("barrel", "barrels"),
        ["[ft_i]"] = ("foot", "feet"),
        ["[ft_i]2"] = ("square foot", "square feet"),
        ["[ft_i]3"] = ("cubic foot", "cubic feet"),
        ["[gal_us]"] = ("gallon", "gallons"),
        ["[in_i]"] = ("inch", "inches"),
        ["[in_i]2"] = ("square inch", "square inches"),
        ["[kn_i]"] = ("knot", "knots"),
        ["[lb_av]"] = ("pound", "pounds"),
        ["[oz_av]"] = ("ounce", "ounces"),
        ["[ly]"] = ("light year", "light years"),
        ["[mi_i]"] = ("mile", "miles"),
        ["[mi_us]2"] = ("square mile", "square miles"),
        ["[nmi_i]"] = ("nautical mile", "nautical miles"),
        ["[pt_us]"] = ("pint", "pints"),
        ["[qt_us]"] = ("quart", "quarts"),
        ["[cup_us]"] = ("cup", "cups"),
        ["[tbs_us]"] = ("tablespoon", "tablespoons"),
        ["[tsp_us]"] = ("teaspoon", "teaspoons"),
        ["[yd_i]"] = ("yard", "yards"),
        ["[yd_i]2"] = ("square yard", "square yards"),
        ["m2"] = ("m²", "m²"),
        ["m3"] = ("m³", "m³"),
        ["km2"] = ("km²", "km²"),
        ["km3"] = ("km³", "km³"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>"at least 4 people", "16 people, dead", "3 to 9 cars", "about 90 cm of snow".</returns>
    public static string Of(StoryQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        string how = quantity.Comparator switch
        {
            Comparator.About => "about ",
            Comparator.AtLeast => "at least ",
            Comparator.AtMost => "at most ",
            Comparator.MoreThan => "more than ",
            Comparator.LessThan => "less than ",
            _ => "",
        };
        string amount = how + ((quantity.Low, quantity.High) switch
        {
            ({ } low, { } high) when low != high => $"{Number(low)} to {Number(high)}",
            ({ } low, _) => Number(low),
            (_, { } high) => Number(high),
            _ => "not given in figures",
        });
        bool isOne = quantity is { Low: 1, High: 1 or null };
        string? of = quantity.Of is { Length: > 0 } text ? PlainText.OneLine(text) : null;
        return quantity.Unit is not { } unit ? amount + (of is null ? "" : ", of " + of)
            : unit == "person" ? $"{amount} {Name(unit, isOne)}{(of is null || Names(unit, of) ? "" : ", " + of)}"
            : of is null ? $"{amount} {Name(unit, isOne)}"
            : Names(unit, of) ? $"{amount} {of}"
            : $"{amount} {Name(unit, isOne)} of {of}";
    }

    /// <param name="duration">ISO 8601: "P2D".</param>
    /// <returns>"2 days"; the duration as it is where it has more than one part.</returns>
    public static string Length(string duration)
    {
        Match match = OnePart().Match(duration);
        if (!match.Success)
            return duration;
        string unit = (match.Groups["time"].Success, match.Groups["unit"].Value) switch
        {
            (true, "H") => "hour",
            (true, "M") => "minute",
            (true, _) => "second",
            (_, "Y") => "year",
            (_, "M") => "month",
            (_, "W") => "week",
            _ => "day",
        };
        string count = match.Groups["count"].Value;
        return $"{count} {unit}{(count == "1" ? "" : "s")}";
    }

    /// <summary>Whether what is counted is the unit itself, in other words.</summary>
    private static bool Names(string unit, string of) =>
        of.Equals(unit, StringComparison.OrdinalIgnoreCase) || of.Equals(unit + "s", StringComparison.OrdinalIgnoreCase) || of.Equals(unit + "es", StringComparison.OrdinalIgnoreCase)
        || (unit.EndsWith('y') && of.Equals(unit[..^1] + "ies", StringComparison.OrdinalIgnoreCase))
        || (Units.TryGetValue(unit, out (string One, string Many) words) && of.Equals(words.Many, StringComparison.OrdinalIgnoreCase));

    /// <returns>"mile", "miles an hour", "USD" (ISO 4217, which UCUM puts in brackets); a code that has no words as it is: "cm", "km/h".</returns>
    private static string Name(string unit, bool isOne)
    {
        if (Units.TryGetValue(unit, out (string One, string Many) words))
            return isOne ? words.One : words.Many;
        if (unit is ['[', .. { Length: 3 } money, ']'])
            return money;
        return unit.Split('/') is [var above, var below] && Units.ContainsKey(above) && Units.TryGetValue(below, out words)
            ? $"{Name(above, isOne)} {(words.One[0] is 'a' or 'i' or 'o' || words.One == "hour" ? "an" : "a")} {words.One}" : PlainText.OneLine(unit);
    }

    private static string Number(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^P(?<time>T)?(?<count>\d+(\.\d+)?)(?<unit>[YMWDHS])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnePart();
}
