namespace Stemma.Reports;

/// <summary>Takes out menus at the head and foot of a copied page: "News | Sport | Weather", "Privacy · Cookies · Contact us".</summary>
internal static class Menus
{
    private const int MaxLine = 160, MinEntries = 3, MaxEntry = 24, MaxEntryWords = 3;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("|·•»›");

    public static void Apply(ReportDraft draft)
    {
        int order = 0;
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if ((draft.IsTop(i, order++) || draft.IsTail(i)) && IsMenu(line))
                draft.Remove(i);
        }
    }

    private static bool IsMenu(string line)
    {
        if (line.Length > MaxLine || !line.AsSpan().ContainsAny(Marks))
            return false;
        string[] entries = line.Split(['|', '·', '•', '»', '›'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A line with a date or a credit in it says more than a menu does.
        return entries.Length >= MinEntries && entries.All(e => e.Length <= MaxEntry && Words.Count(e) <= MaxEntryWords && !e.Any(char.IsDigit) && !AgencyTable.IsAcronym(e) && e[^1] is not ('.' or '!' or '?'));
    }
}
