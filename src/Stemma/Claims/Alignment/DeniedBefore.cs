using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>What a denial means that names it by a word alone: "..., something both capitals have denied", "the firm denied the allegations".</summary>
/// <remarks>It is what was said just before by somebody else, an accusation first. Further back than two sentences nothing is guessed.</remarks>
internal static class DeniedBefore
{
    private const int Sentences = 2;

    /// <summary>Tokens of the phrase that names it, at most.</summary>
    private const int Longest = 6;

    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal,
        "something", "this", "that", "it", "these", "those", "which", "claim", "allegation", "accusation", "charge", "report", "assertion", "suggestion", "rumour", "rumor", "statement", "account");

    /// <param name="drafts">Of the whole story.</param>
    /// <returns>The draft whose content is denied, or null.</returns>
    public static Draft? Of(Draft denial, ImmutableArray<Draft> drafts) => drafts
        .Where(d => d.Report == denial.Report && d.TakesStand && !d.Denies && d.Span.End <= denial.Span.Start && denial.Sentence - d.Sentence <= Sentences && d.Content.Words.Length > 1)
        .OrderByDescending(d => d.Sentence == denial.Sentence)
        .ThenByDescending(d => d.Stance is Stance.Accuses)
        .ThenByDescending(d => d.Span)
        .FirstOrDefault();

    /// <summary>Whether the denied content is such a word, so that its other words tell nothing.</summary>
    public static bool IsNamedByAWord(Draft denial, ImmutableArray<DatedReport> reports)
    {
        LinguisticText text = reports[denial.Report].Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, denial.Span);
        int last = first;
        // The apostrophe of "the States' claims" ends nothing.
        while (last < end && last - first < Longest && (text.Tokens[last].Upos is not (Upos.Punct or Upos.Verb or Upos.Adp) || (last > first && text.Tokens[last].Span.In(text.Text) is "'" or "’")))
            last++;
        if (last == first || (last < end && text.Tokens[last].Upos is not Upos.Punct))
            return false;
        return Words.Contains(text.Tokens[last - 1].Lemma.ToLowerInvariant());
    }
}
