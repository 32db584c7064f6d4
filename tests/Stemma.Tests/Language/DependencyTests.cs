using Stemma.Language;

namespace Stemma.Tests.Language;

public sealed class DependencyTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("The mayor opened the bridge.", "opened", "mayor", "nsubj")]
    [InlineData("The mayor opened the bridge.", "opened", "bridge", "obj")]
    [InlineData("Police said the road was closed.", "said", "closed", "ccomp")]
    [InlineData("The road was closed by the police on Friday.", "closed", "Friday", "obl")]
    [InlineData("She did not answer.", "answer", "not", "advmod")]
    [InlineData("A tall building collapsed.", "building", "tall", "amod")]
    public void Who_did_what_is_drawn_as_arcs(string text, string head, string child, string relation)
    {
        LinguisticText read = Engine.Analyse(text);
        Token word = Find(read, child);

        Assert.StartsWith(relation, word.Deprel, StringComparison.Ordinal);
        Assert.Equal(head, read.Tokens[word.Head].Span.In(text).ToString());
    }

    [Fact]
    public void Every_sentence_is_one_tree_over_its_own_tokens()
    {
        const string Text =
            "\"It went,\" he said. \"We saw it.\" ... !!! The 3,400 records (of 2030) were sold; nobody knows to whom.\n\n" +
            "UPDATE 2-TOWN HALL FIRE OUT\n\nand and and the the , , , said said\n\n) ( \" ’ -- 12";
        LinguisticText read = Engine.Analyse(Text);

        foreach (Sentence sentence in read.Sentences)
        {
            int roots = 0;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Token token = read.Tokens[i];
                Assert.NotEmpty(token.Deprel);
                roots += token.Head < 0 ? 1 : 0;
                int steps = 0;
                for (int at = i; at >= 0; at = read.Tokens[at].Head)
                {
                    Assert.InRange(at, sentence.FirstToken, sentence.EndToken - 1);
                    Assert.True(steps++ <= sentence.EndToken - sentence.FirstToken, "heads run in a circle");
                }
            }

            Assert.Equal(1, roots);
        }
    }

    private static Token Find(LinguisticText read, string word) =>
        read.Tokens.First(t => t.Span.In(read.Text).SequenceEqual(word));
}
