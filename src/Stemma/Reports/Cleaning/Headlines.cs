using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Finds the headline where the carrier gives none, takes it out of the text, and reads a wire's prefixes off it.</summary>
internal sealed partial class Headlines
{
    private const int MaxLength = 200;

    /// <summary>How far a headline or deck may stand from the paragraph that repeats it.</summary>
    private const int Reach = 4;

    /// <summary>How many lines may stand above running text: the site's name, its motto, the headline, a deck.</summary>
    private const int TopLines = 5;

    /// <summary>A line of fewer words above another title is a site's name or a section.</summary>
    private const int MinWords = 5;

    public void Apply(ReportDraft draft)
    {
        if (draft.Headline is null)
            Find(draft);
        else
            RemoveCopy(draft, draft.Headline);
        if (draft.Headline is { } headline)
            ReadPrefix(draft, headline);
    }

    /// <summary>"Harbour Herald - Bridge closed" and "Bridge closed | Harbour Herald" without the house, once that is known.</summary>
    public static void RemoveOutlet(ReportDraft draft)
    {
        if (draft is not { Headline: { } headline, Outlet: { } outlet } || headline.Length < outlet.Length + 8)
            return;
        foreach (string mark in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — "])
        {
            if (headline.EndsWith(mark + outlet, StringComparison.OrdinalIgnoreCase))
                draft.Headline = headline[..^(mark.Length + outlet.Length)].TrimEnd();
            else if (headline.StartsWith(outlet + mark, StringComparison.OrdinalIgnoreCase))
                draft.Headline = headline[(outlet.Length + mark.Length)..].TrimStart();
        }
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

    /// <summary>The first line above running text that is long enough to say something and is no sentence; a shorter one above it is the site's.</summary>
    private static void Find(ReportDraft draft)
    {
        List<int> titles = [];
        foreach (int i in draft.Kept.Take(TopLines))
        {
            if (!IsTitle(draft.Lines[i]!))
                break;
            titles.Add(i);
        }

        // Without running text below it, a line is no headline but all there is.
        int next = draft.Kept.FirstOrDefault(i => !titles.Contains(i), -1);
        if (titles.Count == 0 || next < 0 || !draft.Kept.Skip(1).Any(i => Words.EndsSentence(draft.Lines[i]!) && draft.Lines[i]!.Length > 60))
            return;
        if (titles is [var only] && Words.Count(draft.Lines[only]!) < MinWords && SiteWords.IsSiteName(draft.Lines[only]!) && Words.IsName(draft.Lines[only]!, MinWords))
        {
            // "Radio Harbour 94.1" above a bulletin's text: whose it is, and no headline.
            draft.Hint(OutletTrust.Masthead, draft.Lines[only]!);
            draft.Remove(only);
            return;
        }

        if (titles.Count > 2 && Words.Count(draft.Lines[titles[0]]!) < MinWords && Words.IsName(draft.Lines[titles[0]]!, MinWords) && Motto().IsMatch(draft.Lines[titles[1]]!))
        {
            draft.Hint(OutletTrust.Appeal, draft.Lines[titles[0]]!);
            titles.GetRange(0, 2).ForEach(draft.Remove);
            titles.RemoveRange(0, 2);
        }

        int headline = titles.FirstOrDefault(i => Words.Count(draft.Lines[i]!) >= MinWords && !IsSite(draft, draft.Lines[i]!), titles[^1]);
        draft.Headline = draft.Lines[headline]!.TrimEnd(';');
        bool document = Document().IsMatch(draft.Headline);
        foreach (int above in titles.TakeWhile(i => i != headline))
        {
            // Above a document's own title stands who issued it.
            draft.Hint(document && Words.IsName(draft.Lines[above]!, 8) ? OutletTrust.Issuer : OutletTrust.Masthead, SiteName(draft.Lines[above]!));
            draft.Remove(above);
        }

        draft.Remove(headline);
    }

    private static bool IsTitle(string line) =>
        line.Length <= MaxLength && Words.Count(line) <= 30 && (!line.EndsWith('.') || IsTitled(line)) && !line.EndsWith(':')
        && line[0] is not ('-' or '•' or '(') && !line.StartsWith("Q:", StringComparison.Ordinal);

    /// <summary>Whether another line of the report names the same house: its contact, copyright or team.</summary>
    private static bool IsSite(ReportDraft draft, string line)
    {
        string name = Words.Key(SiteName(line));
        return draft.OutletHints.Exists(h => Words.Key(h.Name) == name);
    }

    /// <summary>"Harbourwatch - all the news of the port" names the site before its motto.</summary>
    private static string SiteName(string line)
    {
        int motto = line.IndexOf(" - ", StringComparison.Ordinal);
        return motto > 0 ? line[..motto] : line;
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

    /// <summary>"Situation report no. 3: Harbour fire", "Bulletin 12".</summary>
    [GeneratedRegex(@"^(?:Situation [Rr]eport|Sitrep|SITREP|(?:[\p{L}]+ )?[Bb]ulletin|(?:Press |Media |Public )?[Ss]tatement|Press [Rr]elease|News [Rr]elease|Advisory|Circular|Flash [Uu]pdate|(?:Daily |Weekly )?[Uu]pdate|Communiqu[eé])(?: (?:[Nn]o\.?|[Nn]umber|#))? ?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    /// <summary>"Security news and analysis from the coast": what a house says it brings.</summary>
    [GeneratedRegex(@"^(?:[\p{L}’-]+ ){0,3}(?:[Nn]ews|[Vv]iews|[Aa]nalysis|[Rr]eporting|[Jj]ournalism|[Ss]tories|[Cc]ommentary|[Ii]nsights?|[Ii]nvestigations)(?:(?:,| and|, and| &) (?:news|views|analysis|reporting|journalism|stories|commentary|comment|opinion|insights?|investigations))* (?:from|for|on|about|across) [^.!?,:]{3,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Motto();

    [GeneratedRegex(@"KILL|WITHDRAW", RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawn();
}
