using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Claims;
using Stemma.Language;

namespace Stemma.Evaluation.Coreference;

/// <summary>Reports among which events are linked, read by the engine, with what is to be found.</summary>
/// <param name="Annotations">One a report.</param>
/// <param name="Triggers">One a mention: the word that its marked words hang on.</param>
/// <param name="Events">One a mention: the key.</param>
internal sealed record EcbSet(string Name, ImmutableArray<Annotation> Annotations, ImmutableArray<EventTrigger> Triggers, ImmutableArray<string> Events)
{
    /// <summary>The sets of a split, by topic or by story, in order of first appearance.</summary>
    public static ImmutableArray<EcbSet> Of(IReadOnlyList<(EcbReport Report, Annotation Annotation)> reports, Func<EcbReport, string> by) =>
        [.. reports.GroupBy(r => by(r.Report), StringComparer.Ordinal).Select(g => Of(g.Key, [.. g]))];

    /// <summary>The mention's head word in lower case, which is all that the baseline knows of it.</summary>
    public string LemmaOf(int mention) => Annotations[Triggers[mention].Report].Language.Tokens[Triggers[mention].Token].Lemma.ToLowerInvariant();

    private static EcbSet Of(string name, (EcbReport Report, Annotation Annotation)[] reports) => new(
        name,
        [.. reports.Select(r => r.Annotation)],
        [.. reports.SelectMany((r, i) => r.Report.Mentions.Select(m => new EventTrigger(i, HeadOf(m, r.Annotation.Language))))],
        [.. reports.SelectMany(r => r.Report.Mentions.Select(m => m.Event))]);

    /// <summary>Of the tokens under the marked words the first whose own head lies outside.</summary>
    private static int HeadOf(EcbMention mention, LinguisticText text)
    {
        int[] inside = [.. Enumerable.Range(0, text.Tokens.Length).Where(i => mention.Words.Any(w => w.Overlaps(text.Tokens[i].Span)))];
        return inside.Length == 0
            ? throw new InvalidDataException($"No word was read at '{mention.Words[0].In(text.Text)}'.")
            : inside.FirstOrDefault(i => !inside.Contains(text.Tokens[i].Head), inside[0]);
    }
}
