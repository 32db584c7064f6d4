using System.Globalization;

namespace Stemma.Stories;

/// <summary>Says in words why reports were put together or kept apart.</summary>
internal static class GroupingReasons
{
    private const int TermsShown = 6;

    public static string Joins(MemberSet report, OpenStory story, double odds, StoryIndex index) =>
        string.Create(CultureInfo.InvariantCulture, $"joins {Reports(story)}: {Shared(report, story.Members, index)} ({Percent(odds)} sure)");

    public static string Starts(OpenStory? nearest, double odds) =>
        nearest is null
            ? "starts a story: like no other"
            : string.Create(CultureInfo.InvariantCulture, $"starts a story: the nearest, {nearest.Id}, is too unlike ({Percent(odds)} sure)");

    public static string Merges(OpenStory from, OpenStory into, double odds, StoryIndex index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reports(from)} and {Reports(into)} are one story: {Shared(from.Members, into.Members, index)} ({Percent(odds)} sure)");

    public static string Splits(double odds) =>
        string.Create(CultureInfo.InvariantCulture, $"its two parts share too little to be one story ({Percent(odds)} sure that they are)");

    private static string Shared(MemberSet a, MemberSet b, StoryIndex index)
    {
        (double Weight, ulong Id)[] heaviest = new (double, ulong)[TermsShown];
        int shown = 0, i = 0, j = 0;
        while (i < a.Sums.Length && j < b.Sums.Length)
        {
            ulong x = a.Sums[i].Id, y = b.Sums[j].Id;
            if (x == y)
            {
                double weight = (double)a.Sums[i].Weight * b.Sums[j].Weight;
                int at = shown;
                while (at > 0 && heaviest[at - 1].Weight < weight)
                    at--;
                if (at < TermsShown)
                {
                    shown = Math.Min(shown + 1, TermsShown);
                    Array.Copy(heaviest, at, heaviest, at + 1, shown - at - 1);
                    heaviest[at] = (weight, x);
                }
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        string terms = string.Join(", ", heaviest.Take(shown).Select(t => index.TextOf(t.Id)).OfType<string>());
        return terms.Length == 0 ? "shares its words" : "shares " + terms;
    }

    private static string Reports(OpenStory story) =>
        string.Create(CultureInfo.InvariantCulture, $"{story.Id} of {story.Count} {(story.Count == 1 ? "report" : "reports")}");

    /// <summary>Never 0 or 100: the weights are trained, not proved.</summary>
    private static string Percent(double odds) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp((int)Math.Round(100 / (1 + Math.Exp(-odds))), 1, 99)}%");
}
