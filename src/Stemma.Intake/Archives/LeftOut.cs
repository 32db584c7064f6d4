using System.Globalization;

namespace Stemma.Intake.Archives;

/// <summary>Counts the records of an archive that are no reports, so that one line can tell of them all.</summary>
internal sealed class LeftOut
{
    /// <summary>Most kinds that are told apart; the rest is "others".</summary>
    private const int MaxKinds = 40;

    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string kind)
    {
        kind = counts.ContainsKey(kind) || counts.Count < MaxKinds ? kind : "others";
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
    }

    /// <summary>"left out: 12 × request, 3 × image/png"; null where nothing was.</summary>
    public string? Text() =>
        counts.Count == 0 ? null : "left out: " + string.Join(", ", counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} × {c.Key}")));
}
