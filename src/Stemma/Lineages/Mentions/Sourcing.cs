using Stemma.Attributions;
using Stemma.Stories;

namespace Stemma.Lineages;

/// <summary>Whether a report has sources of its own, beside those of the report it may rest on.</summary>
internal static class Sourcing
{
    /// <returns>Part of its attributed statements, 0 to 1, whose source the other report does not name; 0 where it attributes nothing.</returns>
    /// <param name="isOther">Whether a folded word belongs to the other report's outlet, which of course is no source of its own.</param>
    public static double Own(LineageText text, LineageText other, Func<string, bool> isOther)
    {
        HashSet<string> there = new(other.Words.Select(w => WordStem.Of(w.Folded)), StringComparer.Ordinal);
        int own = 0, all = 0;
        foreach (Attribution attribution in text.Dated.Annotation.Attributions)
        {
            if (attribution.Speaker is not { } speaker || attribution.Kind is SourceKind.Outlet or SourceKind.Agency)
                continue;
            List<Word> words = [.. WordScanner.Scan(speaker).Where(w => !BackgroundFrequencies.IsStopWord(w.Folded))];
            if (words.Count == 0 || words.Exists(w => isOther(w.Folded)))
                continue;
            all++;
            if (!words.Exists(w => there.Contains(WordStem.Of(w.Folded))))
                own++;
        }

        return all == 0 ? 0 : (double)own / all;
    }
}
