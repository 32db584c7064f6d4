using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Makes a point that stands alone out of a sentence of a report.</summary>
/// <remarks>
/// The words are the report's. What is changed: a word that ties the sentence to the one before goes; a pronoun or a bare surname that
/// names the source becomes the resolved name; a clause that only adds is left off where the sentence is long; where the
/// source stands in an earlier sentence it is added at the end. A pronoun at the head that nothing resolves brings the sentence before it along.
/// </remarks>
internal static class PointComposer
{
    /// <summary>Longest text of a point, in characters: about two lines of a printed page.</summary>
    public const int MaxLength = 300;

    /// <summary>A text and where it stands.</summary>
    public sealed record Composed(string Text, ImmutableArray<ReportSpan> Evidence, double Clarity);

    /// <param name="focus">The assertion the point is about, or null where the whole sentence is.</param>
    /// <param name="maxLength">In characters.</param>
    /// <returns>Null where the sentence cannot stand alone in so few characters.</returns>
    public static Composed? Compose(StorySentence sentence, Assertion? focus, int maxLength = MaxLength)
    {
        if (!SentenceShape.CanStand(sentence))
            return null;

        // Words out of the middle of a quotation, and nobody known to have spoken them: they must not seem to be the report's own.
        bool quoted = SentenceShape.BeginsInQuote(sentence);
        if (quoted && (focus ?? sentence.Assertions.FirstOrDefault()) is not { Attribution.IsEmpty: false })
            return null;

        double clarity = 1;
        List<TextSpan> named = [];
        StorySentence? before = null;
        if (!quoted && LeadingPronoun.Find(sentence) is { } pronoun && NameFor(sentence, pronoun) is null)
        {
            before = Previous(sentence);
            if (before is null || LeadingPronoun.Find(before) is not null || !SentenceShape.CanStand(before))
                return null;
            clarity -= 0.35;
        }

        int room = before is null ? maxLength : maxLength - before.Span.Length - 1;
        string? text = room < 40 ? null : Whole(sentence, focus, room, before is null, named) ?? (before is null ? Content(sentence, focus, room, named) : null);
        if (text is null)
            return null;
        if (before is not null)
        {
            if (Whole(before, null, maxLength - text.Length - 1, alone: true, named) is not { } lead)
                return null;
            text = lead + " " + text;
        }

        if (text.Length > maxLength || SentenceShape.IsBrokenOff(text) || !QuoteMarks.ClosesBrackets(text))
            return null;
        if (SentenceShape.SpeaksAsOutlet(sentence))
        {
            if (sentence.Report.Report.Outlet is not { Length: > 0 } outlet || !sentence.Assertions.All(a => a.Attribution.IsEmpty))
                return null;
            text = $"{PlainText.OneLine(outlet)}: {text}";
            clarity -= 0.3;
        }

        clarity -= SentenceShape.Cost(sentence, text);
        ImmutableArray<ReportSpan> own = before is null ? [sentence.At] : [before.At, sentence.At];
        return new Composed(text, [.. own, .. Namings(sentence, named).Where(n => !own.Contains(n))], clarity);
    }

    /// <summary>The sentence itself, trimmed, with its holder.</summary>
    /// <param name="alone">Whether no sentence before it says whom its pronouns mean.</param>
    private static string? Whole(StorySentence sentence, Assertion? focus, int maxLength, bool alone, List<TextSpan> named)
    {
        SentenceText text = new(sentence.Report.Report.Body, sentence.Span);
        text.DropOpener();
        foreach (Source source in sentence.Assertions.SelectMany(a => a.Attribution))
            NameInPlace(sentence, text, source);

        CapitalLead.Fold(sentence, text);
        Connectives.Drop(sentence, text);
        RelativeDays.Settle(sentence, text);
        string tail = Tail(sentence, focus);
        if (!text.Shorten(maxLength - tail.Length - 1, Shielded(sentence), kept => SentenceTree.IsWhole(sentence, kept)) || !SentenceShape.HoldsRoot(sentence, text.Kept))
            return null;
        if (alone && !PersonPronouns.Settle(sentence, text))
            return null;
        named.AddRange(text.NamedAt);
        return End(text.ToClause(), tail);
    }

