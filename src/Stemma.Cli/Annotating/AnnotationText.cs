using System.Text;
using Stemma.Annotations;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Text;
using Stemma.Times;

namespace Stemma.Cli.Annotating;

/// <summary>What is found inside a report, for reading on a screen: each sentence, and under it what stands in it.</summary>
internal static class AnnotationText
{
    public static string Of(string input, Annotation annotation, DateOnly? published)
    {
        StringBuilder output = new();
        string text = annotation.Language.Text;
        output.Append("== ").Append(input).Append('\n');
        var times = new TimeResolver().Resolve(annotation.Times, published);
        foreach (Sentence sentence in annotation.Language.Sentences)
        {
            output.Append('\n').Append(OneLine(sentence.Span.In(text))).Append('\n');
            foreach (EntityMention entity in annotation.Language.Entities.Where(e => sentence.Span.Contains(e.Span)))
                Line(entity.Kind.ToString().ToLowerInvariant(), entity.Span, entity.Role is null ? entity.Name : $"{entity.Name}, {entity.Role}");
            foreach (ResolvedTime time in times.Where(t => sentence.Span.Contains(t.Span)))
                Line("time", time.Span, $"{time.Value}{(time.Bound is { } b ? b == TimeBound.NotBefore ? ", not before" : ", not after" : "")}");
            foreach (QuantityMention quantity in annotation.Quantities.Where(q => sentence.Span.Contains(q.Span)))
                Line("quantity", quantity.Span, $"{quantity.Comparator.ToString().ToLowerInvariant()} {Range(quantity)} {quantity.Unit}".TrimEnd());
            for (int i = 0; i < annotation.Attributions.Length; i++)
            {
                Attribution attribution = annotation.Attributions[i];
                if (attribution.Cue.Concat(attribution.Content).Min() is var first && sentence.Span.Contains(first.Start))
                    Attributed(i, attribution);
            }
        }

        return output.Append('\n').ToString();

        void Line(string kind, TextSpan span, string value) =>
            output.Append("    ").Append(kind.PadRight(14)).Append(OneLine(span.In(text))).Append("  →  ").Append(value).Append('\n');

        void Attributed(int index, Attribution attribution)
        {
            List<string> chain = [];
            for (int? at = index; at is { } i && chain.Count < 10; at = annotation.Attributions[i].Parent)
                chain.Insert(0, annotation.Attributions[i].Speaker ?? "(nobody named)");
            output.Append("    ").Append("attribution".PadRight(14)).Append(string.Join(" ← ", chain))
                .Append("  ").Append(attribution.Stance.ToString().ToLowerInvariant())
                .Append(", ").Append(attribution.Certainty.ToString().ToLowerInvariant())
                .Append(attribution.Polarity == Polarity.Negative ? ", negative" : "")
                .Append(attribution.Anonymous ? ", unnamed" : "").Append('\n');
            foreach (TextSpan content in attribution.Content)
                output.Append(' ', 18).Append('“').Append(OneLine(content.In(text))).Append("”\n");
        }
    }

    private static string Range(QuantityMention quantity) =>
        (quantity.Low, quantity.High) switch
        {
            ({ } low, { } high) when low != high => FormattableString.Invariant($"{low} to {high}"),
            ({ } low, _) => FormattableString.Invariant($"{low}"),
            (_, { } high) => FormattableString.Invariant($"{high}"),
            _ => "an open number of",
        };

    /// <summary>Text of a report may hold line ends and control characters; a terminal must not obey them.</summary>
    private static string OneLine(ReadOnlySpan<char> text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
            line.Append(char.IsControl(c) ? ' ' : c);
        return line.ToString();
    }
}
