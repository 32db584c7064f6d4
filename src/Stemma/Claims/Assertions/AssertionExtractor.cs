using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Draws the statements of one report: the content of each attribution, and what is left as the report's own voice.</summary>
/// <remarks>
/// The innermost attribution that covers words is whose they are; an enclosing one states only what it adds. Questions, appeals
/// and fragments without a verb or an amount are no statements.
/// </remarks>
internal sealed class AssertionExtractor
{
    /// <summary>A remainder beside attributed words counts as a statement of its own from this many tokens on.</summary>
    internal const int LeastRemainder = 5;

    /// <summary>In UTF-16 units.</summary>
    private const int LongestManner = 130;

    /// <summary>In UTF-16 units.</summary>
    private const int LongestAct = 250;

    private static readonly FrozenSet<string> Requests = WordList.Set("Requests.en.tsv");
    private static readonly FrozenSet<string> Deeds = WordList.Set("Acts.en.tsv");
    private static readonly FrozenSet<string> Sourcing = WordList.Set("Sourcing.en.tsv");

    /// <summary>Starts of a remainder that tells how a source spoke, not what happened.</summary>
    private static readonly FrozenSet<string> Manner = new[]
    {
        "who", "whom", "whose", "asking", "asked", "speaking", "which", "that", "declining", "requesting", "adding", "in", "on", "at", "during", "told", "as", "when", "after", "before",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>By position; each has a different id.</returns>
    public ImmutableArray<Draft> Extract(int report, DatedReport source)
    {
        Annotation annotation = source.Annotation;
        LinguisticText text = annotation.Language;
        List<(TextSpan Span, ImmutableArray<TextSpan> More, int Attribution)> found = [];
        for (int i = 0; i < annotation.Attributions.Length; i++)
        {
            if (TurnsDown(annotation, annotation.Attributions[i]) is { } act)
                found.Add((act, [], -1));
            else if (Does(annotation, annotation.Attributions[i]) is { } deed)
                found.Add((deed, [], annotation.Attributions[i].Parent ?? -1));
            else
                found.AddRange(Attributed(annotation, i).Select(f => (f.Span, f.More, i)));
        }

        found.AddRange(OwnVoice(annotation).Select(span => (span, ImmutableArray<TextSpan>.Empty, -1)));

        List<Draft> drafts = [];
        foreach ((TextSpan span, ImmutableArray<TextSpan> more, int attribution) in found.OrderBy(f => f.Span).ThenBy(f => f.Attribution).DistinctBy(f => (f.Span, f.Attribution)))
        {
            foreach (Stretch stretch in Stretches(annotation, span))
            {
                TextSpan trimmed = Trim(text.Text, Loose.WithoutLead(text, Trim(text.Text, stretch.Span)));
                // How a source spoke is no statement about the event; in a longer one it may stand aside.
                bool manner = WordList.AnyIn(Sourcing, trimmed.In(text.Text)) && trimmed.Length < LongestManner;
                if (!trimmed.IsEmpty && !manner && (Tells(text, trimmed) || (attribution >= 0 && annotation.Attributions[attribution].Stance is Stance.Denies)))
                    drafts.Add(Draw(report, source, stretch with { Span = trimmed, More = [.. stretch.More, .. more] }, attribution, drafts.Count));
            }
        }

        // Words that are denied are not also asserted by whoever tells of the denial.
        return [.. drafts.Where(d => d.Denies || d.Stance is Stance.Accuses || !drafts.Exists(o => o.Denies && o.Span == d.Span && o.Chain.Take(d.Chain.Length).SequenceEqual(d.Chain)))];
    }

    /// <summary>"What", "that" or "so" tells nothing by itself; a denial of "it" still means what was said before.</summary>
    private static bool Tells(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        for (int i = first; i < end; i++)
        {
            if (text.Tokens[i].Upos is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num or Upos.Adv or Upos.Intj && text.Tokens[i].Xpos is not ("WRB" or "WP" or "WDT"))
                return true;
        }

        return false;
    }

    private static IEnumerable<Stretch> Stretches(Annotation annotation, TextSpan clause) => VerbSplitter.Split(annotation.Language, clause)
        .SelectMany(v => LotSplitter.Split(annotation.Language, annotation.Quantities, v.Span).Select(l => l with { More = [.. l.More, .. v.More], Reading = [.. v.More, .. l.Reading] }));

    /// <summary>"The court rejected the complaint" is an act and no denial: the whole of it is what the report says itself.</summary>
    private static TextSpan? TurnsDown(Annotation annotation, Attribution attribution)
    {
        if (attribution.Stance is not Stance.Denies || attribution.Content.Length != 1 || attribution.Source.Length != 1 || attribution.Parent is not null)
            return null;
        TextSpan content = attribution.Content[0];
        (int first, int end) = TokenIndex.Tokens(annotation.Language, content);
        if (ClauseSplitter.HasFiniteVerb(annotation.Language, first, end) || !WordList.AnyIn(Requests, content.In(annotation.Language.Text)))
            return null;
        TextSpan whole = attribution.Cue.Aggregate(content.Union(attribution.Source[0]), (a, c) => a.Union(c));
        return whole.Length <= LongestAct ? whole : null;
    }

    /// <summary>"Five members backed the move": an act told by whoever tells it, and no statement of the five.</summary>
    private static TextSpan? Does(Annotation annotation, Attribution attribution)
    {
        if (attribution.Stance is not (Stance.Asserts or Stance.Promises) || attribution.Content.Length != 1 || attribution.Source.Length != 1 || attribution.Cue.Length != 1 || attribution.Content[0].Start < attribution.Cue[0].Start)
            return null;
        LinguisticText text = annotation.Language;
        (int first, int end) = TokenIndex.Tokens(text, attribution.Content[0]);
        (int cue, int cueEnd) = TokenIndex.Tokens(text, attribution.Cue[0]);
        bool acts = false;
        for (int i = cue; i < cueEnd; i++)
            acts |= text.Tokens[i].Upos is Upos.Verb && Deeds.Contains(text.Tokens[i].Lemma.ToLowerInvariant());
        if (!acts || ClauseSplitter.HasFiniteVerb(text, first, end) || annotation.Quotes.Any(q => q.Span.Overlaps(attribution.Content[0])))
            return null;
        TextSpan whole = attribution.Content[0].Union(attribution.Source[0]).Union(attribution.Cue[0]);
        return whole.Length <= LongestAct ? whole : null;
    }

    private static IEnumerable<(TextSpan Span, ImmutableArray<TextSpan> More)> Attributed(Annotation annotation, int index)
    {
        Attribution attribution = annotation.Attributions[index];
        if (DeniedStatement(annotation, attribution) is { } denied)
        {
            yield return (denied, []);
            yield break;
        }

        ImmutableArray<TextSpan> nested = SpanSets.Joined(annotation.Attributions
            .Where((a, i) => i != index && IsWithin(annotation.Attributions, i, index))
            .SelectMany(a => a.Content.Concat(a.Source).Concat(a.Cue)));
        foreach (ImmutableArray<TextSpan> pieces in ContentPieces.Of(annotation, attribution))
        {
            ImmutableArray<TextSpan> parts = [.. pieces.Where((p, i) => i == 0 || !ContentPieces.CountsApart(annotation, p))];
            foreach (TextSpan apart in pieces.Except(parts))
                yield return (apart, []);
            foreach (TextSpan sentence in BySentence(annotation.Language, parts[0]))
            {
                if (nested.Any(n => n.Overlaps(sentence)))
                {
                    foreach (TextSpan rest in SpanSets.Without(sentence, nested).Where(r => IsStatement(annotation, r)))
                        yield return (Loose.WithoutTail(annotation.Language, rest), []);
                }
                else
                {
                    TextSpan[] clauses = [.. ClauseSplitter.Split(annotation.Language, sentence)];
                    for (int i = 0; i < clauses.Length; i++)
                        yield return (clauses[i], i == clauses.Length - 1 && parts.Length > 1 && sentence.End == parts[0].End ? [.. parts.Skip(1)] : []);
                }
            }
        }
    }

    /// <summary>"A accused B of <b>C</b>, something B has denied": what is denied is what A said, not that A said it.</summary>
    private static TextSpan? DeniedStatement(Annotation annotation, Attribution denial)
    {
        if (denial.Stance is not Stance.Denies || denial.Content.Length != 1 || denial.Cue.IsEmpty)
            return null;
        TextSpan content = denial.Content[0];
        Attribution? said = annotation.Attributions.FirstOrDefault(a =>
            a != denial && a.Stance is Stance.Accuses or Stance.Asserts && a.Content.Length == 1 && a.Cue.Length > 0
            && content.Contains(a.Content[0]) && content.Contains(a.Cue[0]) && a.Cue[0].Start < denial.Cue[0].Start);
        return said?.Content[0];
    }

    private static IEnumerable<TextSpan> OwnVoice(Annotation annotation)
    {
        LinguisticText text = annotation.Language;
        ImmutableArray<TextSpan> taken = SpanSets.Joined(annotation.Attributions.SelectMany(a => a.Content.Concat(a.Source).Concat(a.Cue)));
        foreach (Sentence sentence in text.Sentences)
        {
            if (IsQuestionOrAppeal(text, sentence))
                continue;
            TextSpan[] free = [.. SpanSets.Without(sentence.Span, taken)];
            if (free.Length == 1 && free[0] == sentence.Span)
            {
                if (!HasSubstance(annotation, sentence.Span))
                    continue;
                foreach (TextSpan clause in ClauseSplitter.Split(text, sentence.Span))
                    yield return clause;
            }
            else
            {
                foreach (TextSpan rest in free.Where(r => IsStatement(annotation, r)))
                    yield return Loose.WithoutTail(text, rest);
            }
        }
    }

    private static bool HasSubstance(Annotation annotation, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(annotation.Language, span);
        return end - first >= 3
            && (ClauseSplitter.HasFiniteVerb(annotation.Language, first, end)
                || TokenIndex.Inside(annotation.Quantities.Length, i => annotation.Quantities[i].Span, span).Any());
    }

    private static bool IsStatement(Annotation annotation, TextSpan rest)
    {
        TextSpan span = Trim(annotation.Language.Text, rest);
        (int first, int end) = TokenIndex.Tokens(annotation.Language, span);
        return end - first >= LeastRemainder
            && Loose.HasOwnVerb(annotation.Language, first, end)
            && !Manner.Contains(annotation.Language.Tokens[first].Span.In(annotation.Language.Text).ToString());
    }

    private static bool IsQuestionOrAppeal(LinguisticText text, Sentence sentence)
    {
        ReadOnlySpan<char> words = sentence.Span.In(text.Text).TrimEnd("\"'”’) ");
        if (words.EndsWith("?", StringComparison.Ordinal))
            return true;
        return sentence.FirstToken < sentence.EndToken && text.Tokens[sentence.FirstToken] is { Xpos: "VB", Upos: Upos.Verb };
    }

    private static IEnumerable<TextSpan> BySentence(LinguisticText text, TextSpan content)
    {
        bool any = false;
        for (int i = TokenIndex.Sentence(text, content.Start); i < text.Sentences.Length && text.Sentences[i].Span.Start < content.End; i++)
        {
            TextSpan sentence = text.Sentences[i].Span;
            int start = Math.Max(content.Start, sentence.Start);
            int end = Math.Min(content.End, sentence.End);
            if (start >= end)
                continue;
            any = true;
            yield return new TextSpan(start, end);
        }

        if (!any)
            yield return content;
    }

    private static bool IsWithin(ImmutableArray<Attribution> all, int index, int ancestor)
    {
        int steps = 0;
        for (int? at = all[index].Parent; at is { } parent && parent < all.Length && steps++ < all.Length; at = all[parent].Parent)
        {
            if (parent == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>Outermost first.</summary>
    private static ImmutableArray<int> Chain(ImmutableArray<Attribution> all, int index)
    {
        List<int> chain = [];
        for (int? at = index < 0 ? null : index; at is { } i && i >= 0 && i < all.Length && !chain.Contains(i); at = all[i].Parent)
            chain.Add(i);
        chain.Reverse();
        return [.. chain];
    }

    private static Draft Draw(int report, DatedReport source, Stretch words, int attribution, int number)
    {
        Annotation annotation = source.Annotation;
        TextSpan span = words.Span;
        EventMention? head = words.More.Prepend(span).Select(s => HeadEvent(annotation, s)).FirstOrDefault(e => e is not null);
        Attribution? whose = attribution < 0 ? null : annotation.Attributions[attribution];
        int sentence = TokenIndex.Sentence(annotation.Language, span.Start);
        TextSpan around = annotation.Language.Sentences.IsEmpty ? span : annotation.Language.Sentences[sentence].Span;
        ImmutableArray<TextSpan> hedges = whose is null ? [] : [.. whose.Hedges.Where(h => around.Contains(h) || !whose.Content.Any(c => c.Contains(h)))];

        // A content may run on over sentences: a hedge or a "not" in one of them is not the others'.
        bool lowered = whose is { Certainty: not Certainty.Certain } && (hedges.Length > 0 || whose.Hedges.IsEmpty);
        bool whole = whose is not null && whose.Content.Length == 1 && span.Length * 3 >= whose.Content[0].Length * 2;
        ImmutableArray<int> chain = [.. Chain(annotation.Attributions, attribution).Where(i => annotation.Attributions[i] is { Speaker: not null } or { Source.IsEmpty: false })];
        return new Draft
        {
            Report = report,
            Id = StoryIndex.AssertionId(source.Report.Id, number),
            Span = span,
            More = words.More,
            Hidden = words.Hidden,
            Reading = words.Reading.Length > 1 ? words.Reading : [],
            Sentence = sentence,
            Chain = chain,
            Hearsay = attribution >= 0 && chain.IsEmpty,
            Cue = whose is { Cue.IsEmpty: false } && !chain.IsEmpty ? whose.Cue[0] : null,
            Stance = whose?.Stance ?? Stance.Asserts,
            Certainty = whose is null ? head?.Certainty ?? Certainty.Certain : lowered ? whose.Certainty : Certainty.Certain,
            Polarity = whose is not null && whole ? whose.Polarity : Own(annotation.Language, span) ?? head?.Polarity ?? Polarity.Positive,
            Hedges = hedges,
            Times = Inside(annotation.Times.Length, i => annotation.Times[i].Span),
            Quantities = Inside(annotation.Quantities.Length, i => annotation.Quantities[i].Span),
            Quotes = [.. Enumerable.Range(0, annotation.Quotes.Length).Where(i => annotation.Quotes[i].Span.Overlaps(span))],
            IsNotice = WordList.AnyIn(Withdrawals.TextWords, around.In(annotation.Language.Text)),
            Future = head?.Tense is EventTense.Future,
        };

        ImmutableArray<int> Inside(int count, Func<int, TextSpan> spanOf) =>
            [.. words.More.Prepend(span).SelectMany(p => TokenIndex.Inside(count, spanOf, p)).Where(i => !words.Hidden.Any(h => h.Contains(spanOf(i)))).Distinct().Order()];
    }

    /// <summary>What the tree says of the statement's main word; null where it shows none.</summary>
    private static Polarity? Own(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        int main = Negations.MainWord(text, first, end);
        return main < 0 ? null : Negations.Denies(text, main, first) ? Polarity.Negative : Polarity.Positive;
    }

    /// <summary>The first event of the content stands for it: main clauses mostly come first.</summary>
    private static EventMention? HeadEvent(Annotation annotation, TextSpan span)
    {
        foreach (int i in TokenIndex.Inside(annotation.Events.Length, i => annotation.Events[i].Span, span))
            return annotation.Events[i];
        return null;
    }

    /// <summary>Without white space, outer quotation marks, a leading "and" or "that", and a closing comma.</summary>
    internal static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        bool moved = true;
        while (moved && start < end)
        {
            moved = false;
            while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ';' or ':' or '-' or '–' or '—' or '"' or '“' or '”' or '‘' or '’' or ')'))
                (start, moved) = (start + 1, true);
            foreach (string lead in (ReadOnlySpan<string>)["and ", "but ", "that "])
            {
                if (end - start > lead.Length && text.AsSpan(start, lead.Length).Equals(lead, StringComparison.Ordinal))
                    (start, moved) = (start + lead.Length, true);
            }
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '-' or '–' or '—' or '"' or '“' or '”' or '‘' or '('))
            end--;
        return new TextSpan(start, end);
    }
}
