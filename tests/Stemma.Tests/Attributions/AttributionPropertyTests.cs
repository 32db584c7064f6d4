using System.Collections.Immutable;
using System.Text;
using Stemma.Attributions;
using Stemma.Text;

namespace Stemma.Tests.Attributions;

public sealed class AttributionPropertyTests
{
    private static readonly ImmutableArray<string> Pieces =
    [
        "said", "says", "told", "Reuters", "\"", "“", "”", "‘", "’", "'", ",", ".", ";", ":", "—", "(", ")", "\n\n", "that", "who", "which", "citing", "according to", "the minister",
        "Holm", "he", "denied", "claims", "reports", "not", "may", "declined to", "comment", "and", "but", "was", "believed", "to", "an official", "as saying", "quoted", "in a statement", "Monday", "it", "is", "\ud83d\ude00", "é", "",
    ];

    [Fact]
    public void On_any_text_spans_lie_inside_parents_make_no_circle_and_parts_keep_apart()
    {
        Random random = new(20260309);
        for (int round = 0; round < 400; round++)
        {
            StringBuilder text = new();
            int length = random.Next(0, 90);
            for (int i = 0; i < length; i++)
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(9) == 0 ? "" : " ");
            Check(text.ToString());
        }
    }

    [Fact]
    public void The_same_text_is_read_the_same_way_on_every_thread()
    {
        const string text = "\"It sank,\" Irena Holm told Reuters, citing two officials. She added that nobody had counted.";
        ImmutableArray<string> once = Read.Lines(text);
        Parallel.For(0, 16, _ => Assert.Equal(string.Join('\n', once), string.Join('\n', Read.Lines(text))));
    }

    [Theory]
    [InlineData("he said ")]
    [InlineData("' ")]
    [InlineData("s' ")]
    [InlineData("\"a\" said b, ")]
    [InlineData("who said that ")]
    [InlineData("( ")]
    [InlineData(", and ")]
    public void Hostile_repetition_is_read_in_bounded_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 20_000));
        Check(text);
    }

    private static void Check(string text)
    {
        AttributionLayer layer = Read.Layer(text);
        for (int i = 0; i < layer.Attributions.Length; i++)
        {
            Attribution a = layer.Attributions[i];
            List<TextSpan> spans = [.. a.Source, .. a.Cue, .. a.Content];
            Assert.All(spans, s => Assert.InRange(s.End, s.Start + 1, text.Length));
            spans.Sort();
            for (int s = 1; s < spans.Count; s++)
                Assert.False(spans[s - 1].Overlaps(spans[s]), $"{spans[s - 1]} and {spans[s]} overlap in: {text[..Math.Min(400, text.Length)]}");
            Assert.NotEmpty(a.Cue);
            int steps = 0;
            for (int? p = a.Parent; p is { } at; p = layer.Attributions[at].Parent)
            {
                Assert.InRange(at, 0, layer.Attributions.Length - 1);
                Assert.True(++steps <= layer.Attributions.Length, "parents run in a circle");
            }
        }

        foreach (QuotedPassage quote in layer.Quotes)
        {
            Assert.InRange(quote.Span.End, quote.Span.Start + 1, text.Length);
            Assert.True(quote.Attribution is null || quote.Attribution < layer.Attributions.Length);
        }

        Assert.All(layer.Events, e => Assert.InRange(e.Span.End, e.Span.Start + 1, text.Length));
    }
}
