using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Text;

namespace Stemma.Reports;

/// <summary>Takes out what a site says around an article: share bars, sign-in, privacy, terms, newsletters, appeals.</summary>
/// <remarks>
/// Told by wording alone, so a new way to beg passes. That is accepted: an article's own words lost cost more than a begging line kept.
/// A line in which somebody is quoted is never furniture.
/// </remarks>
internal sealed partial class Furniture
{
    private const int MaxStartWords = 30, MaxAppealWords = 90, MaxBoilerplate = 500;

    /// <summary>An appeal of more words than this needs three signs of being one.</summary>
    private const int LongAppeal = 45;

    private readonly FrozenSet<string> lines;
    private readonly ImmutableArray<string> starts, legal, strong, weak, bets, boilerplate;

    public Furniture()
    {
        ILookup<string, string> table = Resources.Table("Reports/Furniture.en.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal);
        lines = FrozenSet.ToFrozenSet(table["line"].Select(Bare), StringComparer.Ordinal);
        starts = [.. table["start"]];
        legal = [.. table["legal"]];
        strong = [.. table["strong"]];
        weak = [.. table["weak"]];
        bets = [.. table["bet"]];
        boilerplate = [.. table["boilerplate"]];
    }

    public void Apply(ReportDraft draft)
    {
        bool[] appeals = new bool[draft.Lines.Count];
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            string folded = Words.Fold(line);
            if (IsAppeal(folded))
            {
                appeals[i] = true;
                SiteNames.FromAppeal(draft, line);
                draft.Remove(i);
            }
            else if (IsLabel(folded) || IsStart(folded) || IsLegal(folded) || IsReadingTime(folded) || IsFollow(folded) || IsBetting(folded) || IsBoilerplate(folded) || IsInvitation(folded) || Numbered().IsMatch(folded))
            {
                NoteAdvisory(draft, folded);
                draft.Remove(i);
            }
        }

        // A short line of the same block, between two appeals: "You have read four articles this month."
        for (int i = 1; i + 1 < appeals.Length; i++)
        {
            if (appeals[i - 1] && appeals[i + 1] && draft.Lines[i] is { Length: < 400 } between && !Words.HasSpeech(Words.Fold(between)))
                draft.Remove(i);
        }
    }

    private static void NoteAdvisory(ReportDraft draft, string folded) =>
        draft.IsAdvisory |= folded.StartsWith("attention editors", StringComparison.Ordinal);

    private bool IsLabel(string folded) => folded.Length <= 60 && lines.Contains(Bare(folded));

    private bool IsStart(string folded) =>
        Words.Count(folded) <= MaxStartWords && !Words.HasSpeech(folded) && starts.Any(s => folded.StartsWith(s, StringComparison.Ordinal));

    private bool IsLegal(string folded) =>
        Words.Count(folded) <= MaxAppealWords && !Words.HasSpeech(folded) && legal.Any(p => folded.Contains(p, StringComparison.Ordinal))
        && !IsReported(folded);

    private bool IsAppeal(string folded)
    {
        int words = Words.Count(folded);
        if (words > MaxAppealWords || Words.HasSpeech(folded) || IsReported(folded))
            return false;
        if (strong.Any(p => folded.Contains(p, StringComparison.Ordinal)))
            return true;
        return Addresses(folded) && weak.Count(p => folded.Contains(p, StringComparison.Ordinal)) >= (words > LongAppeal ? 3 : 2);
    }

    /// <summary>"Follow the Herald on social media", "Join 40,000 readers: ..."</summary>
    private static bool IsFollow(string folded) =>
        folded.Length < 120 && ((folded.StartsWith("follow ", StringComparison.Ordinal) && (folded.Contains(" full coverage", StringComparison.Ordinal) || folded.Contains(" on twitter", StringComparison.Ordinal) || folded.Contains(" on facebook", StringComparison.Ordinal)
            || folded.Contains(" on instagram", StringComparison.Ordinal) || folded.Contains(" on social media", StringComparison.Ordinal) || folded.Contains(" on whatsapp", StringComparison.Ordinal) || folded.Contains(" on telegram", StringComparison.Ordinal)
            || folded.Contains(" on bluesky", StringComparison.Ordinal) || folded.Contains(" on mastodon", StringComparison.Ordinal)))
        || (folded.StartsWith("join ", StringComparison.Ordinal) && folded.Contains(" readers", StringComparison.Ordinal) && char.IsAsciiDigit(folded[5])));

    /// <summary>"3 min read", "4 min read Share Save".</summary>
    private static bool IsReadingTime(string folded) =>
        folded.Length < 50 && (char.IsAsciiDigit(folded[0]) || folded.StartsWith("reading", StringComparison.Ordinal) || folded.StartsWith("read time", StringComparison.Ordinal))
        && (folded.Contains("min read", StringComparison.Ordinal) || folded.Contains("minute read", StringComparison.Ordinal) || folded.Contains("minutes read", StringComparison.Ordinal) || folded.Contains("mins read", StringComparison.Ordinal));

