using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Finds the headline where the carrier gives none, takes it out of the text, and reads a wire's prefixes off it.</summary>
internal sealed partial class Headlines
{
    private const int MaxLength = 200;

    /// <summary>How far a headline or deck may stand from the paragraph that repeats it.</summary>
    private const int Reach = 4;

    public void Apply(ReportDraft draft)
    {
        if (draft.Headline is null)
            Find(draft);
        else
            RemoveCopy(draft, draft.Headline);
        if (draft.Headline is { } headline)
            ReadPrefix(draft, headline);
    }

    /// <summary>Drops a deck that a paragraph near it says again, word for word. Runs after the dateline was taken off that paragraph.</summary>
    public void RemoveRepeatedDeck(ReportDraft draft)
    {
        int[] kept = [.. draft.Kept.Take(Reach + 1)];
        for (int d = 0; d + 1 < kept.Length && d < 2; d++)
        {
            string deck = Words.Key(draft.Lines[kept[d]]!);
            for (int p = d + 1; p < kept.Length && deck.Length >= 20; p++)
            {
                string paragraph = Words.Key(draft.Lines[kept[p]]!);
                if (!paragraph.StartsWith(deck, StringComparison.Ordinal))
                    continue;
                draft.Remove(kept[d]);
                return;
            }
        }
    }

    /// <summary>The first line that stands above running text and is not a sentence.</summary>
    private static void Find(ReportDraft draft)
    {
        int[] kept = [.. draft.Kept.Take(3)];
        if (kept.Length < 2)
            return;
        string first = draft.Lines[kept[0]]!;
        bool headline = first.Length is >= 8 and <= MaxLength && Words.Count(first) is >= 2 and <= 30
            && (!first.EndsWith('.') || IsTitled(first)) && !first.EndsWith(':') && first[0] is not ('-' or '•' or '(') && !first.StartsWith("Q:", StringComparison.Ordinal)
            && kept.Skip(1).Any(k => Words.EndsSentence(draft.Lines[k]!) && draft.Lines[k]!.Length > Math.Min(first.Length, 60));
        if (!headline)
            return;
        draft.Headline = first.TrimEnd(';');
        draft.Remove(kept[0]);
    }

    /// <summary>Nearly every long word in it has a capital, as in the headlines of American papers; some sites close them with a full stop.</summary>
    private static bool IsTitled(string line)
    {
        string[] words = [.. line.Split(' ').Where(w => w.Count(char.IsLetter) >= 4)];
        return words.Length >= 4 && words.Count(w => char.IsUpper(w.First(char.IsLetter))) * 10 >= words.Length * 9;
    }

    private static void RemoveCopy(ReportDraft draft, string headline)
    {
        string key = Words.Key(headline);
        foreach (int i in draft.Kept.Take(Reach))
        {
            string line = draft.Lines[i]!;
            if (line.Length <= MaxLength && key.Length > 0 && Words.Key(line) == key)
            {
                draft.Remove(i);
                return;
            }
        }
    }

    /// <summary>"UPDATE 3-Toll rises": the slug goes, what it says of the text stays as a note where no other note says it.</summary>
    private static void ReadPrefix(ReportDraft draft, string headline)
    {
        if (Slug().Match(headline) is not { Success: true } slug || slug.Length >= headline.Length - 5)
            return;
        draft.Headline = headline[slug.Length..].Trim();
        EditorNoteKind? kind = slug.Value switch
        {
            _ when Withdrawn().IsMatch(slug.Value) => EditorNoteKind.Retraction,
            _ when slug.Value.Contains("CORRECT", StringComparison.Ordinal) => EditorNoteKind.Correction,
            _ => null,
        };
        if (kind is { } of && !draft.Notes.Exists(n => n.Kind == of))
            draft.AddNote(of, headline);
        draft.IsAdvisory |= kind == EditorNoteKind.Retraction;
    }

    [GeneratedRegex(@"^(?:(?:UPDATE|WRAPUP|RPT|REPEAT|REFILE|CORRECTED|CORRECTION|CORRECT|EXCLUSIVE|BREAKING|URGENT|ALERT|FLASH|BRIEF|FACTBOX|TIMELINE|ANALYSIS|INSIGHT|FEATURE|KILL|KILLED|WITHDRAWN|WITHDRAWAL|ADVISORY|RECAST|CLARIFICATION|OFFICIAL|INTERVIEW|POLL|MANDATORY KILL|LEAD|DEVELOPING)(?: ?\d{1,2})?(?:\s*-\s*|\s*[–—:]\s*|(?<=\d)\s+)){1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex(@"KILL|WITHDRAW", RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawn();
}
