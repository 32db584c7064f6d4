using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Single statements that whoever made them has put right or taken back: "In a Monday story, this agency wrote that ...", "the firm withdrew its statement that ...".</summary>
/// <remarks>
/// A newsroom corrects itself by figure, in a note or in a report that is nothing else, or by words that a later report of its own repeats as its error. A body takes its own word back.
/// Nobody takes back another's. Whole reports are <see cref="Withdrawals"/>.
/// </remarks>
internal sealed partial class Retractions(ImmutableArray<DatedReport> reports, StoryContext context, FrozenDictionary<Draft, ImmutableArray<OriginDraft>> origins)
{
    private static readonly FrozenSet<string> TakingBack = FrozenSet.Create(StringComparer.Ordinal, "withdraw", "retract", "recant", "disown");
    private static readonly FrozenSet<string> Utterances = FrozenSet.Create(StringComparer.Ordinal, "statement", "claim", "account", "allegation", "accusation", "assertion", "figure", "report", "remark", "charge", "denial");
    private static readonly FrozenSet<string> Yielding = FrozenSet.Create(StringComparer.Ordinal, "accept", "concede", "acknowledge", "admit", "apologise", "apologize");
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
                if (old.Count == 0)
                    continue;
                HashSet<string> words = [.. Letters().Matches(note).Select(m => m.Value.ToLowerInvariant()).SelectMany(w => new[] { Concepts.Shared.Of(w), Concepts.Shared.Of(w.TrimEnd('s')) })];
                foreach (Draft draft in byFamily[context.Families.Of(by)].Where(d => d.Report < by && d.Content.Words.Any(words.Contains)))
                {
                    if (CorrectedFigures.Of(draft.Span.In(reports[draft.Report].Report.Body).ToString()).Overlaps(old))
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

    /// <summary>"An article on 3 February said that the keeper had died", "the article also gave the number as 41": in a report that corrects, or beside the word for an error.</summary>
    private bool IsOwnError(Draft draft)
    {
        DatedReport source = reports[draft.Report];
        bool corrects = OwnReports.IsCorrection(source.Report.Headline);
        if (draft.Chain.Length > 1)
            return false;
        if (draft.Chain.IsEmpty)
        {
            // Told of itself without a verb of speaking.
            if (!OwnReports.Tells(OwnReports.Unquoted(draft.Span.In(source.Report.Body).ToString()), corrects))
                return false;
        }
        else
        {
            Attribution said = source.Annotation.Attributions[draft.Chain[0]];
            if (said.Source.IsEmpty || source.Annotation.Quotes.Any(q => q.Span.Contains(said.Source[0])) || !OwnReports.IsItself(said.Source[0].In(source.Report.Body).ToString(), corrects))
                return false;
        }

        return corrects || OwnReports.Errs(OwnReports.Unquoted(Around(source, draft.Sentence)));
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
        Token said = text.Tokens[end - 1];
        if (said.Upos is Upos.Noun && Utterances.Contains(said.Lemma.ToLowerInvariant()))
            return said.Head >= 0 && TakingBack.Contains(text.Tokens[said.Head].Lemma.ToLowerInvariant());
        if (text.Tokens[first].Lemma.ToLowerInvariant() is not "have" || !said.Deprel.StartsWith("acl", StringComparison.Ordinal) || said.Head < 0)
            return false;
        // The one of whom "which had denied" is said: what he does in the main clause.
        int whose = said.Head;
        while (text.Tokens[whose].Deprel is "flat" or "compound" or "appos" && text.Tokens[whose].Head >= 0)
            whose = text.Tokens[whose].Head;
        if (!text.Tokens[whose].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
            return false;
        Sentence sentence = text.Sentences[draft.Sentence];
        int main = text.Tokens[whose].Head;
        for (int i = end; i < sentence.EndToken; i++)
        {
            bool does = i == main || (text.Tokens[i].Head == main && text.Tokens[i].Deprel is "ccomp" or "conj" or "xcomp");
            string verb = text.Tokens[i].Lemma.ToLowerInvariant();
            // Who acknowledges something after a denial acknowledges that; after any other word, only if he says that it was wrong.
            if (does && (TakingBack.Contains(verb) || (Yielding.Contains(verb) && (draft.Denies || OwnReports.Errs(text.Text[text.Tokens[i].Span.Start..sentence.Span.End])))))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> NotesOf(Report report)
    {
        foreach (EditorNote note in report.Notes.Where(n => n.Kind is EditorNoteKind.Correction))
            yield return note.Text;
        bool corrects = OwnReports.IsCorrection(report.Headline);
        foreach (string paragraph in report.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (OwnReports.Unquoted(paragraph) is var words && OwnReports.Tells(words, corrects) && (corrects || OwnReports.Errs(words)))
                yield return paragraph;
        }
    }

    private static string Around(DatedReport source, int sentence)
    {
        LinguisticText text = source.Annotation.Language;
        int last = Math.Min(text.Sentences.Length - 1, sentence + 1);
        return text.Text[text.Sentences[sentence].Span.Start..text.Sentences[last].Span.End];
    }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
