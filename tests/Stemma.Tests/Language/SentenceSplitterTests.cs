using Stemma.Language;

namespace Stemma.Tests.Language;

public sealed class SentenceSplitterTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("\"It is over,\" she said. Nobody answered.", "\"It is over,\" she said.|Nobody answered.")]
    [InlineData("\"It is over.\" She left.", "\"It is over.\"|She left.")]
    [InlineData("“It is over.” She left.", "“It is over.”|She left.")]
    [InlineData("\"Is it over?\" she asked. It was.", "\"Is it over?\" she asked.|It was.")]
    [InlineData("\"Is it over?\" Tomas Brill asked. It was.", "\"Is it over?\" Tomas Brill asked.|It was.")]
    [InlineData("\"It was dark. We ran,\" he said.", "\"It was dark.|We ran,\" he said.")]
    [InlineData("Dr. Orla Finch met Sen. Pratt on Jan. 3. They spoke.", "Dr. Orla Finch met Sen. Pratt on Jan. 3.|They spoke.")]
    [InlineData("He flew to the U.S. on Monday. She stayed.", "He flew to the U.S. on Monday.|She stayed.")]
    [InlineData("He flew to the U.S. The trip was long.", "He flew to the U.S.|The trip was long.")]
    [InlineData("It began at 5 p.m. Police came late.", "It began at 5 p.m.|Police came late.")]
    [InlineData("It begins at 5 p.m. EST on Friday.", "It begins at 5 p.m. EST on Friday.")]
    [InlineData("Prices rose 3.5 percent. Wages fell.", "Prices rose 3.5 percent.|Wages fell.")]
    [InlineData("He waited ... and left. Nothing came...", "He waited ... and left.|Nothing came...")]
    [InlineData("(He was late.) She was not.", "(He was late.)|She was not.")]
    [InlineData("BRENNHAVEN, Oct. 3 (Wire) - A dam broke. Two died.", "BRENNHAVEN, Oct. 3 (Wire) - A dam broke.|Two died.")]
    [InlineData("Ships collide off Marrow Bay\n\nTwo ships collided. One sank.", "Ships collide off Marrow Bay|Two ships collided.|One sank.")]
    [InlineData("He works for Pell Bros. in town. It pays.", "He works for Pell Bros. in town.|It pays.")]
    [InlineData("It lacks vitamin C. The rest is fine.", "It lacks vitamin C.|The rest is fine.")]
    public void Sentences_end_where_a_reader_would_stop(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Engine.Analyse(text).Sentences.Select(s => s.Span.In(text).ToString())));

    [Fact]
    public void Lines_are_paragraphs_but_a_wrapped_block_is_one()
    {
        const string Lines = "Storm closes the port of Ellery\nThe port was closed on Monday after a night of wind and heavy rain along the coast, officials said.";
        Assert.Equal(2, Engine.Analyse(Lines).Paragraphs.Length);

        const string Wrapped = "The harbour master of Ellery said on Monday that the port would\n"
            + "remain closed until the wind had fallen and the channel had been\n"
            + "swept. He gave no date.";
        LinguisticText read = Engine.Analyse(Wrapped);
        Assert.Single(read.Paragraphs);
        Assert.Equal(2, read.Sentences.Length);
    }
}
