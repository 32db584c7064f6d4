using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out what an editor says about the text: updates, corrections, clarifications, withdrawals.</summary>
internal sealed partial class EditorNotes
{
    private const int MaxLength = 700;

    public void Apply(ReportDraft draft)
    {
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (line.Length > MaxLength)
                continue;
            if (Bracketed().IsMatch(line) || Labelled().IsMatch(line) || Sentence().IsMatch(line) || OwnError().IsMatch(line))
            {
                draft.AddNote(KindOf(line), line.Trim('(', ')', '[', ']', '*', ' '));
                draft.Remove(i);
            }
            else if (Entry().Match(line) is { Success: true } entry)
            {
                // A live page's entry is part of its text as well: what was said before stands there too.
                draft.AddNote(KindOf(line), line[entry.Groups["time"].Length..].Trim());
            }
            else if (Withdrawal().IsMatch(line))
            {
                draft.AddNote(EditorNoteKind.Retraction, line);
                draft.IsAdvisory = true;
            }
        }
    }

    internal static EditorNoteKind KindOf(string text) => text switch
    {
        _ when Retracts().IsMatch(text) => EditorNoteKind.Retraction,
        _ when Clarifies().IsMatch(text) => EditorNoteKind.Clarification,
        _ when Corrects().IsMatch(text) || OwnError().IsMatch(text) => EditorNoteKind.Correction,
        _ => EditorNoteKind.Update,
    };

    [GeneratedRegex(@"^[(\[]\s*(?:Corrects|Corrected|Correcting|Correction|Updates|Updated|Update|Adds|Adding|Recasts|Refiles|Refiled|Rewrites|Clarifies|Clarification|Removes|Removing|Fixes|Repeats|Changes|Deletes|Drops|Inserts|Amends|Restores|Edits|Releads|Writes through|Editor|Eds|This (?:version|story|article|report|item|post|piece|dispatch)|The (?:story|article|headline|lead|date|spelling|name) (?:was|has)|An earlier|A previous|Story|Replaces|Withdraws|Tops with|New throughout)\b[^()]*(?:\([^()]*\)[^()]*)*[)\]]\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\*{0,2}\s*(?:Correction|Corrections|Clarification|Editor[’']?s?[’']? note|Editors[’']? note|Note to (?:readers|editors)|Retraction|Erratum|Amendment)(?: ?\([^)]{0,40}\)| [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s*[:—–-]\s*\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\*{0,2}\s*(?:(?:Note|Update|Updated|Correction)\s*[:—–-]\s*)?(?:This (?:story|article|report|item|post|piece|page|version|headline)(?: of (?:the|this) (?:story|article|report))? (?:has been|was|is being|corrects|replaces|updates|clarifies|removes|adds)\b.{0,60}?(?:updat|correct|amend|clarif|revis|edit|replac|remov|reflect|withdr|retract|chang|to add|to includ)|(?:An|The) earlier version of (?:this|the)|A previous version of (?:this|the)|(?:The|An) original version of (?:this|the)|We (?:have |had )?(?:corrected|updated|amended|clarified) (?:this|the|our)\b)|^\*{0,2}\s*(?:The |Our )?[\p{L} ]{2,40} (?:regrets?|apologi[sz]es? for) (?:the|this|any|our) (?:error|mistake|confusion|inaccuracy)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    /// <summary>"(In the last line of an April 2 report, we said that ...", "This article amends the age ...", "An article on Tuesday misstated ...".</summary>
    [GeneratedRegex(@"^[(\[*]*\s*(?:This (?:story|article|report|item|post|piece|version) (?:corrects|amends|clarifies)\b|In (?:an?|the|its|our|some|two)\b[^.;]{0,70}\b(?:story|stories|article|articles|report|reports|item|dispatch|version|edition)\b[^.;]{0,60}\b(?:we|this (?:agency|newspaper|paper|site|website|service)|the agency|\p{Lu}[\p{L}’' ]{2,40}) (?:wrote|reported|said|stated|gave|misstated|misidentified|misspelled|misspelt|erroneously|incorrectly|wrongly|mistakenly)\b|(?:An|The|Our|Its|A) (?:article|story|report|item|dispatch|headline|caption)s?\b.{0,140}?\b(?:misstated|misidentified|misspelled|misspelt|misattributed|incorrectly|wrongly|erroneously|mistakenly|gave the wrong|gave an incorrect)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnError();

    [GeneratedRegex(@"^(?<time>\[?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\]?[ :–—-]{0,3})(?:Correction|Clarification|Update)\s*[:—–-]\s*\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?:has|have) (?:withdrawn|retracted|killed|pulled) (?:its|the|their|a|an|our) (?:story|article|report|item|dispatch|news alert|alert)\b|\b[Aa] kill is mandatory\b|\bKILL NOTICE\b|^MANDATORY KILL\b|\bplease (?:disregard|kill) (?:the|our) (?:story|item|alert|report)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawal();

    [GeneratedRegex(@"withdr[ae]w|retract|mandatory kill|kill is mandatory", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Retracts();

    [GeneratedRegex(@"clarif", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clarifies();

    [GeneratedRegex(@"correct|erratum|amend|misspel|misstat|wrong|mistake|inaccura|incorrect|in error|fixes|earlier version|previous version|earlier entry", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Corrects();
}
