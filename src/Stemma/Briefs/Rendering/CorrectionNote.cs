using System.Collections.Immutable;
using System.Globalization;
using Stemma.Weighing;

namespace Stemma.Briefs.Rendering;

/// <summary>That people corrected what the engine found, in one line: whoever reads a brief has to know whose findings it tells.</summary>
internal static class CorrectionNote
{
    /// <returns>Null where nobody corrected anything.</returns>
    public static string? Of(Story story)
    {
        if (story.Corrections is not { IsEmpty: false } corrections)
            return null;
        ImmutableArray<string> who = [.. corrections.Select(c => PlainText.OneLine(c.Who)).Distinct(StringComparer.Ordinal)];
        string names = who.Length <= 3 ? string.Join(", ", who) : string.Join(", ", who.Take(3)) + string.Create(CultureInfo.InvariantCulture, $" and {who.Length - 3} more");
        return $"{Sourcing.Count(corrections.Length, "correction")} by hand ({names}) {(corrections.Length == 1 ? "is" : "are")} honoured here; the latest of {Dates.Day(DateOnly.FromDateTime(corrections.Max(c => c.When).UtcDateTime))}.";
    }
}