    /// <summary>The content alone, with its holder after it; for sentences that are too long whole.</summary>
    private const string Tailing = ", according to ";

    private static string? Content(StorySentence sentence, Assertion? focus, int maxLength, List<TextSpan> named)
    {
        if (focus is null || focus.Stance is not (Stance.Asserts or Stance.Confirms) || !sentence.Span.Contains(focus.At.Span))
            return null;
        // A hedge outside the content ("officials believe ...") would be lost, and with it the "may".
        if (focus.Certainty != Certainty.Certain && !focus.Hedges.Any(h => focus.At.Span.Contains(h.Span)))
            return null;
        if (!SentenceShape.IsClause(sentence, focus.At.Span))
            return null;
        string holder = Holders.Of(focus.Attribution);
        string tail = holder.Length == 0 ? "" : Tailing + holder;
        SentenceText text = new(sentence.Report.Report.Body, focus.At.Span);
        text.DropOpener();
        CapitalLead.Fold(sentence, text);
        Connectives.Drop(sentence, text);
        if (!PersonPronouns.Settle(sentence, text))
            return null;
        named.AddRange(text.NamedAt);
        return text.Shorten(maxLength - tail.Length - 1, focus.Hedges.Select(h => h.Span), kept => SentenceTree.IsWhole(sentence, kept)) && SentenceTree.HasMainVerb(sentence, text.Kept) && text.Kept.Length >= 30 && !SentenceShape.IsPronoun(sentence, focus.At.Span)
            ? End(text.ToClause(), tail)
            : null;
    }

    /// <summary>", according to ..." where the sentence does not itself name whose word it is.</summary>
    private static string Tail(StorySentence sentence, Assertion? focus)
    {
        Assertion? held = focus ?? sentence.Assertions.FirstOrDefault(a => !a.Attribution.IsEmpty);
        if (held is null || held.Attribution.IsEmpty)
            return "";
        bool named = held.Attribution.Any(s => s.At is { } at && sentence.Span.Contains(at.Span))
            || (held.Cue is { } cue && sentence.Span.Contains(cue.Span) && cue.Start > held.At.Start);
        string holder = Holders.Of(held.Attribution);
        return named || holder.Length == 0 ? "" : Tailing + holder;
    }

    private static string End(string clause, string tail)
    {
        // A pronoun that was settled names the holder already.
        if (tail.Length > 0 && clause.Contains(tail[Tailing.Length..], StringComparison.Ordinal))
            tail = "";
        if (tail.Length > 0)
        {
            // `... a life jacket."` + tail: the stop goes, the comma goes inside the quotation mark as newsrooms have it.
            bool quoted = clause.Length > 0 && clause[^1] is '"' or '”';
            string core = quoted ? clause[..^1].TrimEnd('.', ',') : clause.TrimEnd('.', ',');
            return quoted ? $"{core},{clause[^1]}{tail[1..]}." : $"{core}{tail}.";
        }

        string bare = clause.TrimEnd();
        if (bare.Length == 0)
            return bare;
        char last = bare[^1];
        if (last is '"' or '”' or '\'' or '’' or ')')
            return bare.Length > 1 && bare[^2] is '.' or '!' or '?' or '…' ? bare : InsertStop(bare, last);
        return last is '.' or '!' or '?' or '…' ? bare : bare + ".";
    }

    private static string InsertStop(string text, char last) =>
        last is ')' ? text + "." : text[..^1].TrimEnd(',') + "." + last;

