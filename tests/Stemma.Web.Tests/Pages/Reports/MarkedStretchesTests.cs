using System.Text;
using Stemma.Text;
using Stemma.Web.Pages.Reports;

namespace Stemma.Web.Tests.Pages.Reports;

/// <summary>Marks may lie within each other or overlap; the text between them stays the text.</summary>
public sealed class MarkedStretchesTests
{
    [Fact]
    public void Overlapping_marks_are_cut_where_either_begins_or_ends()
    {
        List<TextMark> marks = [new(new TextSpan(2, 8), MarkKind.Quote, "a"), new(new TextSpan(5, 12), MarkKind.Time, "b"), new(new TextSpan(6, 7), MarkKind.Quantity, "c")];
        string[] cut = [.. MarkedStretches.Of(new TextSpan(0, 14), marks).Select(s => $"{s.Span} {string.Join(',', s.Marks)} ends {string.Join(',', s.Ends)}")];
        Assert.Equal(["[0, 2)  ends ", "[2, 5) 0 ends ", "[5, 6) 0,1 ends ", "[6, 7) 0,1,2 ends 2", "[7, 8) 0,1 ends 0", "[8, 12) 1 ends 1", "[12, 14)  ends "], cut);
    }

    [Fact]
    public void Marks_are_clipped_to_the_part_shown()
    {
        List<TextMark> marks = [new(new TextSpan(0, 30), MarkKind.Quote, null), new(new TextSpan(40, 50), MarkKind.Time, null)];
        MarkedStretch only = Assert.Single(MarkedStretches.Of(new TextSpan(10, 20), marks));
        Assert.Equal((new TextSpan(10, 20), 0, 0), (only.Span, Assert.Single(only.Marks), Assert.Single(only.Ends)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_marks_the_stretches_are_the_text_and_each_mark_lies_over_its_own_words(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 200; round++)
        {
            int length = random.Next(1, 60);
            List<TextMark> marks = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ =>
            {
                int start = random.Next(0, length);
                return new TextMark(new TextSpan(start, random.Next(start, length + 1)), (MarkKind)random.Next(0, 9), null);
            })];
            MarkedStretch[] stretches = [.. MarkedStretches.Of(new TextSpan(0, length), marks)];

            Assert.Equal(0, stretches[0].Span.Start);
            Assert.Equal(length, stretches[^1].Span.End);
            Assert.All(stretches.Zip(stretches.Skip(1)), p => Assert.Equal(p.First.Span.End, p.Second.Span.Start));
            for (int i = 0; i < marks.Count; i++)
            {
                Assert.Equal(marks[i].Span.Length, stretches.Where(s => s.Marks.Contains(i)).Sum(s => s.Span.Length));
                Assert.Equal(marks[i].Span.IsEmpty ? 0 : 1, stretches.Count(s => s.Ends.Contains(i)));
            }
        }
    }

    [Fact]
    public void A_long_text_is_cut_between_paragraphs_and_nothing_is_lost()
    {
        StringBuilder text = new();
        for (int i = 0; text.Length < 200_000; i++)
            text.Append("Paragraph ").Append(i).Append(' ', 3).Append('x', (i * 37) % 900).Append("\n\n");
        string body = text.ToString();
        var parts = TextParts.Of(body);

        Assert.InRange(parts.Length, 8, 14);
        Assert.Equal(body, string.Concat(parts.Select(p => p.In(body).ToString())));
        Assert.All(parts, p => Assert.InRange(p.Length, 1, TextParts.Size * 5 / 4));
        Assert.All(parts.Skip(1), p => Assert.Equal("\n\n", body[(p.Start - 2)..p.Start]));
    }

    [Fact]
    public void A_text_without_any_blank_is_cut_too_and_never_within_a_character()
    {
        string body = string.Concat(Enumerable.Repeat("😀", 60_000));
        var parts = TextParts.Of(body);
        Assert.Equal(body, string.Concat(parts.Select(p => p.In(body).ToString())));
        Assert.All(parts, p => Assert.False(char.IsLowSurrogate(body[p.Start])));
    }
}
