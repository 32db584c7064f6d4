namespace Stemma.Evaluation.Cases;

/// <summary>Counts answers by category while a picture is scored.</summary>
internal sealed class Tally
{
    private readonly List<(string Category, List<string> Misses, int[] Counts)> rows = [];

    public void Add(string category, bool found, string what, string got = "")
    {
        int at = rows.FindIndex(r => r.Category == category);
        if (at < 0)
        {
            at = rows.Count;
            rows.Add((category, [], [0, 0]));
        }

        rows[at].Counts[0] += found ? 1 : 0;
        rows[at].Counts[1]++;
        if (!found)
            rows[at].Misses.Add($"{what}   got: {got}");
    }

    public CaseScore ToScore() => new([.. rows.Select(r => new CategoryTally(r.Category, r.Counts[0], r.Counts[1], r.Misses))]);
}