    /// <summary>Gives a source its full name where the text has a pronoun, a surname or "the official".</summary>
    private static void NameInPlace(StorySentence sentence, SentenceText text, Source source)
    {
        if (source.At is not { } at || !sentence.Span.Contains(at.Span) || source.Name.Length == 0 || at.Quote == source.Name)
            return;
        string words = at.Quote;
        if (LeadingPronoun.IsPronoun(words))
        {
            bool head = at.Start - sentence.Span.Start < 3;
            // "They" and "it" stand for so many things that a name in their place would often be wrong; in mid-sentence "he" mostly has its
            // name before it. After a quotation ("...," she said) the pronoun is its speaker and nobody else.
            bool afterQuote = at.Start - 2 > sentence.Span.Start && sentence.Report.Report.Body[at.Start - 2] is '"' or '”';
            // "..., it said." at the end: the pronoun is whoever the statement before it belongs to.
            bool last = at.Start - 2 > sentence.Span.Start && sentence.Report.Report.Body[at.Start - 2] == ',' && sentence.Report.Report.Body.AsSpan(at.End, sentence.Span.End - at.End).Trim([' ', '.']) is "said" or "says" or "added"
                && !sentence.Report.Annotation.Language.Entities.Any(e => e.Kind == EntityKind.Person && sentence.Span.Contains(e.Span));
            bool fits = LeadingPronoun.IsSingularPerson(words) ? head || afterQuote || last : (afterQuote || last) && words.Equals("it", StringComparison.OrdinalIgnoreCase);
            if (fits && !source.Anonymous && char.IsUpper(source.Name[0]))
                text.Replace(at.Span, $"[{(head ? SentenceText.Capitalise(Holders.Name(source)) : Holders.Name(source))}]");
            return;
        }

        string name = PlainText.OneLine(source.Name);
        bool surname = !source.Anonymous && name.EndsWith(" " + words, StringComparison.Ordinal) && !words.Contains(' ', StringComparison.Ordinal);
        if (surname && !FollowsName(sentence, at.Span))
            text.Replace(at.Span, name);
        else if (source.Anonymous && words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && name.EndsWith(words[3..], StringComparison.OrdinalIgnoreCase))
            text.Replace(at.Span, words[..4] + name);
    }

    /// <summary>"Ms Lindholm", "Gen. Lindholm", "Ana Lindholm": the surname already has company.</summary>
    private static bool FollowsName(StorySentence sentence, TextSpan span)
    {
        ReadOnlySpan<char> before = sentence.Report.Report.Body.AsSpan(sentence.Span.Start, span.Start - sentence.Span.Start).TrimEnd();
        if (before.IsEmpty)
            return false;
        int start = before.LastIndexOfAny(' ', '\n', '(') + 1;
        return start < before.Length && char.IsUpper(before[start]) && before[^1] is not (',' or '"' or '”');
    }

    private static string? NameFor(StorySentence sentence, TextSpan pronoun) =>
        sentence.Assertions.SelectMany(a => a.Attribution)
            .FirstOrDefault(s => s.At is { } at && at.Span == pronoun && !s.Anonymous && s.Name.Length > 0
                && LeadingPronoun.IsSingularPerson(at.Quote) && char.IsUpper(s.Name[0]) && !LeadingPronoun.IsPronoun(s.Name))?.Name
        ?? (LeadingPronoun.IsSingularPerson(pronoun.In(sentence.Report.Report.Body).ToString()) ? sentence.Pronouns.PersonAt(pronoun)?.Name : null);

    /// <summary>The sentences in which the names stand that were put in place of pronouns: without them the point would rest on nothing for the name.</summary>
    private static IEnumerable<ReportSpan> Namings(StorySentence sentence, List<TextSpan> named) =>
        named.SelectMany(at => sentence.Report.Annotation.Language.Sentences.Where(s => s.Span.Contains(at)).Take(1))
            .Select(s => ReportSpan.Of(sentence.Report.Report.Id, sentence.Report.Report.Body, s.Span))
            .Distinct();

    private static StorySentence? Previous(StorySentence sentence)
    {
        if (sentence.Index == 0)
            return null;
        ImmutableArray<Sentence> all = sentence.Report.Annotation.Language.Sentences;
        return all[sentence.Index - 1].Paragraph == sentence.Sentence.Paragraph
            ? new StorySentence(sentence.Report, sentence.ReportIndex, sentence.Index - 1, [], sentence.Pronouns)
            : null;
    }

    private static IEnumerable<TextSpan> Shielded(StorySentence sentence) =>
        sentence.Report.Annotation.Attributions
            .SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Hedges))
            .Concat(sentence.Assertions.SelectMany(a => a.Hedges).Select(h => h.Span))
            .Where(sentence.Span.Overlaps);
}
