using System.CommandLine;
using System.Globalization;

namespace Stemma.Cli.Watching;

/// <summary>Durations as they are typed: 90s, 15m, 2h, 1d.</summary>
internal static class Durations
{
    /// <param name="least">The shortest that is taken.</param>
    public static Option<TimeSpan?> Option(string name, string description, TimeSpan least) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (Parse(text) is { } duration && duration >= least)
                return duration;
            result.AddError($"{name} takes a duration such as 90s, 15m, 2h or 1d, at least {(int)least.TotalSeconds}s, not '{text}'.");
            return null;
        },
    };

    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || number > 1e6)
            return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
