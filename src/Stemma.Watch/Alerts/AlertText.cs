using System.Text;

namespace Stemma.Watch;

/// <summary>An alert in words.</summary>
public static class AlertText
{
    /// <summary>One line: kind, story, what it is about, was → is, who says so. Control characters of reports do not come through, so that no report moves a terminal's cursor.</summary>
    public static string Line(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        string outlets = string.Join(", ", alert.Evidence.Select(e => e.Outlet ?? "unknown outlet").Distinct(StringComparer.Ordinal));
        string change = alert.Before is { } was ? $"{was} → {alert.After}" : alert.After;
        return Plain($"{alert.Kind.ToString().ToLowerInvariant(),-9}  {alert.Story}  {change}: {alert.Statement ?? alert.Title}{(outlets.Length > 0 ? $" ({outlets})" : "")}");
    }

    /// <summary>What an alert is called in a list: "Status: asserted → disputed: ...".</summary>
    public static string Title(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        string change = alert.Before is { } was ? $"{was} → {alert.After}" : alert.After;
        string what = alert.Kind is AlertKind.Report ? "Reports" : alert.Kind.ToString();
        return Plain($"{what}: {change}: {alert.Statement ?? alert.Title}");
    }

    /// <summary>On one line, without control characters and half characters.</summary>
    public static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029))
                plain.Append(rune.ToString());
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString();
    }
}
