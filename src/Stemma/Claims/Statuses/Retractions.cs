using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Single statements that whoever made them has put right or taken back: "In a March 5 story, this agency wrote that ...", "the firm withdrew its statement that ...".</summary>
/// <remarks>
/// A newsroom corrects itself by figure, in a note or in a report that is nothing else, or by words that a later report of its own repeats as its error. A body takes its own word back.
/// Nobody takes back another's. Whole reports are <see cref="Withdrawals"/>.
/// </remarks>
internal sealed partial class Retractions(ImmutableArray<DatedReport> reports, StoryContext context, FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins)
{
    private static readonly FrozenSet<string> TakingBack = FrozenSet.Create(StringComparer.Ordinal, "withdraw", "retract", "recant", "disown");
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal, "statement", "claim", "account", "allegation", "accusation", "assertion", "figure", "report", "remark", "charge", "denial");
    private static readonly FrozenSet<string> Yielding = FrozenSet.Create(StringComparer.Ordinal, "accept", "concede", "acknowledge", "admit", "withdraw", "retract", "apologise", "apologize");
    private static readonly Concepts Concepts = new();

    /// <summary>Marks the drafts that only tell of a statement that is taken back (<see cref="Draft.TakesBack"/>), and finds those that they take back.</summary>
    /// <returns>Each with the index of the report that does so.</returns>
    public FrozenDictionary<Draft, int> Find(ImmutableArray<ImmutableArray<Draft>> groups)
    {
        Dictionary<Draft, int> taken = new(ReferenceEqualityComparer.Instance);
        foreach (Draft draft in groups.SelectMany(g => g))
            draft.TakesBack = IsOwnError(draft) || IsTakenBack(draft);
        foreach (ImmutableArray<Draft> group in groups)
        {
            foreach (Draft notice in group.Where(d => d.TakesBack))
            {
                foreach (Draft draft in group.Where(d => !d.TakesBack && d.Report < notice.Report && IsOfSame(notice, d)))
                    taken.TryAdd(draft, notice.Report);
            }
        }

        ILookup<string, Draft> byFamily = groups.SelectMany(g => g).Where(d => d.TakesStand && !d.TakesBack).ToLookup(d => context.Families.Of(d.Report), StringComparer.Ordinal);
        for (int by = 0; by < reports.Length; by++)
        {
            foreach (string note in NotesOf(reports[by].Report))
            {
                FrozenSet<double> old = CorrectedFigures.Old(note);
                HashSet<string> words = [.. Letters().Matches(note).Select(m => m.Value.ToLowerInvariant()).SelectMany(w => new[] { Concepts.Of(w), Concepts.Of(w.TrimEnd('s')) })];
                foreach (Draft draft in byFamily[context.Families.Of(by)].Where(d => d.Report < by && old.Count > 0))
                {
                    bool same = CorrectedFigures.Of(draft.Span.In(reports[draft.Report].Report.Body)).Overlaps(old) && draft.Content.Words.Any(words.Contains);
                    if (same)
                        taken.TryAdd(draft, by);
                }
            }
        }

        foreach (Draft draft in groups.SelectMany(g => g))
            draft.Retracted = taken.ContainsKey(draft);
        return taken.ToFrozenDictionary();
    }

    /// <summary>A newsroom's own statement is its report's; a body's is whoever reports it.</summary>
    private bool IsOfSame(Draft notice, Draft draft) => IsOwnError(notice)
        ? context.Families.Of(notice.Report) == context.Families.Of(draft.Report)
        : origins[draft].Any(o => origins[notice].Contains(o) || (o.Body is { } body && origins[notice].Any(n => n.Body == body)));

    /// <summary>"An article on 3 February said that a nurse had died", in a report that corrects.</summary>
    private bool IsOwnError(Draft draft)
    {
        DatedReport source = reports[draft.Report];
        // "The article also gave the number as 31; it should have been 13": told of itself without a verb of speaking.
        if (draft.Chain.IsEmpty)
            return OwnWord().IsMatch(draft.Span.In(source.Report.Body).ToString()) && (Corrects(source.Report) || Error().IsMatch(Around(source, draft.Sentence)));
        if (draft.Chain.Length != 1)
            return false;
        Attribution said = source.Annotation.Attributions[draft.Chain[0]];
        if (said.Source.IsEmpty || !Oneself().IsMatch(said.Source[0].In(source.Report.Body).ToString()))
            return false;
        return Corrects(source.Report) || Error().IsMatch(Around(source, draft.Sentence));
    }

    /// <summary>"The firm withdrew its statement that ...", "the firm, which had denied that ..., said it accepted the finding".</summary>
    private bool IsTakenBack(Draft draft)
    {
        if (draft.Chain.IsEmpty || draft.Cue is not { } cue)
            return false;
        LinguisticText text = reports[draft.Report].Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, cue);
        if (first >= end)
            return false;
        int verb = text.Tokens[first].Head;
        if (Words.Contains(text.Tokens[end - 1].Lemma.ToLowerInvariant()) && text.Tokens[end - 1].Upos is Upos.Noun)
            return text.Tokens[end - 1].Head is >= 0 and int governs && TakingBack.Contains(text.Tokens[governs].Lemma.ToLowerInvariant());
        Token said = text.Tokens[end - 1];
        if (text.Tokens[first].Lemma.ToLowerInvariant() is not "have" || !said.Deprel.StartsWith("acl", StringComparison.Ordinal) || said.Head < 0)
            return false;
        // The one of whom "which had denied" is said: what he does in the main clause.
        int whose = said.Head;
        while (text.Tokens[whose].Deprel is "flat" or "compound" or "appos" && text.Tokens[whose].Head >= 0)
            whose = text.Tokens[whose].Head;
        Sentence sentence = text.Sentences[draft.Sentence];
        verb = text.Tokens[whose].Deprel.StartsWith("nsubj", StringComparison.Ordinal) ? text.Tokens[whose].Head : -1;
        for (int i = sentence.FirstToken; verb >= 0 && i < sentence.EndToken; i++)
        {
            bool does = i == verb || (text.Tokens[i].Head == verb && text.Tokens[i].Deprel is "ccomp" or "conj" or "xcomp");
            if (does && i > end && Yielding.Contains(text.Tokens[i].Lemma.ToLowerInvariant()))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> NotesOf(Report report)
    {
        foreach (EditorNote note in report.Notes.Where(n => n.Kind is EditorNoteKind.Correction))
            yield return note.Text;
        bool whole = Corrects(report);
        foreach (string paragraph in report.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if ((whole && Owned().IsMatch(paragraph)) || (Owned().IsMatch(paragraph) && Error().IsMatch(paragraph)))
                yield return paragraph;
        }
    }

    private static bool Corrects(Report report) => report.Headline is { } headline && Heading().IsMatch(headline);

    private static string Around(DatedReport source, int sentence)
    {
        LinguisticText text = source.Annotation.Language;
        int last = Math.Min(text.Sentences.Length - 1, sentence + 1);
        return text.Text[text.Sentences[sentence].Span.Start..text.Sentences[last].Span.End];
    }

    /// <summary>How a newsroom calls itself or its report.</summary>
    [GeneratedRegex(@"^(?:this (?:agency|newspaper|paper|site|website|service|publication|station|programme|program)|we|(?:an?|the|our|this|its) (?:earlier |previous |original |first )?(?:article|story|report|item|dispatch|headline|version|edition|post|piece)\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Oneself();

    [GeneratedRegex(@"^(?:we|(?:an?|the|our|this) (?:earlier |previous |original )?(?:article|story|report|item|headline|post))\b[^.;]{0,40}\b(?:gave|said|wrote|reported|stated|put|misstated|misidentified|called|described)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnWord();

    [GeneratedRegex(@"\b(?:[Ww]e|[Oo]ur|this (?:agency|newspaper|paper|site|website)|(?:[Aa]n?|[Tt]he|[Tt]his) (?:earlier |previous |original )?(?:article|story|report|item|version))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Owned();

    [GeneratedRegex(@"\b(?:misread|misstated|misidentified|misheard|misquoted|mistaken(?:ly)?|in error|wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|we regret|we apologi[sz]e|should have (?:been|said|read))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Error();

    [GeneratedRegex(@"^\W*(?:corrections?|clarifications?|apolog(?:y|ies)|erratum|corrections? and clarifications?|for the record|to our readers|an? (?:apology|correction))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