    /// <summary>"Stake 5 and win a bonus. 18+. Bet responsibly.": the warning alone, or its small print beside an offer.</summary>
    private bool IsBetting(string folded) =>
        BetWarning().Match(folded) is { Success: true } warning && Words.Count(folded) <= LongAppeal && !Words.HasSpeech(folded) && !IsReported(folded)
        && (warning.Index == 0 ? Words.Count(folded) <= 6 || warning.Length == folded.Length || HasOffer(folded) : HasOffer(folded));

    private bool HasOffer(string folded) => bets.Any(p => folded.Contains(p, StringComparison.Ordinal));

    /// <summary>What lawyers have a company say below its releases. An article on it puts it in somebody's mouth, or in quotation marks.</summary>
    private bool IsBoilerplate(string folded)
    {
        int words = Words.Count(folded);
        if (words > MaxBoilerplate || folded.Contains('"', StringComparison.Ordinal) && Words.HasSpeech(folded))
            return false;
        int signs = boilerplate.Count(p => folded.Contains(p, StringComparison.Ordinal));
        return BoilerplateLabel().IsMatch(folded) || signs >= 2 || (signs == 1 && words <= LongAppeal && !IsReported(folded) && !folded.Contains('"', StringComparison.Ordinal));
    }

    /// <summary>"Seen the flood? Write to news@coast.example": a question to the readers, and where their answer is to go.</summary>
    private static bool IsInvitation(string folded) => folded.Length < 200 && Invitation().IsMatch(folded);

    /// <summary>Whether the site speaks of itself, as one that asks does; an article on giving speaks of others.</summary>
    private static bool Addresses(string folded)
    {
        string padded = " " + folded.Replace(',', ' ').Replace('.', ' ') + " ";
        return padded.Contains(" us ", StringComparison.Ordinal) || padded.Contains(" our ", StringComparison.Ordinal) || padded.Contains(" we ", StringComparison.Ordinal)
            || padded.Contains(" sign up ", StringComparison.Ordinal) || padded.Contains("for everyone who", StringComparison.Ordinal);
    }

    /// <summary>Whether the words are put in somebody's mouth without quotation marks: an article about appeals or terms.</summary>
    private static bool IsReported(string folded) =>
        folded.Contains(" said ", StringComparison.Ordinal) || folded.Contains(" said.", StringComparison.Ordinal) || folded.Contains("according to ", StringComparison.Ordinal)
        || folded.Contains(" told ", StringComparison.Ordinal) || folded.Contains(" announced", StringComparison.Ordinal);

    /// <summary>"Image 3 of 5", "updated at 1:23 p.m."</summary>
    [GeneratedRegex(@"^(?:press|media|news) (?:release|notice|statement|information)[ :#no.]*\d[\d/.-]*$|^(?:image|photo|picture|slide|page) \d+ ?(?:of|/) ?\d+$|^(?:last )?(?:updated|posted|published)(?: at| on|:)? \d{1,2}[:.]\d\d[^a-z]{0,3}(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?:^|[.!?|•·:] ?)(?:please )?(?:gamble|bet|play) responsibly\b[^a-z]*$|(?:^|[.!?|•·:] ?)(?:please )?(?:gamble|bet|play) responsibly[.!|]|\bt&cs? apply|\b(?:begambleaware|gambleaware)\.org\b|\b1-800-gambler\b|\bwhen the fun stops,? stop\b|(?:^|[.!|•·,] ?)(?:over )?18\+(?=[ .!|,]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BetWarning();

    [GeneratedRegex(@"^(?:cautionary|safe harbou?r|forward[- ]looking)(?: (?:note|notice|language|statements?|information|advice|disclosure|cautionary|safe harbou?r|regarding|concerning|on|about|as to|and|forward[- ]looking)){1,8}\s*(?:[:.–—]|-\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BoilerplateLabel();

    [GeneratedRegex(@"^[^.!?""]{3,70}\? (?:please |then )?(?:e-?mail|call|text|whatsapp|write to|contact|send|message|get in touch|let us|tell us|ring|phone|dm)\b[^""]*(?:\bus\b|\bour\b|\bnewsdesk\b|\bnewsroom\b|\b(?:tips?|news|newsdesk|newsroom|editor|editorial|stories|feedback)@)", RegexOptions.CultureInvariant)]
    private static partial Regex Invitation();

    private static string Bare(string text) => text.Length > 0 && text.Any(char.IsLetterOrDigit) ? text.Trim().Trim(".:!?…|>»→*-– ()[]".ToCharArray()) : text.Trim();
}
