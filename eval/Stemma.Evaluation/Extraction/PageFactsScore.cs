using System.Globalization;

namespace Stemma.Evaluation.Extraction;

/// <summary>Headlines and days of publication: how many pages state one, how many of these were told right.</summary>
public sealed class PageFactsScore
{
    private readonly List<string> misses = [];

    public int Titles { get; private set; }

    /// <summary>The same words in the same order, in capitals or not.</summary>
    public int TitlesRight { get; private set; }

    public int Dates { get; private set; }

    /// <summary>One of the days that the page states: its clock and UTC may differ by one.</summary>
    public int DatesRight { get; private set; }

    /// <summary>A page each, with what was wanted and what was told.</summary>
    public IReadOnlyList<string> Misses => misses;

    public void AddTitle(string page, string? wanted, string? told)
    {
        Titles++;
        if (ShingleScore.Words(wanted?.ToLowerInvariant()).SequenceEqual(ShingleScore.Words(told?.ToLowerInvariant())))
            TitlesRight++;
        else
            misses.Add($"{page} title: wanted \"{wanted}\", told \"{told}\"");
    }

    public void AddDate(string page, IReadOnlyList<string> wanted, DateOnly? told)
    {
        Dates++;
        string? day = told?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (day is not null && wanted.Contains(day))
            DatesRight++;
        else
            misses.Add($"{page} date: wanted {string.Join(" or ", wanted)}, told {day ?? "none"}");
    }
}
