using System.Diagnostics;
using System.Text;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Tests.Language;

public sealed class LanguagePropertyTests
{
    private static readonly LanguageEngine Engine = new();
    private static readonly ReferenceResolver Resolver = new();

    private static readonly string[] Pieces =
    [
        "Kim", "Adler", "said", "the", "U.S.", "Mr.", "3.5", "\"", "“", "”", "'", "’s", "n't", "-", "—", "...", "?!", ".", ",", "(", ")", "\n", "\n\n", "\r\n",
        " ", "\u00A0", "\u200B", "\t", "\0", "\u0007", "\uD83D", "\uDE00", "😀", "é", "e\u0301", "@", "a@b.example", "http://x.example/", "NORTH", "who", "she",
        "Ministry", "of", "and", "for", "spokeswoman", "10", "5pm", "No.", "&", "#", "$", "%", "中文", "\u2028", "ﬁ", "İ", "ß",
    ];

    [Fact]
    public void Whatever_the_text_spans_are_in_range_in_order_and_apart()
    {
        Random random = new(20240917);
        for (int round = 0; round < 1500; round++)
        {
            StringBuilder text = new();
            int length = random.Next(60);
            for (int i = 0; i < length; i++)
                text.Append(random.Next(12) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? " " : "");
            AssertSound(Engine.Analyse(text.ToString()));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("a's")]
    [InlineData("'s")]
    [InlineData("\"")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\uD83D")]
    [InlineData("a@")]
    [InlineData("(.)")]
    [InlineData("Kim ")]
    [InlineData("Kim of ")]
    [InlineData("Mr. A ")]
    [InlineData("he said, ")]
    [InlineData("Mr. Kim said he left. ")]
    [InlineData("Buses. ")]
    public void A_long_hostile_text_is_read_in_linear_time(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 120_000 / unit.Length));
        long start = Stopwatch.GetTimestamp();
        AssertSound(Engine.Analyse(text));

        // Milliseconds when linear; minutes when quadratic. The margin is for a busy machine.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Every_visible_character_is_in_a_token()
    {
        const string Text = "“No,” said Ms. O’Dea—she’s 41—“it isn’t (yet) over…”\u00A0Then 3,000 left; 5% stayed. 😀";
        LinguisticText read = Engine.Analyse(Text);
        for (int i = 0; i < Text.Length; i++)
            Assert.Equal(!char.IsWhiteSpace(Text[i]), read.Tokens.Any(t => t.Span.Contains(i)));
    }

    [Fact]
    public void Many_threads_read_alike()
    {
        const string Text = "NORTH VARDA HAS said it will not go. \"We won't,\" Gen. Ilse Tarn told Coastal Press in Pell. She left at 5 p.m.\n\nTarn is 52.";
        string expected = Show(Engine.Analyse(Text));
        string[] shown = new string[64];
        Parallel.For(0, shown.Length, i => shown[i] = Show(Engine.Analyse(Text)));
        Assert.All(shown, s => Assert.Equal(expected, s));
    }

    private static string Show(LinguisticText read) =>
        string.Join('\n', read.Tokens) + string.Join('\n', read.Sentences) + string.Join('\n', read.Entities);

    private static void AssertSound(LinguisticText read)
    {
        int last = 0;
        foreach (Token token in read.Tokens)
        {
            Assert.True(token.Span.Start >= last && token.Span.Length > 0 && token.Span.End <= read.Text.Length);
            last = token.Span.End;
        }

        int next = 0;
        foreach (Sentence sentence in read.Sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            Assert.True(sentence.EndToken > sentence.FirstToken);
            Assert.Equal(new TextSpan(read.Tokens[sentence.FirstToken].Span.Start, read.Tokens[sentence.EndToken - 1].Span.End), sentence.Span);
            Assert.True(read.Paragraphs[sentence.Paragraph].Contains(sentence.Span));
            next = sentence.EndToken;
        }

        Assert.Equal(read.Tokens.Length, next);
        References references = Resolver.Resolve(read);
        for (int i = 0; i < read.Tokens.Length; i++)
        {
            Assert.True(references.Name(i) is not { } mention || read.Entities.Contains(mention));
            Assert.InRange(references.Antecedent(i), -1, read.Tokens.Length - 1);
        }

        last = 0;
        foreach (EntityMention entity in read.Entities)
        {
            Assert.True(entity.Span.Start >= last && entity.Span.Length > 0 && entity.Span.End <= read.Text.Length);
            Assert.False(string.IsNullOrWhiteSpace(entity.Name));
            last = entity.Span.End;
        }
    }
}
