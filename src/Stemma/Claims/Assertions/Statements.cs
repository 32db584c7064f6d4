using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Writes a claim as a sentence that stands alone, in the words of its clearest assertion.</summary>
/// <remarks>A leading pronoun becomes the name it stands for where the report resolved it; no other word is added.</remarks>
internal static class Statements
{
    private const int Shortest = 30;
    private const int Longest = 220;

    public static string Write(IReadOnlyList<Draft> drafts, ImmutableArray<DatedReport> reports)
    {
        Draft best = drafts
            .OrderByDescending(d => Clarity(d, reports[d.Report]))
            .ThenBy(d => d.Report).ThenBy(d => d.Span).ThenBy(d => d.Id, StringComparer.Ordinal)
            .First();
        DatedReport source = reports[best.Report];
        ImmutableArray<TextSpan> reading = best.Reading.IsEmpty ? WholeClause.Of(best, source) : best.Reading;
        string words = reading.IsEmpty
            ? Resolved(best.Span, source.Annotation.Language).Trim()
            : string.Join(' ', reading.Select((s, i) => (i == 0 ? Resolved(s, source.Annotation.Language) : s.In(source.Annotation.Language.Text).ToString()).Trim(' ', ',')));
        words = string.Join(' ', words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd(',', ';', ':');
        if (words.Length == 0)
            return words;
        words = WithoutAny(words, source.Annotation.Language, best);
        string sentence = char.ToUpperInvariant(words[0]) + words[1..];
        return sentence[^1] is '.' or '!' or '?' || sentence.EndsWith(".”", StringComparison.Ordinal) || sentence.EndsWith(".\"", StringComparison.Ordinal) ? sentence : sentence + ".";
    }

    /// <summary>A full clause of middling length that names its subject.</summary>
    private static double Clarity(Draft draft, DatedReport source)
    {
        LinguisticText text = source.Annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        double score = draft.Content.People.Length + draft.Content.Places.Length + (0.5 * draft.Content.Names.Length) + draft.Content.Amounts.Length;
        if (first < end && text.Tokens[first].Upos is Upos.Pron)
            score -= 2;
        score -= draft.Reading.IsEmpty ? 0 : 0.75;
        if (!ClauseSplitter.HasFiniteVerb(text, first, end))
            score -= 3;
        if (draft.Span.Length is < Shortest or > Longest)
            score -= 1.5;
        // Reported plainly is clearer than spoken; a statement of fact clearer than a hedged one.
        score -= draft.Quotes.IsEmpty ? 0 : 0.5;
        score -= draft.Hedged ? 0.6 : 0;
        // Figures are looked for in digits.
        double digits = draft.Content.Amounts.Any(a => source.Annotation.Language.Text.AsSpan(a.Mention.NumberSpan.Start, a.Mention.NumberSpan.Length).ContainsAnyInRange('0', '9')) ? 0.6 : 0;
        return Math.Min(score, 4) + digits;
    }

    /// <summary>"He denied that <b>any</b> charge was left": what is denied is that a charge was.</summary>
    private static string WithoutAny(string words, LinguisticText text, Draft draft)
    {
        (int first, int end) = TokenIndex.Tokens(text, draft.Span);
        if (!words.StartsWith("any ", StringComparison.OrdinalIgnoreCase) || first + 1 >= end || words.Length < 6)
            return words;
        bool plural = text.Tokens[text.Tokens[first].Head is var noun && noun > first && noun < end ? noun : first + 1].Xpos is "NNS" or "NNPS";
        return plural ? words[4..] : (words[4] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + words[4..];
    }

    private static string Resolved(TextSpan span, LinguisticText text)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        if (first < end && text.Tokens[first] is { Upos: Upos.Pron } pronoun && pronoun.Span.Start == span.Start)
        {
            foreach (EntityMention entity in text.Entities)
            {
                if (entity.Span == pronoun.Span)
                    return entity.Name + text.Text[pronoun.Span.End..span.End];
            }
        }

        return text.Text[span.Start..span.End];
    }
}
