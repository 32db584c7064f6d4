using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Text;
using Stemma.Times;

namespace Stemma.Annotations;

/// <summary>One line of <c>stemma annotate --format jsonl</c>, as the contract has it.</summary>
/// <param name="Text">The text that all offsets count in.</param>
/// <param name="Sentences">Start and end of each.</param>
public sealed record AnnotationLine(
    string Input,
    string? Id,
    string Text,
    ImmutableArray<ImmutableArray<int>> Sentences,
    ImmutableArray<TokenLine> Tokens,
    ImmutableArray<EntityLine> Entities,
    ImmutableArray<TimeLine> Times,
    ImmutableArray<QuantityLine> Quantities,
    ImmutableArray<EventLine> Events,
    ImmutableArray<AttributionLine> Attributions)
{
    /// <param name="published">Relative times are settled against it; null leaves them open.</param>
    public static AnnotationLine Of(string input, string? id, Annotation annotation, DateOnly? published)
    {
        LinguisticText read = annotation.Language;
        return new AnnotationLine(
            input,
            id,
            read.Text,
            [.. read.Sentences.Select(s => Pair(s.Span))],
            [.. read.Tokens.Select(t => new TokenLine(t.Span.Start, t.Span.End, t.Lemma, Tag(t.Upos), t.Xpos, t.Head, t.Deprel))],
            [.. read.Entities.Select(e => new EntityLine(e.Span.Start, e.Span.End, e.Kind, e.Name))],
            [.. new TimeResolver().Resolve(annotation.Times, published)
                .Select(t => new TimeLine(t.Span.Start, t.Span.End, t.Type.ToString().ToUpperInvariant(), t.Value, t.From, t.To, t.Bound))],
            [.. annotation.Quantities.Select(q => new QuantityLine(q.Span.Start, q.Span.End, q.Low, q.High, q.Unit, q.Comparator, q.Of))],
            [.. annotation.Events.Select(e => new EventLine(e.Span.Start, e.Span.End, e.Lemma, e.Certainty, e.Polarity, e.Tense))],
            [.. annotation.Attributions.Select(a => new AttributionLine(
                Pairs(a.Source), Pairs(a.Cue), Pairs(a.Content), a.Speaker, a.Parent, a.Stance, a.Certainty, a.Polarity))]);
    }

    /// <summary>One line of JSON, without its line end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, AnnotationContext.Compact.AnnotationLine);

    private static string Tag(Upos upos) => upos.ToString().ToUpperInvariant();

    private static ImmutableArray<int> Pair(TextSpan span) => [span.Start, span.End];

    private static ImmutableArray<ImmutableArray<int>> Pairs(ImmutableArray<TextSpan> spans) => [.. spans.Select(Pair)];
}

public sealed record TokenLine(int Start, int End, string Lemma, string Upos, string Xpos, int Head, string Deprel);

public sealed record EntityLine(int Start, int End, EntityKind Kind, string Name);

public sealed record TimeLine(int Start, int End, string Type, string Value, DateOnly? From, DateOnly? To, TimeBound? Bound);

public sealed record QuantityLine(int Start, int End, double? Low, double? High, string? Unit, Comparator Comparator, string? Of);

public sealed record EventLine(int Start, int End, string Lemma, Certainty Certainty, Polarity Polarity, EventTense Tense);

public sealed record AttributionLine(
    ImmutableArray<ImmutableArray<int>> Source,
    ImmutableArray<ImmutableArray<int>> Cue,
    ImmutableArray<ImmutableArray<int>> Content,
    string? Speaker,
    int? Parent,
    Stance Stance,
    Certainty Certainty,
    Polarity Polarity);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnnotationLine))]
internal sealed partial class AnnotationContext : JsonSerializerContext
{
    internal static AnnotationContext Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
