using System.Globalization;

namespace Stemma.Stories;

/// <summary>Says in words why reports were put together or kept apart.</summary>
internal static class GroupingReasons
{
    private const int TermsShown = 6;

    public static string Joins(MemberSet report, OpenStory story, double odds) =>
        string.Create(CultureInfo.InvariantCulture, $"joins {Reports(story)}: {Shared(report, story.Members)} ({Percent(odds)} sure)");

    public static string Starts(OpenStory? nearest, double odds) =>
        nearest is null
            ? "starts a story: like no other"
            : string.Create(CultureInfo.InvariantCulture, $"starts a story: the nearest, {nearest.Id}, is too unlike ({Percent(odds)} sure)");

    public static string Merges(OpenStory from, OpenStory into, double odds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reports(from)} and {Reports(into)} are one story: {Shared(from.Members, into.Members)} ({Percent(odds)} sure)");

    public static string Splits(double odds) =>
        string.Create(CultureInfo.InvariantCulture, $"its two parts share too little to be one story ({Percent(odds)} sure that they are)");

    private static string Shared(MemberSet a, MemberSet b)
    {
        List<string> terms = [.. a.Members
            .SelectMany(m => m.Terms)
            .DistinctBy(t => t.Id)
            .Select(t => (t.Text, Weight: (double)a.Of(t.Id).Weight * b.Of(t.Id).Weight))
            .Where(t => t.Weight > 0)
            .OrderByDescending(t => t.Weight)
            .ThenBy(t => t.Text, StringComparer.Ordinal)
            .Take(TermsShown)
            .Select(t => t.Text)];
        return terms.Count == 0 ? "shares its words" : "shares " + string.Join(", ", terms);
    }

    private static string Reports(OpenStory story) =>
        string.Create(CultureInfo.InvariantCulture, $"{story.Id} of {story.Reports.Count} {(story.Reports.Count == 1 ? "report" : "reports")}");

    private static string Percent(double odds) => (1 / (1 + Math.Exp(-odds))).ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
